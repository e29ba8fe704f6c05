"""Documents put into files: by the office's own template where it has one, where they lie, what is said of them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from reports.documents.document import Document
from reports.formats.documents import DOCUMENT_FORMATS
from reports.formats.templates.filled import filled
from reports.naming import fit_for_file
from sync.desk import Desk
from sync.document_templates import template_for
from sync.office_program import Turned, to_pdf
from sync.reporting import Made, put

_ONLY_OURS = 0o600
_BY_TEMPLATE = frozenset({"docx", "pdf"})
_NAMED = "В этих документах названы люди, поэтому они лежат в папке private/documents: её никому не отправляют."


class _Rendered(NamedTuple):
    """The files of one document by their endings, and what must be told of them."""

    files: Mapping[str, bytes]
    told: tuple[str, ...] = ()


def put_documents(desk: Desk, documents: Sequence[Document], formats: Sequence[str], folder: Path) -> Made:
    """Writes every document in every format; those that name people into the folder for them, wherever others go.

    Raises BrokenTemplateError, TemplateFileError, WriteError.
    """
    common: dict[str, bytes] = {}
    named: dict[str, bytes] = {}
    told: list[str] = []
    taken: set[str] = set()
    for one in documents:
        done = _rendered(one, one.only or formats, desk.templates)
        name = _free(fit_for_file(one.file) or one.code, taken)
        place = named if one.names_people else common
        place |= {f"{name}.{kind}": data for kind, data in done.files.items()}
        told += done.told
    made = put(common, folder, desk.made) if common else Made()
    if named:
        made = made.joined(put(named, desk.named_documents, desk.made, mode=_ONLY_OURS))
        told.append(_NAMED)
    return made.joined(Made(told=tuple(told)))


def _rendered(document: Document, formats: Sequence[str], templates: Path) -> _Rendered:
    template = template_for(document, templates) if _BY_TEMPLATE & set(formats) else None
    if template is None:
        return _Rendered({kind: DOCUMENT_FORMATS[kind](document) for kind in formats})
    word = filled(document, template.content, template.file)
    others = {kind: DOCUMENT_FORMATS[kind](document) for kind in formats if kind not in _BY_TEMPLATE}
    turned = to_pdf(word) if "pdf" in formats else Turned(None)
    told = (f"PDF документа «{document.file}» сделан по обычной форме, не по шаблону: {turned.why}.",)
    pdf = turned.pdf or DOCUMENT_FORMATS["pdf"](document) if "pdf" in formats else b""
    by_template = {kind: data for kind, data in {"docx": word, "pdf": pdf}.items() if kind in formats}
    return _Rendered({**by_template, **others}, told if turned.why else ())


def _free(name: str, taken: set[str]) -> str:
    """The name, with a number when another document of the same asking has it."""
    free, number = name, 2
    while free.casefold() in taken:
        free, number = f"{name} ({number})", number + 1
    taken.add(free.casefold())
    return free
