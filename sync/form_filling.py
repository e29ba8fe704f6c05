"""`rpo fill`: a form of somebody else, filled as a copy; what it tells goes through the gate and into the log."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from config.errors import UsageError
from config.periods import calendar_days, period_words
from reports import wording
from reports.disclosure.personal import found_in, known_people
from reports.disclosure.release import release
from reports.disclosure.system import Issued
from reports.facts import Facts
from reports.federal.compose import compose
from reports.federal.passport import Letter
from reports.federal.writing.manifest import digest_of
from reports.filling.answers import Answer, answer_of, cuts_of, place_of
from reports.filling.beside import with_cuts
from reports.filling.lost import lost
from reports.filling.marks import Asked, Wanted
from reports.filling.told import FILE, DayTold, FormTold, day_told, issued, told_in
from reports.filling.workbook import Copy, Form, filled, form_of
from reports.naming import fit_for_file
from sync.answers import with_answers
from sync.desk import Desk
from sync.federal import FOLDER, facts_of, request_of
from sync.files import write_atomically
from sync.form_drafts import MARKED
from sync.form_reading import read_form
from sync.issuing import Wanted as PackageWanted
from sync.issuing import head_of, told_by_forms, told_by_packages
from sync.look import look_with
from sync.periods import frozen, name_of
from sync.state.forms import in_the_log
from sync.state.packages import IssuedPackage
from sync.state.store import Store
from sync.writing import the_only_writer
from validators.counting.papers import FEDERAL_OFFICE, season_start
from validators.counts import COUNTS

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class AskedForm:
    """What is asked for: the form, the period at whose end the numbers stand, the letter that asks, who gets it."""

    form: Path
    period: str | None = None
    request: str | None = None
    to: str | None = None
    out: Path | None = None


@dataclass(frozen=True)
class FilledForm:
    """A filled copy where it lies, and what became of each mark. `is_new` is False when it was filled before."""

    package: IssuedPackage
    path: Path
    form: Form
    answers: Mapping[Asked, Answer]
    copy: Copy
    lost: tuple[str, ...] = ()
    is_new: bool = True


@dataclass
class _Work:
    """The filling of one form, a day after another. `known` — what the reader of the form may have."""

    desk: Desk
    store: Store
    now: Facts
    period: str
    forms: Sequence[IssuedPackage]
    known: list[Issued]
    answers: dict[Asked, Answer] = field(default_factory=dict)
    days: list[DayTold] = field(default_factory=list)


def fill(desk: Desk, asked: AskedForm, *, quiet: bool = True) -> FilledForm:
    """Fills a form, or puts back the copy that was filled with the same numbers. The form itself is never touched.

    Raises UsageError, PeriodError, ExportError, DisclosureError, WriteError, FormError.
    """
    data = read_form(asked.form, desk.settings.limits.file_megabytes)
    form = form_of(data)
    if not form.cells:
        raise UsageError(
            f"В форме «{asked.form.name}» нет ни одной метки.",
            advice="Метка — это {K02} в ячейке. Черновик меток: rpo explore ФОРМА --write.",
        )
    period, cut = _period(desk, asked)
    with the_only_writer(desk) as store:
        season = desk.settings.office.season
        forms = store.forms(season)
        known = [*told_by_packages(store.packages(season, FEDERAL_OFFICE)), *told_by_forms(forms)]
        now = look_with(desk, store, with_answers(desk.shelves, store.before(desk.today)), quiet=quiet).facts
        request = request_of(now, asked.request) if asked.request else ""
        work = _Work(desk, store, now, period, forms, known)
        to = (_recipient(now, asked, request), request)
        _answer(work, form, cut)
        made = _made(work, asked.form, data, form, to)
        one = _before(forms, made.package)
        if one is None:
            store.issue(in_the_log(made.package))
            one = made.package
    return _put(desk, asked, made, one)


def _period(desk: Desk, asked: AskedForm) -> tuple[str, date | None]:
    """The period and its last day; of a stage the day is that of its closing. Without a period — the last month over.

    Two cuts within a month could be subtracted from one another: so a form has calendar cuts only.
    """
    if asked.period is None:
        cut = desk.today.replace(day=1) - _DAY
        return f"{cut:%Y-%m}", cut
    name = name_of(asked.period)
    days = calendar_days(name)
    if days is not None and days.last >= desk.today:
        raise UsageError(
            f"Период «{period_words(name)}» ещё не кончился.",
            advice=f"Форму заполняют числами на конец месяца, квартала или года, который прошёл; сегодня "
            f"{wording.day(desk.today)}.",
        )
    return name, None if days is None else days.last


def _answer(work: _Work, form: Form, cut: date | None) -> None:
    """Every mark has its answer: those of an earlier day first, as the gate must know them in the order of time."""
    start = season_start(work.now.scene.office, work.desk.settings)
    days: dict[tuple[date, str], list[Asked]] = {}
    for asked in dict.fromkeys(asked for one in form.cells for _, asked in one.marks):
        period = asked.as_of if isinstance(asked, Wanted) and asked.as_of else work.period
        span = calendar_days(period)
        last = span.last if span is not None else cut or date.max
        if span is not None and last >= work.desk.today:
            work.answers[asked] = Answer(why=f"период «{period_words(period)}» ещё не кончился")
        elif last < start:
            work.answers[asked] = Answer(why=f"{wording.day(last)} — раньше начала сезона")
        else:
            days.setdefault((last, work.period if last == cut else period), []).append(asked)
    for (last, period), some in sorted(days.items()):
        _answer_of_day(work, period, last, some)


def _answer_of_day(work: _Work, period: str, last: date, some: Iterable[Asked]) -> None:
    """The whole package of the day stands before the gate, though the form shows a part of it only."""
    marks = tuple(some)
    desk, is_stage = work.desk, calendar_days(period) is None
    facts = frozen(desk, work.store, period).facts() if is_stage else facts_of(desk, work.store, period, last)
    told = [day for one in work.forms if (form := told_in(one.files)) is not None for day in form.days]
    cuts = cuts_of(facts, marks) | {one for day in told if day.as_of == facts.today for one in day.cuts}
    head = head_of(work.desk, PackageWanted(period, facts, work.now))
    draft = with_cuts(compose(facts, work.now, head, Letter()), facts, [one for one in cuts if one[0] in COUNTS])
    released = release(draft, work.known, work.desk.settings.personal_data.small_cell)
    work.answers |= {one: answer_of(facts, released, one) for one in marks}
    day = day_told(draft, released, {place_of(facts, one).key for one in marks}, cuts)
    work.days.append(day)
    work.known += issued("эта форма", FormTold(form="", answers="", days=(day,)))


def _recipient(now: Facts, asked: AskedForm, request: str) -> str:
    """Who gets the form: as he is named, else who has asked, else the federal office; nobody's name names a folder."""
    people = known_people(now.scene.office)
    if asked.to is not None:
        name = fit_for_file(asked.to)
        if not name or found_in(name, people):
            raise UsageError(
                "Получатель назван так, что по нему нельзя назвать папку.",
                advice="Назовите организацию, без имени человека: --to «Министерство образования».",
            )
        return name
    table = now.scene.office.tables.get("DOC")
    if table is None or not request:
        return FEDERAL_OFFICE
    return fit_for_file(str(table.values["counterpart"][table.index_of[request]] or "")) or request


