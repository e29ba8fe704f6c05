"""An empty spreadsheet that staff shared → what `init` will put into it; nothing is put where people have typed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from config.apart import is_shared
from config.cells.text import fold
from config.google import SpreadsheetSection
from config.placing import called
from config.register import Register
from config.registers import REGISTERS
from config.settings import Keeping, Settings
from reports import beside
from reports.formats.google import weight
from reports.templates.beginning import starting_options, starting_rows
from reports.templates.google import Target, Template, template, template_requests
from reports.templates.layout import Part
from sync.google.names import file_of, service_name
from sync.google.office import Read
from sync.google.own_tabs import Request, added, protected, sheet_id_of
from sync.google.publishing import MOST_BYTES
from sync.google.spreadsheet import Tab
from validators.grid import cell_name, grid_of
from validators.service_column import without_remarks
from validators.shape import shape

AnyRegister = Register[Any]  # Any: each register has a record class of its own
_BY_KEY = {register.key: register for register in REGISTERS}


@dataclass(frozen=True)
class NewTab:
    """A register's tab that is not there yet; `instead_of` — the title of the empty tab that becomes it."""

    title: str
    template: Template
    instead_of: str | None = None


@dataclass(frozen=True)
class Refusal:
    """Why nothing is put into a spreadsheet, and what to do."""

    text: str
    advice: str


@dataclass(frozen=True)
class Filling:
    """What becomes of one spreadsheet. `standing` — titles of registers that are there already and stay as they are.

    `own_tab` — the service name of our tab «Замечания» when it is to be added.
    """

    name: str
    id: str
    locale: str = ""
    time_zone: str = ""
    tabs: tuple[NewTab, ...] = ()
    standing: tuple[str, ...] = ()
    own_tab: str | None = None
    refusal: Refusal | None = None


@dataclass(frozen=True)
class _Found:
    """A tab of staff and its values."""

    tab: Tab
    values: Sequence[Sequence[object]]

    @property
    def typed(self) -> str | None:
        """The first cell in which something stands."""
        cells = ((row, at) for row, line in enumerate(self.values, 1) for at, cell in enumerate(line) if cell != "")
        return next((cell_name(row, at) for row, at in cells), None)


def filling_of(one: SpreadsheetSection, read: Read, settings: Settings) -> Filling:
    """What is to be done with a spreadsheet as it stands now."""
    present = read.spreadsheet
    bare = Filling(called(one), one.id, present.locale, present.time_zone)
    found = [_Found(tab, read.values.get(tab.sheet_id, ())) for tab in present.staffs]
    homes = {key: _home(_BY_KEY[key], found, settings) for key in one.registers}
    standing = [home for key, home in homes.items() if home and _holds(home, _BY_KEY[key], settings)]
    missing = [key for key, home in homes.items() if home not in standing]
    claimed = [home for home in homes.values() if home]
    refusal = _refusal(found, standing, claimed) if missing else None
    if refusal is not None:
        return replace(bare, refusal=refusal)
    spare = iter([one for one in found if one not in claimed and one.typed is None])
    tabs = tuple(_new(_BY_KEY[key], homes[key] or next(spare, None), settings, present.locale) for key in missing)
    name = service_name(file_of(bare.name, beside.TAB)) if settings.google.remarks_beside else None
    own_tab = None if not tabs or name in present.ours else name
    return replace(bare, tabs=tabs, standing=tuple(one.tab.title for one in standing), own_tab=own_tab)


def batches_of(filling: Filling, account: str | None) -> Iterator[list[Request]]:
    """The calls that fill a spreadsheet, none too heavy. Every tab comes whole with one of them.

    «Замечания» is made first, so that nobody else can take the title by which the formulas call it.
    """
    batch: list[Request] = []
    if filling.own_tab is not None:
        sheet_id = sheet_id_of(filling.own_tab)
        batch = [*added(filling.own_tab, beside.TAB, None, sheet_id), protected(sheet_id, account)]
    for index, tab in enumerate(filling.tabs):
        requests = [_made(tab, index), *template_requests(tab.template)]
        if batch and weight(batch) + weight(requests) > MOST_BYTES:
            yield batch
            batch = []
        batch += requests
    if batch:
        yield batch


def titles_of(filling: Filling) -> tuple[str, ...]:
    """The tabs that the spreadsheet must have when all is done."""
    own = (beside.TAB,) if filling.own_tab else ()
    return (*(tab.title for tab in filling.tabs), *filling.standing, *own)


def _home(register: AnyRegister, found: Sequence[_Found], settings: Settings) -> _Found | None:
    """The tab that is titled as the register, or was made by us and retitled since."""
    titles = {fold(title) for title in (_title(register, settings), register.tab, *register.former)}
    by_title = next((one for one in found if fold(one.tab.title) in titles), None)
    return by_title or next((one for one in found if one.tab.sheet_id == _sheet_id(register)), None)


def _holds(home: _Found, register: AnyRegister, settings: Settings) -> bool:
    """The register's own heading stands in the tab."""
    grid = without_remarks(grid_of("", home.tab.title, home.values))
    region = shape(grid, register, settings.registers.get(register.key, Keeping()))
    return region is not None


def _refusal(found: Sequence[_Found], standing: Sequence[_Found], claimed: Sequence[_Found]) -> Refusal | None:
    """Somebody has typed where a register is to stand, or in a spreadsheet that was to be empty."""
    for one in found:
        in_the_way = one in claimed or not standing
        if one.typed is not None and one not in standing and in_the_way:
            return Refusal(
                f"Лист «{one.tab.title}» не пуст: в ячейке {one.typed} уже что-то написано. Таблица не тронута.",
                "Перенесите написанное в другую таблицу (или заведите новую пустую и впишите её адрес в office.toml) "
                "и повторите команду.",
            )
    return None


def _new(register: AnyRegister, empty: _Found | None, settings: Settings, locale: str) -> NewTab:
    season = settings.office.season
    target = Target(
        empty.tab.sheet_id if empty else _sheet_id(register),
        locale,
        Part.CODED if is_shared(register, settings) else Part.WHOLE,
        settings.google.remarks_beside,
    )
    filled = template(register, target, rows=starting_rows(season), options=starting_options(season))
    return NewTab(_title(register, settings), filled, empty.tab.title if empty else None)


def _title(register: AnyRegister, settings: Settings) -> str:
    return settings.keeping(register.key).tab or register.tab


def _sheet_id(register: AnyRegister) -> int:
    """The same every time, so that a call that is sent twice makes no second tab."""
    return sheet_id_of(f"template {register.key}")


def _made(tab: NewTab, index: int) -> Request:
    properties: Mapping[str, object] = {
        "sheetId": tab.template.target.sheet_id,
        "title": tab.title,
        "index": index,
    }
    if tab.instead_of is None:
        return {"addSheet": {"properties": properties}}
    return {"updateSheetProperties": {"properties": properties, "fields": "title,index"}}
