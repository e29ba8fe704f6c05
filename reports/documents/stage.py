"""The stage of which a document tells: its days and breaks, for whom it is, its measures in the plan."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from config.errors import UsageError
from config.periods import is_stage
from reports import wording
from reports.documents.agreement import day_words, reason, span_words
from reports.documents.document import Occasion
from reports.facts import Facts
from reports.head.plan_cuts import UNTOLD, Work, work
from reports.naming import tab_of
from validators.counting.count import days
from validators.counting.tally import Tally, tally
from validators.counting.work import Task
from validators.office import Office

_DAY = timedelta(days=1)
_WHOM = {"for_pupils": ("школьники", "студенты СПО"), "for_students": ("студенты вузов",)}


@dataclass(frozen=True)
class Stage:
    """A stage of the season; a day that nobody typed is None. `breaks` are (first, last)."""

    code: str
    title: str
    start: date | None
    end: date | None
    closed: date | None
    breaks: tuple[tuple[date, date], ...]
    whom: tuple[str, ...]

    @property
    def name(self) -> str:
        """«Э3 «Обучение на цифровой платформе»»."""
        return f"{self.code} «{self.title}»" if self.title else self.code

    @property
    def last(self) -> date | None:
        """The day from which the stage is over."""
        return self.closed or self.end

    def is_over(self, on: date) -> bool:
        """It has ended before the day, or is closed by it."""
        if self.closed is not None and self.closed <= on:
            return True
        return self.end is not None and self.end < on

    @property
    def before(self) -> date | None:
        """The last day before it."""
        return None if self.start is None else self.start - _DAY

    def until(self, on: date) -> date:
        """Its last day, or the given one while it goes on."""
        return on if self.end is None else min(self.end, on)


def chosen(facts: Facts, occasion: Occasion) -> Stage:
    """The stage of the occasion; without one the stage that has ended last.

    Raises UsageError when there is no such stage, it has not begun, or none has ended.
    """
    known = {one.code: one for one in stages(facts.scene.office)}
    if not known:
        raise UsageError(
            "Отчёт по этапу составить нельзя: этапов в справочнике нет.",
            advice="Впишите этапы сезона и их сроки на лист «Этапы» справочников.",
        )
    if occasion.period is None:
        return _last_over(facts, known)
    found = known.get(occasion.period)
    if found is None:
        words = "это не этап" if not is_stage(occasion.period) else "такого этапа в справочнике нет"
        raise UsageError(f"Отчёт по этапу «{occasion.period}»: {words}.", advice=f"Есть этапы: {', '.join(known)}.")
    if found.start is not None and found.start > facts.today:
        raise UsageError(
            f"Этап {found.name} начнётся {wording.day(found.start)}: отчитываться пока не о чем.",
            advice="Укажите этап, который уже начался.",
        )
    return found


def _last_over(facts: Facts, known: dict[str, Stage]) -> Stage:
    over = [one for one in known.values() if one.is_over(facts.today)]
    if not over:
        raise UsageError(
            "Завершённых этапов пока нет.", advice="Отчёт по идущему этапу: укажите его код ключом --period, как Э1."
        )
    return max(over, key=lambda one: (one.end or one.last or date.min, one.code))


def stages(office: Office) -> Iterator[Stage]:
    """The stages of the season that have a first or a last day, in the order of the list."""
    if not office.has("STAGE"):
        return
    table = office.tables["STAGE"]
    starts, ends, closed = (days(table, name) for name in ("start", "end", "closed"))
    for index in table.counted:
        if starts[index] is None and ends[index] is None:
            continue
        rest = table.values["breaks"][index]
        whom = tuple(one for name, some in _WHOM.items() if table.values[name][index] is True for one in some)
        title = str(table.values["title"][index] or "")
        spans = rest if isinstance(rest, tuple) else ()
        yield Stage(table.ids[index], title, starts[index], ends[index], closed[index], spans, whom)


def term(stage: Stage) -> str:
    """«с 1 декабря 2025 года по 31 марта 2026 года»."""
    if stage.start is None or stage.end is None:
        known = [f"{word} {day_words(day)}" for word, day in (("с", stage.start), ("по", stage.end)) if day is not None]
        return " ".join(known)
    return span_words(stage.start, stage.end)


def breaks(stage: Stage) -> str:
    """«с 29 декабря 2025 года по 11 января 2026 года»; "" without breaks."""
    return "; ".join(span_words(first, last) if first != last else day_words(first) for first, last in stage.breaks)


def standing(stage: Stage, today: date) -> str:
    """Where the stage is on the day, as a clause."""
    if stage.closed is not None and stage.closed <= today:
        return f"этап закрыт {day_words(stage.closed)}"
    if stage.end is not None and stage.end < today:
        return f"этап закончился {day_words(stage.end)}, но ещё не закрыт"
    return f"этап идёт и закончится {day_words(stage.end)}" if stage.end is not None else "этап идёт"


@dataclass(frozen=True)
class StageWork:
    """The measures of a stage and how they stand. `why` tells why the plan can't be told; `all` is the whole work."""

    tasks: tuple[Task, ...]
    tally: Tally
    why: str
    all: Work


def work_of(facts: Facts, stage: Stage) -> StageWork:
    """The measures whose stage it is."""
    now = work(facts)
    mine = tuple(sorted((one for one in now.plan if one.says("stage") == stage.code), key=lambda one: one.due))
    why = now.k22.why if now.k22.why in UNTOLD else ""
    return StageWork(mine, tally(mine, now.k22, facts.today), why, now)


def plan_words(told: StageWork) -> str:
    """How the measures of the stage stand, as sentences."""
    one = told.tally
    if told.why:
        return f"Данных о мероприятиях этапа нет: {reason(told.why, tab_of('PLAN'))}."
    if not told.tasks:
        return "Мероприятий этого этапа в плане нет."
    words = f"В плане этапа {wording.counted(one.all, 'мероприятие', 'мероприятия', 'мероприятий')}. "
    if not one.due:
        return f"{words}Сроки ещё не наступили."
    due = wording.counted(one.due, "мероприятия", "мероприятий", "мероприятий")
    parts = [f"исполнено в срок — {one.in_time}"]
    parts += [f"позже срока — {one.late}"] if one.late else []
    parts += [f"не исполнено — {one.overdue}"] if one.overdue else []
    return f"{words}Срок наступил у {due}: {', '.join(parts)}.{_others(one)}"


def _others(one: Tally) -> str:
    parts = [f"досрочно исполнено — {one.early}"] if one.early else []
    parts += [f"впереди — {one.ahead}"] if one.ahead else []
    parts += [f"отменено — {one.called_off}"] if one.called_off else []
    return f" {wording.sentence(', '.join(parts))}" if parts else ""
