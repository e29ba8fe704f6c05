"""The folder of the office's own templates: which one is meant for a document, and the first one to start from."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from config.errors import OfficeError, UsageError
from reports.documents.document import Document
from reports.formats.templates.standard import standard
from reports.naming import fit_for_file
from sync.files import write_atomically
from sync.reporting import plain

_SUFFIX = ".docx"
_VARIES = re.compile(r"(?:\s+за\s.*\d.*|(?:\s+(?:на|к|от|по|с|№))?\s+\S*\d.*)$")
"""Of the name of a document: the day, period or number that it is for, from the preposition on."""


class Template(NamedTuple):
    """A template: the name of its file, its bytes."""

    file: str
    content: bytes


class TemplateFileError(OfficeError):
    """Шаблон документа не прочитан."""


def template_for(document: Document, folder: Path) -> Template | None:
    """The template whose name is that of the document, or its beginning («Доклад» for «Доклад за апрель»).

    The longest name wins; None when the office has none for it. Raises TemplateFileError.
    """
    name = plain(document.file)
    found = [one for one in _files(folder) if name == plain(one.stem) or name.startswith(f"{plain(one.stem)} ")]
    if not found:
        return None
    path = max(found, key=lambda one: len(one.stem))
    try:
        return Template(path.name, path.read_bytes())
    except OSError as error:
        raise TemplateFileError(
            f"Шаблон «{path.name}» не читается.", advice="Закройте его в редакторе и проверьте права на файл."
        ) from error


def write_standard(documents: Sequence[Document], folder: Path) -> tuple[Path, ...]:
    """Writes a template to start from for each kind of document, never over one that is there.

    Raises UsageError without a document, TemplateFileError when all of them are there already, WriteError.
    """
    if not documents:
        raise UsageError("Шаблоны есть только у документов.", advice="Назовите документ: rpo report Д1 --template.")
    named = {_name(one): one for one in reversed(documents)}
    missing = {name: one for name, one in named.items() if not (folder / f"{name}{_SUFFIX}").exists()}
    if not missing:
        raise TemplateFileError(
            f"Шаблон «{next(iter(named))}{_SUFFIX}» уже есть, он не изменён.",
            advice="Чтобы получить обычный шаблон, переименуйте свой или уберите его из папки templates.",
        )
    for name, one in missing.items():
        write_atomically(folder / f"{name}{_SUFFIX}", standard(one))
    return tuple(folder / f"{name}{_SUFFIX}" for name in missing)


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(
        one for one in folder.iterdir() if one.suffix.lower() == _SUFFIX and not one.name.startswith(("~", "."))
    )


def _name(document: Document) -> str:
    return fit_for_file(_VARIES.sub("", document.file)) or document.code
