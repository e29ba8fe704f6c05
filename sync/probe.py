"""Files of unknown tables: read like any other, explored tab by tab, told as JSON."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from config.errors import UsageError
from config.register import Register
from reports.templates.dropdowns import LISTS_TAB
from sync.backends.base import FileRead, Progress
from sync.backends.entries import Entry, contents
from sync.backends.readers.calamine import CalamineProcess
from sync.backends.readers.file import read_file
from sync.backends.readers.refusal import RefusedFileError
from sync.explored_page import summary
from validators.explore.tab import Explored, Wish, explore
from validators.framing.frame import Frame
from validators.framing.no_table import NoTable

_WHY = {"F04": "too_large", "F05": "unreadable"}
_LISTS = NoTable("service_tab", "Служебный лист шаблона: в нём списки для выбора, читать его не нужно.")


@dataclass(frozen=True)
class Probe:
    """One file explored: `given` is how the person named it, `file` what the reader said, `tabs` what was found.

    `inside` — it lies in the registers of the office.
    """

    given: str
    file: FileRead
    tabs: tuple[Explored, ...] = ()
    inside: bool = False

    @property
    def is_table(self) -> bool:
        """A table was found in one of its tabs at least."""
        return any(isinstance(tab.frame, Frame) for tab in self.tabs)


@dataclass(frozen=True)
class Search:
    """What to explore and how: the registers to compare with, the tab if only one, the wishes, and our own folder."""

    registers: Sequence[Register[Any]]
    wish: Wish
    sheet: str | None = None
    folder: Path | None = None
    megabytes: float = 50


def probe(files: Sequence[str], search: Search, progress: Progress) -> Iterator[Probe]:
    """Explores the files one after another. Raises UsageError for a name that is no file, before any is read."""
    for given in files:
        _check(given)
    with CalamineProcess() as process:
        for given in files:
            progress(Path(given).name)
            yield _probe(given, search, process)


def _check(given: str) -> None:
    path = Path(given)
    if path.is_dir():
        raise UsageError(f"«{given}» — папка, а нужен файл.", advice="Назовите сами таблицы, например: папка/*.xlsx.")
    if not path.exists():
        raise UsageError(f"Файла «{given}» нет.", advice="Проверьте имя и папку; имя с пробелами возьмите в кавычки.")


def _probe(given: str, search: Search, process: CalamineProcess) -> Probe:
    path = Path(given)
    name, inside = _name(path, search.folder)
    try:
        data = contents(Entry(path, name), search.megabytes)
    except RefusedFileError as refusal:
        why = _WHY.get(refusal.code, "unreadable")
        file = FileRead(name, "", code=refusal.code, text=refusal.text, advice=refusal.advice, refused=why)
        return Probe(given, file, inside=inside)
    file = read_file(name, data, process)
    grids = [one for one in file.grids if search.sheet in (None, one.tab)]
    if search.sheet is not None and file.grids and not grids:
        titles = "», «".join(one.tab for one in file.grids)
        raise UsageError(f"Листа «{search.sheet}» в файле «{name}» нет.", advice=f"Есть листы: «{titles}».")
    ours = {register.tab for register in search.registers} & {one.tab for one in file.grids}
    tabs = [
        Explored(one, _LISTS) if ours and one.tab == LISTS_TAB else explore(one, search.registers, search.wish)
        for one in grids
    ]
    return Probe(given, file, tuple(tabs), inside)


def _name(path: Path, folder: Path | None) -> tuple[str, bool]:
    """The name that the settings would call it by, and whether it lies in the registers of the office."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100  a link is named as it stands, not where it leads
    if folder is not None and whole.is_relative_to(folder):
        return whole.relative_to(folder).as_posix(), True
    return path.name, False


def as_json(one: Probe) -> Iterator[dict[str, object]]:
    """The objects of `explore --json`, one a tab; a refused file is one object (interfaces.md §4)."""
    if one.file.code is not None:
        refused = one.file.refused or "unreadable"
        yield _object(one.given, "", None, refused=refused, text=f"{one.file.text} {one.file.advice}")
    elif not one.tabs:
        yield _object(one.given, "", None, refused="empty", text="В файле нет ни одного листа с данными.")
    for tab in one.tabs:
        why = tab.frame.why if isinstance(tab.frame, NoTable) else None
        yield _object(one.given, tab.grid.tab, tab, refused=why, text=summary(tab))


def _object(file: str, sheet: str, tab: Explored | None, *, refused: str | None, text: str) -> dict[str, object]:
    frame = tab.frame if tab is not None else None
    rows = frame.heading_rows if frame is not None else ()
    table = frame if isinstance(frame, Frame) else None
    nearest = tab.likest[0].confidence if tab is not None and tab.likest else 0.0
    return {
        "file": file,
        "sheet": sheet,
        "header": [rows[0], rows[-1]] if rows else None,
        "number_row": table.number_row if table else None,
        "first_data_row": table.first_row if table and table.rows else None,
        "last_data_row": table.rows[-1] if table and table.rows else None,
        "left_out": [{"row": row, "why": why} for row, why in table.left_out] if table else [],
        "register": tab.found.register.key if tab is not None and tab.found is not None else None,
        "confidence": nearest,
        "columns": _columns(tab) if tab is not None else [],
        "problems": [remark.as_json() for remark in tab.problems] if tab is not None else [],
        "refused": refused,
        "text": text,
    }


def _columns(tab: Explored) -> list[dict[str, object]]:
    return [
        {
            "cell": one.cell,
            "heading": one.heading,
            "field": one.target.heading if one.target is not None else None,
            "parses": one.parses,
        }
        for one in tab.columns
    ]
