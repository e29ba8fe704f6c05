"""A collection put into files: the end of a name tells the form, and what a person has changed is kept aside."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from config.errors import UsageError
from reports.collected.collection import Collection
from reports.collected.compose import compose
from reports.collected.reported import WORKBOOK
from reports.formats import FORMATS
from reports.formats.page import Page
from reports.naming import fit_for_file
from sync.reporting import Made, put
from sync.shelves.folder import KEPT_ASIDE

_FORMS = ("xlsx", "html", "csv", "json")
_MEMORY = ".rpo-collect.json"
"""Remembers in the folder which files there are ours."""


def wanted(names: Sequence[str]) -> tuple[Path, ...]:
    """Where to put it. Raises UsageError for a name that tells no form, or is that of a folder."""
    paths = tuple(map(Path, names))
    for path in paths:
        if path.suffix.lower().removeprefix(".") not in _FORMS or path.is_dir():
            ends = ", ".join(f".{one}" for one in _FORMS)
            raise UsageError(f"В файл «{path.name}» свод записать нельзя.", advice=f"Имя файла кончается на {ends}.")
    return paths


def put_collection(collection: Collection, paths: Sequence[Path]) -> list[Made]:
    """Writes the files; without a name, `Свод по регионам 2026-04.xlsx` in the current folder. Raises WriteError."""
    pages = [Page(one) for one in compose(collection)]
    named = paths or (Path(f"{fit_for_file(f'{WORKBOOK} {collection.period}')}.xlsx"),)
    return [put(_files(path, pages), path.absolute().parent, path.absolute().parent / _MEMORY) for path in named]


def _files(path: Path, pages: Sequence[Page]) -> Mapping[str, bytes]:
    files = FORMATS[path.suffix.lower().removeprefix(".")](path.stem, pages)
    return files if len(files) > 1 or path.suffix.lower() == ".csv" else dict.fromkeys([path.name], *files.values())


def said(made: Sequence[Made]) -> Iterator[str]:
    """A line for each file, of a folder of many one line, and which changed files were kept."""
    for one in made:
        first = one.written[0]
        yield f"Записано в папку {first.parent}." if len(one.written) > 1 else f"Записан {first}."
        for kept in one.kept:
            yield f"Файл «{kept.name}» был изменён вручную: прежний сохранён в папке «{KEPT_ASIDE}»."
