"""One figure explained for `rpo explain`: the rows behind it, those left out, and how it changed."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from config.errors import UsageError
from reports import wording
from reports.figures.catalogue import BY_ID, Indicator
from reports.figures.change.value import Change
from reports.figures.change.words import phrase, sentence
from reports.figures.changes import explain
from reports.figures.cuts import CUTS
from reports.figures.figure import QUALITY, STATE, Cut, Figure, count_in, whole
from reports.figures.left_out import Left, left_out
from reports.figures.naming import codes_of
from reports.naming import tab_of
from sync.answers import with_answers
from sync.before import Before
from sync.desk import Desk
from sync.look import look_with
from sync.rewind import facts_at
from sync.state.store import Store
from validators.counting.plans import code_of
from validators.counts import COUNTS, PARTS

_SHOWN = 12
EXPLAINED = tuple(one for one in BY_ID if one in COUNTS or one == QUALITY)
"""The indicators that can be explained."""


@dataclass(frozen=True)
class Asked:
    """What was asked: the indicator, its cut, and the day to compare with, None for the usual one."""

    indicator: Indicator
    cut: Cut
    since: date | None = None


@dataclass(frozen=True)
class Explained:
    """The figure of today, the rows that it leaves out, and its change; `change` is None without a history."""

    figure: Figure
    left: tuple[Left, ...]
    change: Change | None


def asked_of(options: Namespace) -> Asked:
    """The words of the command line. Raises UsageError for an unknown indicator, cut or day."""
    return asked_by(options.figure, options.cut, options.since)


def asked_by(figure: str, cut: Sequence[str] = (), since: str | None = None) -> Asked:
    """What is meant by the words, wherever they were typed. Raises UsageError as `asked_of` does."""
    indicator = BY_ID.get(code_of(figure) or "")
    if indicator is None or indicator.id not in EXPLAINED:
        raise UsageError(f"Показателя «{figure}» нет.", advice=f"Есть: {', '.join(EXPLAINED)}.")
    return Asked(indicator, _cut(indicator, cut), _day(since))


def _cut(indicator: Indicator, words: Sequence[str]) -> Cut:
    names = [*indicator.cuts, *([STATE] if indicator.id in PARTS else [])]
    cut = {}
    for one in words:
        name, _, group = one.partition("=")
        if name not in names or not group:
            can = ", ".join(f"{key} ({CUTS[key][0].lower()})" if key in CUTS else key for key in names)
            raise UsageError(
                f"Разреза «{one}» у показателя {indicator.id} нет.",
                advice=f"Пишите так: --cut {names[0]}=… . Есть: {can}."
                if names
                else "Показатель считается только целиком.",
            )
        cut[name] = group
    state = cut.get(STATE)
    if state is not None and state not in PARTS[indicator.id]:
        raise UsageError(f"Состояния «{state}» нет.", advice=f"Есть: {', '.join(PARTS[indicator.id])}.")
    return cut


def _day(text: str | None) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"«{text}» — не дата.", advice="Дата пишется так: 2026-04-15.") from error


def explained(desk: Desk, asked: Asked, *, quiet: bool) -> Explained:
    """Looks at the office as it stands, and at what was accepted by the day to compare with."""
    with Store.open(desk.state, read_only=True) as store:
        before = store.before(desk.today)
        facts = look_with(desk, store, with_answers(desk.shelves, before), quiet=quiet).facts
        earlier = facts_at(desk, store, asked.since or _last_report(before) or desk.today - timedelta(days=1))
    figure = whole(facts, asked.indicator)
    if asked.cut:
        count = count_in(facts.scene.office, facts.today, asked.indicator.id, asked.cut)
        figure = Figure(asked.indicator, count, facts.today, asked.cut, why=count.why)
    change = None if earlier is None else explain(earlier, facts, asked.indicator, asked.cut)
    left = () if asked.indicator.id == QUALITY else left_out(facts, asked.indicator, asked.cut, figure.count)
    return Explained(figure, left, change)


def _last_report(before: Before) -> date | None:
    """The last day of the period that was closed last; None while the office has closed none."""
    return max((one.cut for one in before.closed), default=None)


def as_json(found: Explained) -> dict[str, Any]:  # Any: a JSON object
    """The figure in the shape of interfaces.md §4, with what was left out and the change."""
    one, change = found.figure, found.change
    return {
        "id": one.indicator.id,
        "title": one.indicator.title,
        "cut": dict(one.cut),
        "unit": one.indicator.unit,
        "plan": one.plan,
        "fact": one.value,
        "share": one.share,
        "status": one.light.name.lower(),
        "why": one.why,
        "as_of": one.as_of.isoformat(),
        "rows": list(one.count.rows),
        "of": list(one.count.of),
        "left_out": [
            {"register": left.register, "reason": left.reason, "rows": list(left.ids), "in_whole": left.of}
            for left in found.left
        ],
        "change": None if change is None else _change_as_json(change),
    }


def _change_as_json(change: Change) -> dict[str, Any]:  # Any: a JSON object
    return {
        "since": change.since.isoformat(),
        "was": change.before.value,
        "difference": change.difference,
        "text": sentence(change),
        "parts": [
            {
                "reason": part.cause.kind.name.lower(),
                "text": phrase(change, part),
                "value": part.value,
                "of_rows": part.of_rows,
                "of_whole": part.of_whole,
                "rows": list(part.ids),
                "by": list(part.by),
            }
            for part in change.parts
        ],
    }


def print_explained(found: Explained, *, verbose: bool) -> None:
    """The same in Russian, long lists of codes cut short unless more is asked for."""
    for line in explained_lines(found, None if verbose else _SHOWN):
        print(line)


def explained_lines(found: Explained, most: int | None = _SHOWN) -> Iterator[str]:
    """The whole account, a line each; at most so many codes of a list."""
    one = found.figure
    name = f"{one.indicator.title} ({', '.join(one.cut.values())})" if one.cut else one.indicator.title
    value = f"нет данных ({one.count.why})" if one.value is None else _measured(one.value, one.indicator)
    yield wording.sentence(f"{one.indicator.id} · {name} на {wording.day(one.as_of)}: {value}")
    if one.plan is not None:
        plan = wording.sentence(f"План на эту дату: {_measured(one.plan, one.indicator)}")
        yield f"{plan} {wording.sentence(one.why)}"
    yield _rows("Учтено", codes_of(one.count.rows, one.count.weights), most)
    if one.count.of:
        yield _rows("Из всех", codes_of(one.count.of, one.count.of_weights), most)
    for left in found.left:
        words = "Входит в общее число, но не учтено" if left.of else "Не учтено"
        yield _rows(f"{words}, «{tab_of(left.register)}», {left.reason}", left.ids, most)
    yield from _changed(found.change, most)


def _measured(value: float, indicator: Indicator) -> str:
    return f"{wording.decimal(value)}{wording.NBSP}{indicator.unit}"


def _rows(title: str, rows: Sequence[str], most: int | None) -> str:
    shown = ", ".join(rows[:most])
    more = "" if most is None or len(rows) <= most else f" и ещё {wording.whole(len(rows) - most)}"
    return f"{title} ({wording.whole(len(rows))}){f': {shown}{more}' if rows else ''}."


def _changed(change: Change | None, most: int | None) -> Iterator[str]:
    if change is None:
        yield "Сравнить не с чем: на тот день сервис ещё ничего не принял. Обновление: rpo sync."
        return
    yield f"Что изменилось с {wording.day(change.since)}: {sentence(change)}"
    for part in change.parts:
        yield _rows(f"  {phrase(change, part)}", part.ids, most)
