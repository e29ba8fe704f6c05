"""Closing a period: the registers as they were when its last day ended become a report that never changes again."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from importlib.metadata import version

from config.periods import period_words
from reports import wording
from reports.composed import compose_all
from reports.facts import Facts
from reports.figures.catalogue import INDICATORS
from reports.figures.figure import figures
from reports.formats import FORMATS
from reports.formats.page import Page
from reports.kept import keep
from reports.naming import tab_of
from reports.periods import WORKBOOK, Changed, Issue, as_issued, changed, correction
from reports.report import Report, Stamp
from sync.desk import Desk
from sync.finishing import finish
from sync.periods import PeriodError, closed_words, name_of, put_in_archive
from sync.pipeline import Survey
from sync.rewind import known_last, rewound
from sync.state.codec import digest_of_encoded
from sync.state.periods import Period
from sync.state.rewound import Then
from sync.state.store import Store
from sync.writing import the_only_writer
from validators.counting.count import Count
from validators.counts import COUNTS
from validators.office import Office, Standing
from validators.periods import window_of

MANIFEST = "manifest.json"


class UnreadError(PeriodError):
    """Не все реестры были приняты к концу периода."""

    exit_code = 7


def close(desk: Desk, text: str, force: str | None = None) -> Period:
    """Closes a period. `force` is the reason for which it is closed though a register was not accepted by then.

    Raises UsageError for what is no period, PeriodError when it is not over, closed already or nothing was known then,
    UnreadError when a register was held or not read.
    """
    name = name_of(text)
    with the_only_writer(desk) as store:
        finish(desk, store)
        known = store.period(name)
        if known is not None:
            put_in_archive(desk, known)
            raise PeriodError(
                f"Период {closed_words(known)}, второй раз его не закрыть.",
                advice=f"Если данные за него изменились, выпустите уточнение: rpo close {name} --correct «причина».",
            )
        cut = _last_day(desk, store, name)
        run = store.run_by(cut)
        if run is None:
            raise PeriodError(
                f"К концу периода ({wording.day(cut)}) сервис ещё не принял ни одного реестра.",
                advice="Закрыть можно только период, в который обновления уже шли.",
            )
        then = store.then(run, cut)
        survey = rewound(desk.settings, store, then, cut)
        issue = Issue(name, cut, reason=force, unread=_unread(survey, force))
        return _put(desk, store, _Made(issue, then, survey.facts))


def correct(desk: Desk, text: str, reason: str, force: str | None = None) -> Period:
    """Issues a numbered correction: the period counted from the registers accepted last. What was sent stays.

    Raises as `close` does, and PeriodError when the period is not closed or no figure of it has changed.
    """
    name = name_of(text)
    with the_only_writer(desk) as store:
        finish(desk, store)
        sent = store.period(name)
        if sent is None:
            words = f"Период «{period_words(name)}» не закрыт, уточнять нечего."
            raise PeriodError(words, advice=f"Закройте его: rpo close {name}.")
        then = known_last(store, sent.cut)
        survey = rewound(desk.settings, store, then, sent.cut) if then is not None else None
        if survey is None or then is None:
            raise PeriodError("Обновлений ещё не было.", advice="Выполните rpo sync.")
        unread = _unread(survey, force)
        issue = Issue(name, sent.cut, sent.correction + 1, "; ".join(filter(None, (reason, force))), unread)
        made = _Made(issue, then, survey.facts, sent)
        if not made.changed:
            raise PeriodError(
                f"За период «{period_words(name)}» ни один показатель не изменился.",
                advice="Уточнение выпускают, когда в реестрах исправлены данные за этот период и прошло обновление.",
            )
        return _put(desk, store, made)


def _last_day(desk: Desk, store: Store, name: str) -> date:
    """The last day of the period, which must be over."""
    then = known_last(store, desk.today)
    if then is None:
        raise PeriodError("Обновлений ещё не было, закрывать нечего.", advice="Выполните rpo sync.")
    window = window_of(rewound(desk.settings, store, then, desk.today).facts.scene.office, name)
    if window is None:
        raise PeriodError(
            f"Дни этапа {name} неизвестны.", advice="Впишите его начало и окончание на листе «Этапы» справочников."
        )
    if window.end >= desk.today:
        raise PeriodError(
            f"Период «{period_words(name)}» ещё не закончился: его последний день {wording.day(window.end)}.",
            advice="Закройте его на следующий день или позже; другой сегодняшний день задаёт ключ --today.",
        )
    return window.end


def _unread(survey: Survey, force: str | None) -> tuple[str, ...]:
    """Registers whose data are not of that time. Raises UnreadError unless somebody gives a reason."""
    words = {Standing.HELD: "приём приостановлен", Standing.FAILED: "не прочитан"}
    found = {key: one.account.standing for key, one in survey.readings.items() if one.account.standing in words}
    if found and force is None:
        told = "; ".join(f"«{tab_of(key)}» — {words[standing]}" for key, standing in found.items())
        raise UnreadError(
            f"На конец периода приняты не все реестры: {told}.",
            advice="Примите данные (rpo ack) и закройте снова или укажите причину: --force «причина».",
        )
    return tuple(found)


@dataclass(frozen=True)
class _Made:
    """A report of a period in the making. `sent` is the one that it corrects."""

    issue: Issue
    then: Then
    facts: Facts
    sent: Period | None = None

    @cached_property
    def figures(self) -> Mapping[str, float | None]:
        """Every figure by its name."""
        return {one.name: one.value for one in figures(self.facts)}

    @cached_property
    def changed(self) -> tuple[Changed, ...]:
        """The figures that differ from those sent before."""
        return changed(self.sent.figures, self.figures) if self.sent is not None else ()

    @property
    def reports(self) -> tuple[Report, ...]:
        """The tabs; what a correction changed goes first."""
        more = (correction(self.issue, self.changed),) if self.sent is not None else ()
        return as_issued((*more, *compose_all(self.facts)), self.issue)


def counts_again(office: Office, cut: date) -> dict[str, Count]:
    """What can be counted again later for the same day, with the rows behind it."""
    return {one.id: COUNTS[one.id](office, cut) for one in INDICATORS if one.dated and one.id in COUNTS}


def _put(desk: Desk, store: Store, made: _Made) -> Period:
    """Remembers the report first: the files can be written again from what is remembered."""
    reports, issue, then = made.reports, made.issue, made.then
    stamp = Stamp(then.run, then.moment.replace(tzinfo=None, microsecond=0))
    files = dict(FORMATS["xlsx"](WORKBOOK, [Page(report, stamp) for report in reports]))
    period = Period(
        period=issue.period,
        cut=issue.cut,
        closed_at=datetime.combine(desk.today, desk.moment.timetz()).replace(microsecond=0),
        run=then.run,
        known_run=store.last_run(),
        correction=issue.correction,
        reason=issue.reason,
        digests={key: one.digest for key, one in then.before.snapshots.items()},
        figures=made.figures,
        counts=counts_again(made.facts.scene.office, issue.cut),
        settings=desk.settings.model_dump_json(exclude_unset=True, by_alias=True).encode(),
        reports=keep(reports),
    )
    files[MANIFEST] = _manifest(period, files, issue, made.changed)
    period = replace(period, files=files)
    store.close_period(period)
    put_in_archive(desk, period)
    store.end_periods(desk.moment)
    return period


def _manifest(period: Period, files: Mapping[str, bytes], issue: Issue, differences: Sequence[Changed]) -> bytes:
    shape = {
        "period": period.period,
        "title": period_words(period.period),
        "correction": period.correction,
        "cut": period.cut.isoformat(),
        "run": period.run,
        "closed_at": period.closed_at.isoformat(),
        "program": version("rpo"),
        "reason": period.reason,
        "unread": list(issue.unread),
        "changed": [{"figure": one.name, "was": one.was, "now": one.now} for one in differences],
        "files": {name: digest_of_encoded(data) for name, data in files.items()},
    }
    return (json.dumps(shape, ensure_ascii=False, indent=1) + "\n").encode()