def _made(work: _Work, path: Path, data: bytes, form: Form, to: tuple[str, str]) -> FilledForm:
    desk, copy = work.desk, filled(data, form, work.answers)
    recipient, request = to
    told = FormTold(form=digest_of(data), answers=_digest(form, work.answers), days=tuple(work.days))
    known = [one for one in work.forms if one.recipient == recipient]
    stem = fit_for_file(path.stem.removesuffix(MARKED))
    stem = "форма" if not stem or found_in(stem, known_people(work.now.scene.office)) else stem
    name = _free(f"{'-'.join(filter(None, (work.period, request)))} {stem}", known)
    package = IssuedPackage(
        season=desk.settings.office.season,
        recipient=recipient,
        number=len(known) + 1,
        period=work.period,
        as_of=_day_of(work),
        issued_at=desk.moment.replace(microsecond=0),
        digest=digest_of(copy.data),
        request=request,
        files={name: copy.data, FILE: told.model_dump_json().encode()},
    )
    return FilledForm(package, Path(name), form, work.answers, copy, lost(data))


def _day_of(work: _Work) -> date:
    """The day of the form: the end of its period, else the last of the days that its marks name."""
    span, days = calendar_days(work.period), [one.as_of for one in work.days]
    return span.last if span is not None and span.last in days else max(days, default=work.desk.today)


def _digest(form: Form, answers: Mapping[Asked, Answer]) -> str:
    """What is written into the form, in the order of its cells."""
    written = [f"{one.spot} {words} {answers[asked].value!r}" for one in form.cells for words, asked in one.marks]
    return digest_of("\n".join(written).encode())


def _free(name: str, known: Sequence[IssuedPackage]) -> str:
    taken = {one for form in known for one in form.files}
    names = (f"{name}.xlsx", *(f"{name} ({at}).xlsx" for at in range(2, len(taken) + 3)))
    return next(one for one in names if one not in taken)


def _before(forms: Sequence[IssuedPackage], made: IssuedPackage) -> IssuedPackage | None:
    """The same form that was filled with the same numbers for the same reader."""
    wanted = told_in(made.files)
    for one in forms:
        told = told_in(one.files)
        same = (one.recipient, one.period, one.request) == (made.recipient, made.period, made.request)
        if same and told and wanted and (told.form, told.answers) == (wanted.form, wanted.answers):
            return one
    return None


def _put(desk: Desk, asked: AskedForm, made: FilledForm, one: IssuedPackage) -> FilledForm:
    base = asked.out.absolute() if asked.out is not None else desk.root / FOLDER / fit_for_file(one.recipient)
    name = next(name for name in one.files if name != FILE)
    path = base / name
    if path.exists() and asked.form.exists() and path.samefile(asked.form):
        raise UsageError(
            "Заполненная копия легла бы на место самой формы.", advice="Укажите другую папку: --out ПАПКА."
        )
    if not path.is_file() or path.read_bytes() != one.files[name]:
        write_atomically(path, one.files[name])
    return FilledForm(one, path, made.form, made.answers, made.copy, made.lost, is_new=one is made.package)
