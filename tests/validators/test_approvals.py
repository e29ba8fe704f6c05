"""What is approved on a day: never without a live decision, whatever a person typed into the row."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config.registers.decisions import DECISION_RESULTS
from config.registers.enterprises import SITE_STATUSES
from config.registers.mentors import MENTOR_STATUSES
from config.registers.record_state import STATES
from tests.text_tables import TODAY, scene
from validators.counting.approvals import SUBJECTS, Lack, Subject, approvals, approved
from validators.counting.decisions import decisions
from validators.counts import COUNTS
from validators.office import Office

HEADS = {
    "MENT": "Код | Фамилия | Статус | Решение | Дата утверждения | Срок полномочий до",
    "ENT": "Код | Полное наименование | Статус | Решение | Дата утверждения | Срок соглашения до",
    "EDU": "Код | Полное наименование | Статус записи | Решение | Дата утверждения | Участвует в Программе с",
    "PRIORITY": "Код | Название | Статус записи | Решение | Действует с | Действует по",
}
PREFIX = {"MENT": "НС", "ENT": "ПП", "EDU": "ОО", "PRIORITY": "ПН"}
STATUSES = {"MENT": MENTOR_STATUSES, "ENT": SITE_STATUSES, "EDU": STATES, "PRIORITY": STATES}
DECISIONS = "Код | Кто решил | Дата заседания | Вопрос | Содержание решения | Результат | Объекты | Отменено с"


@dataclass(frozen=True)
class Typed:
    """A decision as it was typed, so that the test can judge it by itself."""

    id: str
    body: str
    decided: date | None
    question: str
    result: str
    named: tuple[str, ...]
    excepted: tuple[str, ...]
    revoked: date | None

    @property
    def line(self) -> str:
        objects = "; ".join(self.named) + (f", кроме {', '.join(self.excepted)}" if self.excepted else "")
        cells = (self.id, self.body, _day(self.decided), self.question, "Утвердить", self.result, objects)
        return " | ".join((*cells, _day(self.revoked)))

    def approves(self, row_id: str, cited: str, question: str, on: date) -> bool:
        """Straight from the words of the decisions: accepted by the body, on this question, on that day."""
        return (
            (self.result, self.question) == ("Принято", question)
            and self.body != "Губернатор"
            and (self.decided is None or self.decided <= on)
            and (self.revoked is None or on < self.revoked)
            and (row_id in self.named or cited == self.id)
            and row_id not in self.excepted
        )


def _day(day: date | None) -> str:
    return f"{day:%d.%m.%Y}" if day else ""


def mostly(value: str, others: Sequence[str]) -> st.SearchStrategy[str]:
    """The value three times of four: cases in which only one thing is wrong are the ones that tell."""
    return st.integers(0, 3).flatmap(lambda dice: st.sampled_from(others) if dice == 0 else st.just(value))


DAYS = st.none() | st.integers(-90, 90).map(lambda shift: TODAY + timedelta(days=shift))


@st.composite
def offices(draw: st.DrawFn) -> tuple[Subject, list[tuple[str, str]], list[Typed], Office]:
    """A subject, its rows (code, decision that the cell cites), the decisions, and the office that they make."""
    subject = draw(st.sampled_from(SUBJECTS))
    codes = [f"{PREFIX[subject.key]}-{number:04d}" for number in (1, 2, 3)]
    lists = st.lists(st.sampled_from([*codes, "Список № 1"]), max_size=3, unique=True).map(tuple)
    made = [
        Typed(
            id=f"РШ-{number:04d}",
            body=draw(mostly("Совет", ("Губернатор", ""))),
            decided=draw(DAYS),
            question=draw(mostly(subject.question, ("C5", "Иное"))),
            result=draw(mostly("Принято", DECISION_RESULTS.values)),
            named=draw(lists),
            excepted=draw(st.lists(st.sampled_from(codes), max_size=1).map(tuple)),
            revoked=draw(DAYS),
        )
        for number in range(1, draw(st.integers(0, 3)) + 1)
    ]
    cited = [(code, draw(st.sampled_from(("", *(one.id for one in made))))) for code in codes]
    statuses = mostly(subject.status or "", ("", *STATUSES[subject.key].values))
    lines = [
        f"{code} | Имя{'абв'[at]} | {draw(statuses)} | {decision} | {_day(draw(DAYS))} | {_day(draw(DAYS))}"
        for at, (code, decision) in enumerate(cited)
    ]
    tables = {
        subject.key: "\n".join([HEADS[subject.key], *lines]),
        "DEC": "\n".join([DECISIONS, *(one.line for one in made)]),
    }
    return subject, cited, made, scene(tables).office


@given(offices(), st.integers(-100, 100))
@settings(max_examples=150, deadline=None)
def test_nothing_is_approved_without_a_live_decision_on_that_day(
    made: tuple[Subject, list[tuple[str, str]], list[Typed], Office], shift: int
) -> None:
    subject, rows, typed, office = made
    on = TODAY + timedelta(days=shift)
    backed = {code for code, cited in rows if any(one.approves(code, cited, subject.question, on) for one in typed)}
    table = office.tables[subject.key]
    assert {table.ids[index] for index in approved(office, subject.key, on)} <= backed


@given(offices())
@settings(max_examples=75, deadline=None)
def test_what_is_approved_and_what_it_lacks_never_go_together(
    made: tuple[Subject, list[tuple[str, str]], list[Typed], Office],
) -> None:
    subject, _rows, _typed, office = made
    known, table = approvals(office, subject), office.tables[subject.key]
    counted = set(approved(office, subject.key, TODAY))
    for index in range(len(table)):
        assert (known.shortfall(index, TODAY) is None) == (index in counted)


def office_of(mentor: str, *lines: str) -> Office:
    return scene({"MENT": f"{HEADS['MENT']}\nНС-0001 | Горин | {mentor}", "DEC": "\n".join([DECISIONS, *lines])}).office


LISTED = "РШ-0001 | Совет | 07.11.2025 | C3 | Утвердить | Принято | НС-0001 | {}"


@pytest.mark.parametrize(
    ("on", "value"),
    [(date(2025, 11, 6), 0), (date(2025, 11, 7), 1), (date(2026, 3, 9), 1), (date(2026, 3, 10), 0)],
)
def test_a_decision_holds_from_its_day_until_it_is_revoked(on: date, value: int) -> None:
    assert COUNTS["K13"](office_of(" | | |", LISTED.format("10.03.2026")), on).value == value


def test_the_day_of_the_decision_counts_whatever_day_is_typed_in_the_row() -> None:
    office = office_of("Утверждён | | 01.04.2026 |", LISTED.format(""))
    assert COUNTS["K13"](office, date(2025, 12, 1)).value == 1


@pytest.mark.parametrize(
    ("status", "value"),
    [("", 1), ("Предложен", 1), ("На утверждении", 1), ("Отклонён", 0), ("Приостановлен", 0), ("Выбыл", 0)],
)
def test_a_status_that_waited_for_the_decision_follows_it(status: str, value: int) -> None:
    decided, kept = office_of(f"{status} | | |", LISTED.format("")), office_of(f"{status} | | |")
    assert (COUNTS["K13"](decided, TODAY).value, COUNTS["K13"](kept, TODAY).value) == (value, 0)


def test_a_site_is_approved_as_long_as_its_agreement_lasts() -> None:
    site = f"{HEADS['ENT']}\nПП-0001 | Завод | Утверждена | РШ-0001 | | 31.03.2026"
    decided = f"{DECISIONS}\nРШ-0001 | Совет | 07.11.2025 | C2 | Утвердить | Принято | ПП-0001 |"
    office = scene({"ENT": site, "DEC": decided}).office
    assert COUNTS["K15"](office, date(2026, 3, 31)).value == 1
    assert COUNTS["K15"](office, date(2026, 4, 1)).value == 0


@pytest.mark.parametrize(
    ("objects", "names", "excepts", "in_words"),
    [
        ("НС-0001; НС-0002", {"НС-0001", "НС-0002"}, set(), False),
        ("Список № 3", set(), set(), True),
        ("Список № 3, кроме НС-0012", set(), {"НС-0012"}, True),
        ("Список № 3, кроме НС-0012; НС-0013", set(), {"НС-0012", "НС-0013"}, True),
        ("НС-0001, НС-0002, кроме НС-0002", {"НС-0001", "НС-0002"}, {"НС-0002"}, False),
        ("", set(), set(), False),
    ],
)
def test_whom_a_decision_names(objects: str, names: set[str], excepts: set[str], *, in_words: bool) -> None:
    row = f"РШ-0001 | Совет | 07.11.2025 | C3 | Утвердить | Принято | {objects} |"
    one = decisions(scene({"DEC": f"{DECISIONS}\n{row}"}).office)["РШ-0001"]
    assert (set(one.names), set(one.excepts), one.in_words) == (names, excepts, in_words)


@pytest.mark.parametrize("row", ["ОО-0001 | Колледж | | | |", "ОО-0001 | Колледж | | РШ-0001 | |"])
def test_without_decisions_an_institution_is_approved_by_the_decision_that_it_cites(row: str) -> None:
    office = scene({"EDU": f"{HEADS['EDU']}\n{row}"}).office
    assert list(approved(office, "EDU", TODAY)) == ([0] if "РШ" in row else [])


def test_who_is_waiting_lacks_a_day_and_who_was_never_named_a_decision() -> None:
    coming = "РШ-0001 | Совет | 23.04.2026 | C3 | Утвердить | Принято | НС-0001 |"
    for lines, lack in (((coming,), Lack.NOT_YET), ((), Lack.NO_DECISION)):
        office = office_of("Утверждён | | |", *lines)
        shortfall = approvals(office, next(one for one in SUBJECTS if one.key == "MENT")).shortfall(0, TODAY)
        assert shortfall is not None
        assert shortfall.lack is lack


def test_a_blank_priority_is_in_force_from_the_day_of_its_decision() -> None:
    priority = f"{HEADS['PRIORITY']}\nПН-0001 | Туризм | | | |"
    decided = f"{DECISIONS}\nРШ-0001 | Совет | 26.09.2025 | C1 | Утвердить | Принято | ПН-0001 |"
    table = scene({"PRIORITY": priority, "DEC": decided}).office.tables["PRIORITY"]
    values: Sequence[object] = [table.values[name][0] for name in ("decision", "since")]
    assert values == ["РШ-0001", date(2025, 9, 26)]
