"""Figures that the package lacks go before the gate as whole tables: they add up, and agree with the figures."""

from functools import cache

from reports.disclosure.audit import audit
from reports.disclosure.draft import Draft, Mark, People
from reports.disclosure.release import Released, release, system_of
from reports.disclosure.system import Issued
from reports.facts import Facts
from reports.figures.figure import figures
from reports.filling.answers import answer_of, place_of
from reports.filling.beside import key_of, with_cuts
from reports.filling.marks import Wanted
from reports.filling.told import FormTold, day_told, issued
from tests.reports.federal.released import K, draft
from tests.reports.head.pages import demo

CUTS = (("K16", "category"), ("K02", "priority"), ("K27", "municipality"), ("K13", "state"), ("K16", "state"),
        ("K08", "category"), ("K09", "priority"), ("K02", "category"))  # fmt: skip


@cache
def with_some() -> Draft:
    return with_cuts(draft(), demo(), CUTS)


@cache
def let_out() -> Released:
    return release(with_some(), (), K)


def told(*keys: str) -> tuple[Issued, ...]:
    day = day_told(with_some(), let_out(), keys, CUTS)
    return tuple(issued("форма", FormTold(form="", answers="", days=(day,))))


def test_every_group_says_what_the_figures_say_or_hides() -> None:
    cells, compared = let_out().cells(), 0
    for one in figures(demo()):
        for cut, group in one.cut.items():
            if (one.indicator.id, cut) in CUTS:
                shown = cells[key_of(one.indicator.id, cut, group)]
                assert shown is Mark.HIDDEN or (isinstance(shown, int | float) and abs(shown - (one.value or 0)) < 0.06)
                compared += 1
    assert compared > 40


def test_what_is_hidden_can_not_be_worked_out() -> None:
    assert audit(system_of(with_some(), (), K), let_out().untold) == ()
    assert any(key.startswith("Ф/K27") for key in let_out().untold)


def test_a_package_after_a_form_of_the_same_numbers_shows_nothing_that_the_form_hid() -> None:
    after = release(draft(), told(*let_out().cells()), K)
    shown = {key for key, value in after.cells().items() if value is not Mark.HIDDEN}
    assert not shown & let_out().untold


def test_what_a_form_has_told_is_the_numbers_in_sight_and_those_behind_percentages() -> None:
    (one,) = told("2/K18/Факт", "3/Школьник/Зачислено", "2/K24/Факт")
    assert set(one.seen) == {"2/K18/Часть", "3/Всего/Зачислено", "3/Школьник/Зачислено"}
    assert one.hidden | one.untold == let_out().untold
    people = {key: cell.value for table in with_some().tables for row in table.rows
              for key, cell in zip((table.address(row, at) for at in range(len(row.cells))), row.cells, strict=True)
              if isinstance(cell, People)}  # fmt: skip
    assert one.seen["3/Школьник/Зачислено"] == people["3/Школьник/Зачислено"]


def asked(code: str, cut: str = "", group: str = "") -> str:
    facts: Facts = demo()
    wanted = Wanted(code, cut=cut, group=group)
    answer = answer_of(facts, let_out(), wanted)
    return answer.why or place_of(facts, wanted).key


def test_groups_are_called_as_people_call_them() -> None:
    assert asked("K02", "category", "студенты вузов") == "3/Студент вуза/Зачислено"
    assert asked("K02", "priority", "пн-0001") == "Ф/K02; priority=ПН-0001/Факт"
    assert asked("K27", "municipality", "г. Светлобор") == "Ф/K27; municipality=Городской округ Светлобор/Факт"
    assert asked("K13", "state", "Предложено") == "Ф/K13; state=предложено/Факт"


def test_what_is_not_told_says_why() -> None:
    assert asked("K99") == "показателя K99 нет"
    assert asked("K02", "category", "Аспирант") == "группы «Аспирант» нет"
    assert asked("K02", "kind", "Вуз") == "у показателя K02 нет разреза «Вид»"
    assert asked("K23", "owner", "РП-0001") == "показатели отдельных сотрудников в форму не выводятся"
    assert asked("K18", "priority", "ПН-0001").startswith("доли по направлениям")
    assert asked("K34", "state", "неизвестно") == "K34 по состояниям в форму не выводится"
