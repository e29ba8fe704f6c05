"""«Замечания — <муниципалитет>»: a workbook for each municipality with its own rows only, where it is asked for."""

from collections.abc import Iterable, Mapping

from reports import wording
from reports.causes import above_info, causes, in_order
from reports.facts import Facts
from reports.leave_lines import HOW
from reports.naming import REMARKS, fit_for_file
from reports.reader import Reader
from reports.remark_lines import Lines, page_of
from reports.report import Recipe, Report, Words
from validators.counting.municipal import owners_of_parts
from validators.counting.people import existing_municipalities
from validators.remark import Remark
from validators.whereabouts import homes_of

TAB = "Замечания"
_WHOSE = (
    "Здесь только строки этого муниципалитета: его участников, организаций, команд и наставников. Люди названы кодами."
)


def compose(facts: Facts) -> tuple[Report, ...]:
    """A workbook for each municipality that is to have one; nothing where nobody asked for them."""
    wanted = addressees(facts)
    if not wanted:
        return ()
    open_ones, silent = by_home(facts, facts.remarks), by_home(facts, facts.silent)
    return tuple(
        _workbook(facts, workbook, name, open_ones.get(name, []), silent.get(name, []))
        for name, workbook in workbooks(wanted).items()
    )


MUNICIPAL_REMARKS = Recipe("Замечания муниципалитетов", compose)


def addressees(facts: Facts) -> list[str]:
    """The municipalities that have a workbook: those with tables of their own; all, when the settings say so."""
    office = facts.scene.office
    names = set(owners_of_parts(office, facts.parts).values())
    if facts.scene.settings.reports.by_municipality and office.has("MUN"):
        names |= {office.tables["MUN"].ids[index] for index in existing_municipalities(office, facts.today)}
    return sorted(names)


def by_home(facts: Facts, remarks: Iterable[Remark]) -> Mapping[str, list[Remark]]:
    """Municipality → the remarks about its rows; one about a row of two municipalities is told to both."""
    found: dict[str, list[Remark]] = {}
    for one in remarks:
        for name in homes_of(facts.scene.office, one.place.register, one.place.local_key):
            found.setdefault(name, []).append(one)
    return found


def workbooks(names: Iterable[str]) -> Mapping[str, str]:
    """Municipality → its workbook: a name fit for a file, never the same for two."""
    taken: set[str] = set()
    found = {}
    for name in names:
        fit = fit_for_file(name)
        number = 1
        while (shown := fit if number == 1 else f"{fit} ({number})").casefold() in taken:
            number += 1
        taken.add(shown.casefold())
        found[name] = f"{REMARKS} — {shown}"
    return found


def _workbook(facts: Facts, workbook: str, name: str, remarks: list[Remark], silent: list[Remark]) -> Report:
    reader, asking = Reader(facts, book=workbook), above_info(remarks)
    informing = causes(one for one in remarks if not one.asks)
    total = wording.counted(len(asking), "замечание", "замечания", "замечаний")
    words = (
        Words(f"Замечания: {name}", "title"),
        Words(f"По состоянию на {wording.day(facts.today)}", "subtitle"),
        Words(f"Всего {total}. {_WHOSE}" if asking else f"Замечаний нет. {_WHOSE}"),
        *((Words(HOW),) if asking or silent else ()),
    )
    lines = Lines(causes(asking), in_order(asking), in_order(silent), informing)
    return Report(workbook, TAB, page_of(reader, words, lines), local=True)
