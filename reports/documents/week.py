"""What each employee has in hand this week, and what the last one gave: the facts of «К планёрке»."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reports import wording
from reports.causes import above_info
from reports.facts import Facts
from reports.head.page import HIDDEN, told
from reports.naming import short_name, staff
from validators.attendance import is_away
from validators.counting.count import days
from validators.counting.papers import PRESENTED
from validators.counting.signing import to_sign
from validators.counting.signoff import signer_of
from validators.counting.work import Task, instructions, measures

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_INCOMING, _ANSWERED = "Входящий", ("Отправлен", "Исполнен")


@dataclass(frozen=True)
class Week:
    """A week from Monday to Sunday."""

    first: date

    @property
    def last(self) -> date:
        """Its Sunday."""
        return self.first + 6 * _DAY

    @property
    def before(self) -> "Week":
        """The week before it."""
        return Week(self.first - _WEEK)

    def has(self, day: date | None) -> bool:
        """The day is one of the week."""
        return day is not None and self.first <= day <= self.last


@dataclass(frozen=True)
class Hand:
    """What one employee has: `late` and `due` by term, `papers` in words, his remarks, the last week's result.

    `who` is empty for what is entrusted to nobody at work. `was_due` and `was_done` are tasks whose term was in the
    last week, and those of them done in time; `mended` — his remarks that were closed in it. `away` — in words.
    """

    who: str
    late: tuple[Task, ...]
    due: tuple[Task, ...]
    papers: tuple[str, ...]
    remarks: int
    oldest: date | None
    was_due: int
    was_done: int
    mended: int
    away: str = ""

    @property
    def is_empty(self) -> bool:
        """There is nothing to speak about."""
        return not (self.late or self.due or self.papers or self.remarks or self.was_due or self.mended)


def week_of(day: date) -> Week:
    """The week of a working day; on a day off it is the week that comes."""
    monday = day - day.weekday() * _DAY
    return Week(monday + _WEEK if day.weekday() > 4 else monday)


def hands(facts: Facts) -> list[Hand]:
    """Each employee at work, the one with most overdue first; the last is what nobody has, if there is any."""
    codes = staff(facts.scene.office, facts.today)
    found = [_hand(facts, code) for code in codes]
    found.sort(key=lambda one: (-len(one.late), -len(one.due), -one.remarks, one.who))
    nobody = _hand(facts, None)
    return found if nobody.is_empty else [*found, nobody]


def _hand(facts: Facts, code: str | None) -> Hand:
    week = week_of(facts.today)
    mine = [one for one in facts.once(_tasks) if _is_of(facts, one.who, code)]
    opened = [one for one in mine if one.is_open(facts.today)]
    was_due = [one for one in mine if week.before.has(one.due) and one.is_due(week.before.last)]
    remarks = [one for one in above_info(facts.remarks) if _is_of(facts, one.owner, code)]
    return Hand(
        who=short_name(facts, code),
        late=tuple(one for one in opened if one.due < facts.today),
        due=tuple(one for one in opened if facts.today <= one.due <= week.last),
        papers=tuple(_papers(facts, code, week)),
        remarks=len(remarks),
        oldest=min((one.since for one in remarks if one.since), default=None),
        was_due=len(was_due),
        was_done=sum(one.in_time(week.before.last) for one in was_due),
        mended=sum(_is_of(facts, one.owner, code) and week.before.has(one.closed) for one in facts.past.fixed),
        away=_away(facts, code, week),
    )


def _tasks(facts: Facts) -> list[Task]:
    found = [*measures(facts.scene.office), *instructions(facts.scene.office)]
    return sorted(found, key=lambda one: (one.due, one.id))


def _is_of(facts: Facts, who: str | None, code: str | None) -> bool:
    """It is his; it is nobody's when nobody at work has it."""
    return who == code if code is not None else who not in facts.once(_at_work)


def _at_work(facts: Facts) -> frozenset[str]:
    return frozenset(staff(facts.scene.office, facts.today))


def _papers(facts: Facts, code: str | None, week: Week) -> Iterator[str]:
    """What he is to sign, to answer, to prepare: in this order."""
    if not facts.scene.office.has("DOC"):
        return
    table = facts.scene.office.tables["DOC"]
    kinds, authors = table.values["kind"], table.values["author"]
    drafts = to_sign(facts.scene.office)
    signers = {at: signer_of(facts.scene.office, str(kinds[at]), at) for at in drafts}
    yield from (f"подписать: {_title(facts, at)}" for at in drafts if code is not None and signers[at] == code)
    for at, due in _requests(facts, week):
        if _is_of(facts, _text(authors[at]), code):
            late = due < facts.today
            yield f"ответить{', срок прошёл' if late else ''} {due:%d.%m}: {_title(facts, at)}"
    own = [at for at in drafts if _is_of(facts, _text(authors[at]), code) and (code is None or signers[at] != code)]
    yield from (f"на подпись: {_title(facts, at)}" for at in own)


def _requests(facts: Facts, week: Week) -> list[tuple[int, date]]:
    """Incoming documents that wait for an answer this week or have waited too long."""
    table = facts.scene.office.tables["DOC"]
    due, states, ways = days(table, "due"), table.values["status"], table.values["way"]
    found = []
    for at in table.counted:
        term = due[at]
        if term is not None and term <= week.last and ways[at] == _INCOMING and states[at] not in _ANSWERED:
            answer = table.index_of.get(str(table.values["answer"][at]))
            if answer is None or states[answer] not in PRESENTED:
                found.append((at, term))
    return sorted(found, key=lambda one: one[1])


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _title(facts: Facts, index: int) -> str:
    table = facts.scene.office.tables["DOC"]
    title = told(str(table.values["title"][index] or ""))
    return table.ids[index] if title in {None, HIDDEN} else str(title)


def _away(facts: Facts, code: str | None, week: Week) -> str:
    """«отсутствует 13.04–17.04», the days of the week on which he is away; empty when he is there."""
    if code is None:
        return ""
    table = facts.scene.office.tables["STAFF"]
    index = table.index_of[code]
    gone = [day for day in (week.first + _DAY * shift for shift in range(5)) if is_away(table, index, day)]
    if not gone:
        return ""
    span = f"{gone[0]:%d.%m}" if len(gone) == 1 else f"{gone[0]:%d.%m}–{gone[-1]:%d.%m}"
    return f"отсутствует {span}"


def late_words(facts: Facts, some: Sequence[Task]) -> list[str]:
    """«Семинар — 5 дней» of each."""
    return [
        f"{told(one.what)} — {wording.counted((facts.today - one.due).days, 'день', 'дня', 'дней')}" for one in some
    ]


def due_words(some: Sequence[Task]) -> list[str]:
    """«17.04 Семинар» of each."""
    return [f"{one.due:%d.%m} {told(one.what)}" for one in some]
