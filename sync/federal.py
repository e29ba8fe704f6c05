"""`rpo export federal`: the package of a closed period, its correction, or one for a request between periods."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from config.errors import UsageError
from config.periods import period_words
from config.registers.document_kinds import REQUEST
from reports.disclosure.draft import Mark
from reports.facts import Facts
from reports.federal.reading import Package
from reports.federal.writing.package import zipped
from sync.answers import with_answers
from sync.desk import Desk
from sync.files import write_atomically
from sync.issuing import ExportError, Wanted, issue, name_of_package
from sync.look import look_with
from sync.periods import PeriodError, frozen, name_of
from sync.rewind import facts_at, known_last, rewound
from sync.state.packages import IssuedPackage
from sync.state.store import Store
from sync.writing import the_only_writer
from validators.counting.papers import FEDERAL_OFFICE

FOLDER = "exports"
_INCOMING = "Входящий"


@dataclass(frozen=True)
class Asked:
    """What is asked for: the period, None for the one closed last; why it is corrected; the letter that asks now."""

    period: str | None = None
    correct: str | None = None
    request: str | None = None
    out: Path | None = None


@dataclass(frozen=True)
class Exported:
    """A package where it lies. `is_new` is False when it was issued before and is only put back."""

    package: IssuedPackage
    folder: Path
    archive: Path
    is_new: bool = False

    @property
    def hidden(self) -> int:
        """How many cells read «скрыто»."""
        cells = Package(self.folder.name, self.package.files).figures
        return sum(value is Mark.HIDDEN for value in cells.values())


def export(desk: Desk, asked: Asked, *, quiet: bool = True) -> Exported:
    """Issues a package, or puts back the one that was issued. Raises UsageError, PeriodError, ExportError,
    DisclosureError."""
    with the_only_writer(desk) as store:
        log = store.packages(desk.settings.office.season, FEDERAL_OFFICE)
        known = None if asked.request is not None else _issued(store, asked, log)
        if known is not None and asked.correct is None:
            return _put(desk, asked, known)
        now = look_with(desk, store, with_answers(desk.shelves, store.before(desk.today)), quiet=quiet).facts
        if asked.request is not None:
            wanted, known = _for_request(desk, store, now, asked.request, log)
            if known is not None:
                return _put(desk, asked, known)
        else:
            wanted = _of_period(desk, store, now, asked, known)
        package, _ = issue(desk, wanted, log, store.forms(desk.settings.office.season))
        store.issue(package)
    return _put(desk, asked, package, is_new=True)


def _issued(store: Store, asked: Asked, log: Sequence[IssuedPackage]) -> IssuedPackage | None:
    """The last package of the period. Raises ExportError when one is to be corrected that was never issued."""
    name = _period(store, asked)
    known = [one for one in log if one.period == name and not one.request]
    if asked.correct is not None and not known:
        raise ExportError(
            f"Пакет за период «{period_words(name)}» не выпускался, уточнять нечего.",
            advice=f"Выпустите его: rpo export federal --period {name}.",
        )
    return known[-1] if known else None


def _period(store: Store, asked: Asked) -> str:
    """The period asked for, else the one closed last. Raises PeriodError when none is."""
    if asked.period is not None:
        return name_of(asked.period)
    closed = store.before(date.max).closed
    if not closed:
        raise PeriodError(
            "Ни один отчётный период ещё не закрыт, пакет делают за закрытый период.",
            advice="Закройте период, например: rpo close 2026-04. Ответ на запрос между периодами: "
            "rpo export federal --now --request ДК-0045.",
        )
    return closed[-1].period


def _of_period(desk: Desk, store: Store, now: Facts, asked: Asked, known: IssuedPackage | None) -> Wanted:
    found = frozen(desk, store, _period(store, asked))
    correction = 0 if known is None else known.correction + 1
    return Wanted(found.period.period, found.facts(), now, correction, asked.correct or "")


def _for_request(
    desk: Desk, store: Store, now: Facts, request: str, log: Sequence[IssuedPackage]
) -> tuple[Wanted, IssuedPackage | None]:
    """The last month that is over, whatever the day of the request: two cuts within a month could be subtracted."""
    code = request_of(now, request)
    cut = desk.today.replace(day=1) - timedelta(days=1)
    period = f"{cut:%Y-%m}"
    known = [one for one in log if one.period == period and one.request == code]
    return Wanted(period, facts_of(desk, store, period, cut), now, request=code), known[-1] if known else None


def facts_of(desk: Desk, store: Store, period: str, cut: date) -> Facts:
    """A period as it was closed; else as it was known when it ended; else as it is known now.

    Raises ExportError when nothing is known.
    """
    if store.period(period) is not None:
        return frozen(desk, store, period).facts()
    then = facts_at(desk, store, cut)
    if then is not None:
        return then
    last = known_last(store, cut)
    if last is None:
        raise ExportError("Обновлений ещё не было, выпускать нечего.", advice="Выполните rpo sync.")
    return rewound(desk.settings, store, last, cut).facts


def request_of(now: Facts, request: str) -> str:
    """The code of the letter that asks, as the register has it. Raises UsageError when it is no incoming request."""
    table = now.scene.office.tables.get("DOC")
    code = request.strip().upper()
    index = None if table is None else table.index_of.get(code)
    if table is None or index is None or index in table.fallen:
        raise UsageError(
            f"Документа «{request}» в «Документах и переписке с ФПО» нет.",
            advice="Сначала впишите туда запрос (входящий, вид «Запрос»), потом повторите команду с его кодом.",
        )
    if table.values["way"][index] != _INCOMING or table.values["kind"][index] != REQUEST:
        raise UsageError(
            f"Документ {code} — не входящий запрос.",
            advice="Укажите код документа, у которого «Направление» — «Входящий», а «Вид» — «Запрос».",
        )
    return code


def _put(desk: Desk, asked: Asked, package: IssuedPackage, *, is_new: bool = False) -> Exported:
    """Writes what is not there or is not what was issued. Raises WriteError."""
    base = asked.out.absolute() if asked.out is not None else desk.root / FOLDER / package.recipient
    folder, archive = base / name_of_package(package), base / f"{name_of_package(package)}.zip"
    for name, data in (
        *((folder / name, data) for name, data in package.files.items()),
        (archive, zipped(package.files)),
    ):
        if not name.is_file() or name.read_bytes() != data:
            write_atomically(name, data)
    return Exported(package, folder, archive, is_new)
