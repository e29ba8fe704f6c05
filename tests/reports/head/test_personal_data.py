"""«Отчёт. Личные данные» and its line in the head's letter: codes, reasons, days, the command; never a name."""

from reports.head.personal_data import compose
from reports.mail.summary import summary
from reports.report import Light, Listing
from tests.reports.conftest import TABLES, facts_of

PUPILS = """
Код     | Фамилия  | Имя  | Отчество | Класс или курс | Статус участника | Дата зачисления | Согласие: дата | Согласие дал  | Дата отзыва согласия
ШК-0001 | Воробьёв | Иван | нет      | 9А             | Участник         | 01.10.2025      | 01.09.2025     | Представитель | 01.03.2026
ШК-0002 | Галкин   | Пётр | нет      | 9А             | Участник         | 01.10.2025      |                |               |
"""


def test_who_must_go_is_told_with_his_term_and_the_command() -> None:
    facts = facts_of({**TABLES, "SCH": PUPILS})
    (report,) = compose(facts)
    due, watch = (block for block in report.blocks if isinstance(block, Listing))
    ((code, _, why, _, left, light, command),) = due.rows
    assert (code, why, left, light) == ("ШК-0001", "согласие отозвано", -15, Light.RED)
    assert command == "rpo purge ШК-0001"
    assert [(row[1], row[2]) for row in watch.rows] == [(1, "ШК-0002"), (1, "ШК-0001"), (0, None)]
    assert "Воробьёв" not in repr(report)


def test_the_head_s_letter_names_them_too() -> None:
    facts = facts_of({**TABLES, "SCH": PUPILS})
    part = next(one for one in summary(facts) if one.title == "Личные данные пора уничтожить")
    (line,) = part.lines
    assert line.words.startswith("ШК-0001, до 31.03.2026: согласие отозвано")
