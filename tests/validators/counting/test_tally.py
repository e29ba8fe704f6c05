"""Every task lies in one heap: due and in time, late, overdue; not due and early, ahead, called off."""

from datetime import date

import pytest

from tests.text_tables import TODAY, scene
from validators.counting.tally import Tally, grouped, tally
from validators.counting.work import count_k22, measures
from validators.office import Office

HEAD = "Код | Мероприятие | Этап | Окончание (план) | Статус | Окончание (факт)"


def plan(*lines: str) -> Office:
    return scene(
        {"PLAN": "\n".join([HEAD, *(f"МР-{at:04d} | Дело | {line}" for at, line in enumerate(lines, 1))])}
    ).office


def of(office: Office, on: date = TODAY) -> Tally:
    return tally(measures(office), count_k22(office, on), on)


@pytest.mark.parametrize(
    ("line", "heap"),
    [
        ("Э1 | 10.04.2026 | Исполнено | 10.04.2026", "in_time"),
        ("Э1 | 10.04.2026 | Исполнено | ", "in_time"),
        ("Э1 | 15.04.2026 | Исполнено | 15.04.2026", "in_time"),
        ("Э1 | 10.04.2026 | Исполнено | 11.04.2026", "late"),
        ("Э1 | 10.04.2026 | Исполнено | 16.04.2026", "overdue"),
        ("Э1 | 14.04.2026 | В работе | ", "overdue"),
        ("Э1 | 14.04.2026 |  | ", "overdue"),
        ("Э1 | 15.04.2026 | В работе | ", "ahead"),
        ("Э1 | 16.04.2026 | Не начато | ", "ahead"),
        ("Э1 | 16.04.2026 | Исполнено | 14.04.2026", "early"),
        ("Э1 | 10.04.2026 | Отменено | ", "called_off"),
        ("Э1 | 20.04.2026 | Отменено | ", "called_off"),
    ],
)
def test_a_task_lies_in_one_heap(line: str, heap: str) -> None:
    one = of(plan(line))
    heaps = ("in_time", "late", "overdue", "early", "ahead", "called_off")
    assert {name: getattr(one, name) for name in heaps} == {name: int(name == heap) for name in heaps}
    assert one.all == 1
    assert one.due == (heap in heaps[:3])


def test_the_share_of_a_group_is_the_indicator_of_its_rows() -> None:
    office = plan(
        "Э1 | 10.04.2026 | Исполнено | 10.04.2026", "Э1 | 10.04.2026 | В работе | ", "Э2 | 10.05.2026 | В работе | "
    )
    whole = count_k22(office, TODAY)
    found = {
        key: tally(some, whole, TODAY) for key, some in grouped(measures(office), lambda one: one.says("stage")).items()
    }
    assert of(office).count.value == whole.value == 50
    assert (found["Э1"].count.value, found["Э1"].due) == (50, 2)
    assert (found["Э2"].count.value, found["Э2"].count.why) == (None, "сроки ещё не наступили")


def test_a_row_without_a_term_or_by_mistake_is_no_task() -> None:
    assert of(plan("Э1 |  | В работе | ", "Э1 | 10.04.2026 | Ошибочная запись | ")) == of(plan("Э1 |  | | "))
