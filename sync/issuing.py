"""A package is made: of which day, of which registers, after which packages; what comes out is a row of the log."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.metadata import version

from config.errors import OfficeError
from config.periods import is_stage
from reports.disclosure.draft import Head, Sent
from reports.disclosure.release import Released, release
from reports.disclosure.system import Issued
from reports.facts import Facts
from reports.federal.compose import compose
from reports.federal.passport import Letter
from reports.federal.reading import Package, sent
from reports.federal.service_sheets import changed
from reports.federal.writing.manifest import MANIFEST, digest_of
from reports.federal.writing.package import files_of
from reports.filling.told import issued, told_in
from sync.desk import Desk
from sync.state.packages import IssuedPackage
from validators.counting.count import days
from validators.counting.papers import FEDERAL_OFFICE, MONTHLY, OF_STAGE, QUARTERLY
from validators.counting.staff import staff_at_work

_OUTGOING = "Исходящий"
_REPORTING = "T3"
"""The function of him who answers the federal office."""


class ExportError(OfficeError):
    """Пакет для ФПО сейчас выпустить нельзя."""


@dataclass(frozen=True)
class Wanted:
    """A package that is to be made: its period, the facts of its last day, the office as it stands, what it is for."""

    period: str
    facts: Facts = field(repr=False)
    now: Facts = field(repr=False)
    correction: int = 0
    reason: str = ""
    request: str = ""


def issue(
    desk: Desk, wanted: Wanted, log: Sequence[IssuedPackage], forms: Sequence[IssuedPackage] = ()
) -> tuple[IssuedPackage, Released]:
    """The package with its bytes, and what the gate has let out. `log` — the packages of the season before it,
    `forms` — the forms filled in it, which a reader may have as well.

    Raises DisclosureError, and ExportError for a correction that changes nothing.
    """
    earlier = [_sent(one) for one in log]
    before = _compared_with(wanted, log, earlier)
    draft = compose(wanted.facts, wanted.now, head_of(desk, wanted), letter_of(wanted.now, wanted), before)
    known = (*(one.issued for one in earlier), *told_by_forms(forms))
    released = release(draft, known, desk.settings.personal_data.small_cell)
    if wanted.correction and before is not None and not any(changed(before.cells, released.cells())):
        raise ExportError(
            "Ни одно значение пакета не изменилось, уточнять нечего.",
            advice=f"Сначала уточните сам период: rpo close {wanted.period} --correct «причина».",
        )
    previous = log[-1].digest if log else None
    files = files_of(released, len(log) + 1, previous)
    package = IssuedPackage(
        season=draft.head.season,
        recipient=draft.head.recipient,
        number=len(log) + 1,
        period=wanted.period,
        as_of=draft.head.as_of,
        issued_at=desk.moment.replace(microsecond=0),
        digest=digest_of(files[MANIFEST]),
        correction=wanted.correction,
        request=wanted.request,
        reason=wanted.reason,
        previous=previous,
        kept=tuple((one.source, one.place) for one in released.kept),
        files=files,
    )
    return package, released


def told_by_packages(log: Sequence[IssuedPackage]) -> tuple[Issued, ...]:
    """What the packages of the log say to the gate. Raises ExportError when another program has made one."""
    return tuple(_sent(one).issued for one in log)


def told_by_forms(forms: Sequence[IssuedPackage]) -> tuple[Issued, ...]:
    """What filled forms say to the gate. Raises ExportError when another program has filled one."""
    found: list[Issued] = []
    for one in forms:
        told = told_in(one.files)
        if told is None:
            raise ExportError(
                f"Прежнюю заполненную форму (№\u00a0{one.number}, {one.recipient}) эта версия программы не понимает.",
                advice="Повторите той версией программы, которой заполнены прежние формы.",
            )
        found += issued(f"форма №\u00a0{one.number}, {one.recipient}", told)
    return tuple(found)


def name_of_package(one: IssuedPackage) -> str:
    """`2026-04`, of a correction `2026-04-r1`, for a request `2026-03-ДК-0045`."""
    return "-".join(filter(None, (one.period, f"r{one.correction}" if one.correction else "", one.request)))


def letter_of(now: Facts, wanted: Wanted) -> Letter:
    """The letter of the package, when «Документы» have it already; who made it, else who answers the federal office."""
    table = now.scene.office.tables.get("DOC")
    author = _author(now)
    if table is None:
        return Letter(author=author)
    numbers, moments, authors = table.values["number"], days(table, "day"), table.values["author"]
    for index in _papers(now, wanted):
        number, code = numbers[index], authors[index]
        return Letter(str(number) if number else None, moments[index], str(code) if code else author)
    return Letter(author=author)


def _papers(now: Facts, wanted: Wanted) -> list[int]:
    """Rows of DOC that go to the federal office with this package: the answer to the request, else the report."""
    table = now.scene.office.tables["DOC"]
    if wanted.request:
        asked = table.index_of.get(wanted.request)
        answer = None if asked is None else table.index_of.get(str(table.values["answer"][asked]))
        return [] if answer is None else [answer]
    if wanted.correction:
        return []
    ways, kinds, to, periods = (table.values[name] for name in ("way", "kind", "counterpart", "period"))
    wanted_kind = kind_of(wanted.period)
    return [
        index
        for index in table.counted
        if ways[index] == _OUTGOING
        and to[index] == FEDERAL_OFFICE
        and kinds[index] == wanted_kind
        and periods[index] == wanted.period
    ]


def kind_of(period: str) -> str:
    """The kind of document that presents the report of a period; a year has that of months."""
    return OF_STAGE if is_stage(period) else QUARTERLY if "К" in period else MONTHLY


def _author(now: Facts) -> str | None:
    office = now.scene.office
    if not office.has("STAFF"):
        return None
    table = office.tables["STAFF"]
    functions = table.values["functions"]
    at_work = staff_at_work(office, now.today)
    return next((table.ids[one] for one in at_work if _REPORTING in str(functions[one] or "")), None)


def head_of(desk: Desk, wanted: Wanted) -> Head:
    """Of whom and when the package is."""
    office = desk.settings.office
    return Head(
        region=office.region,
        oktmo=office.oktmo or "",
        season=office.season,
        period=wanted.period,
        as_of=wanted.facts.today,
        rules=version("rpo"),
        correction=wanted.correction,
        reason=wanted.reason,
        request=wanted.request,
        recipient=FEDERAL_OFFICE,
    )


def _sent(one: IssuedPackage) -> Sent:
    """What an issued package says, by its own bytes. Raises ExportError when another program has made it."""
    told = sent(Package(name_of_package(one), one.files))
    if told is None:
        raise ExportError(
            f"Прежний пакет сезона ({name_of_package(one)}) эта версия программы не понимает.",
            advice="Выпустите пакет той версией программы, которой выпущены прежние.",
        )
    return told


def _compared_with(wanted: Wanted, log: Sequence[IssuedPackage], earlier: Sequence[Sent]) -> Sent | None:
    """The package before; of a correction, the one that it corrects."""
    own = [told for one, told in zip(log, earlier, strict=True) if one.period == wanted.period and not one.request]
    if wanted.correction:
        return own[-1] if own else None
    return earlier[-1] if earlier else None
