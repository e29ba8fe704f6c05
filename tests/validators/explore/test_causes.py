"""The first problems tell every cause before they repeat one."""

from config.registers import REGISTERS
from tests.text_tables import grid
from validators.explore.tab import MOST_PROBLEMS, Wish, explore

HEADING = "ФИО студента | Вуз | Курс | Телефон | E-mail\n"


def test_each_cause_is_told_before_any_is_told_twice() -> None:
    rows = [f"Белов Глеб Ильич | АлтГТУ | 2 | 12-{n:02d} | b{n}@example.ru" for n in range(40)]
    rows[30] = "Зимин Т. Л. | АлтГТУ | 2 | 12-99 | z@example.ru"
    rows[35] = "Рогов Марк Олегович | АлтГТУ | 2 | 12-98 | rogov"
    tab = explore(grid(HEADING + "\n".join(rows), tab="Лист1"), REGISTERS, Wish())
    assert len(tab.problems) == MOST_PROBLEMS
    columns = [one.place.column for one in tab.problems]
    assert {"Телефон", "E-mail", "Имя"} <= set(columns)
    assert columns.count("Телефон") > 5


def test_one_misspelt_word_copied_down_is_one_cause() -> None:
    rows = "\n".join(f"{n} | прoцентов" for n in range(1, 9))
    tab = explore(grid(f"Значение | Единица\n{rows}\n9 | cредняя", tab="Лист1"), REGISTERS, Wish())
    assert [len(group) for group in tab.causes] == [8, 1]
