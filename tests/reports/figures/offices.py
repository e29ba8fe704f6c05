"""A small office as text tables, before and after an edit: what an explained change is made of."""

from collections.abc import Mapping
from datetime import date, timedelta

from reports.facts import Facts
from tests.text_tables import TODAY, scene

Tables = Mapping[str, str]

PUPILS = """
Код     | Фамилия  | Имя   | Отчество | Дата рождения | Образовательная организация | Класс или курс | Муниципалитет | Статус участника | Дата зачисления | Дата выбытия | Дата заявки | Дата отзыва согласия | Команда
ШК-0001 | Чайкина  | Ольга | Ильична  | 01.02.2010    | ОО-0001                     | 9А             |               | Участник         | 01.10.2025      |              | 01.09.2025  |                      | КМ-0001
ШК-0002 | Воробьёв | Иван  | нет      | 02.02.2010    | ОО-0002                     | 9А             |               | Участник         | 01.10.2025      |              |             |                      | КМ-0001
ШК-0003 | Галкин   | Пётр  | Ильич    | 03.02.2010    | ОО-0001                     | 9А             |               | Участник         | 20.04.2026      |              |             |                      |
ШК-0004 | Стрижов  | Лев   | Ильич    | 04.02.2010    | ОО-0001                     | 9А             |               | Кандидат         |                 |              | 01.02.2026  |                      |
ШК-0005 | Лебедев  | Олег  | Ильич    | 05.02.2010    | ОО-0001                     | 9А             |               | Участник         | 01.10.2025      |              |             | 10.04.2026           |
"""
NEW = "ШК-0006 | Зимин | Яков | Ильич | 07.02.2010 | ОО-0002 | 9А | | Участник | 01.03.2026 | | | |\n"
NEWER = "ШК-0007 | Ткачёв | Юрий | Ильич | 08.02.2010 | ОО-0002 | 9А | | Участник | 01.03.2026 | | | |\n"
TWIN = "ШК-0000 | Воробьёв | Иван | нет | 02.02.2010 | ОО-0002 | 9А | | Участник | 01.09.2025 | | | |\n"
SCHOOLS = """
Код     | Полное наименование | Тип             | Муниципалитет
ОО-0001 | Школа № 5           | Общеобразовательная | Приозёрный район
ОО-0002 | Школа № 7           | Общеобразовательная | Заречный
"""
TEAMS = """
Код     | Название команды | Дата формирования | Стадия     | Дата защиты
КМ-0001 | Вектор           | 01.11.2025        | Разработка |
КМ-0002 | Импульс          | 16.04.2026        | Идея       |
"""
MENTORS = """
Код     | Фамилия | Имя  | Отчество | Статус | Срок полномочий до
НС-0001 | Орлов   | Илья | нет      |        | 16.04.2026
НС-0002 | Гусев   | Илья | нет      |        |
НС-0003 | Чижов   | Илья | нет      |        |
"""
DECISIONS = """
Код     | Кто решил | Дата заседания | Вопрос | Содержание решения | Результат | Объекты          | Отменено с
РШ-0001 | Совет     | 01.10.2025     | C3     | Утвердить          | Принято   | НС-0001; НС-0002 |
"""
DECIDED = "РШ-0002 | Совет | 10.04.2026 | C3 | Утвердить | Принято | НС-0003 |\n"
PLAN = """
Код     | Мероприятие | Окончание (план) | Статус    | Окончание (факт)
МР-0001 | Семинар     | 01.03.2026       | Исполнено | 28.02.2026
МР-0002 | Сессия      | 01.04.2026       | В работе  |
МР-0003 | Выезд       | 16.04.2026       | В работе  |
"""
PAGES = """
Код     | Чья страница | Ссылка                | Последняя публикация | Состояние
СР-0001 | КМ-0001      | https://vk.com/vektor | 10.04.2026           | Действует
"""
MONEY = """
Код     | Статья/направление | Источник       | Год  | План, год | Кассовое исполнение
ФН-0001 | Призы              | Местный бюджет | 2026 | 3650      | 500
ФН-0002 | Выезды             | Местный бюджет | 2026 | 3650      | 500
"""
OFFICE: Tables = {
    "SCH": PUPILS, "EDU": SCHOOLS, "TEAM": TEAMS, "MENT": MENTORS, "DEC": DECISIONS, "PLAN": PLAN, "PAGE": PAGES,
    "FIN": MONEY,
}  # fmt: skip
NEXT_WEEK = TODAY + timedelta(days=7)


def facts(tables: Tables = OFFICE, today: date = TODAY) -> Facts:
    """The facts of the office on a day."""
    return Facts(scene(tables, today=today), ())


def edited(key: str, *changes: tuple[str, str, str]) -> Tables:
    """The office after cells were typed anew: (code of the row, heading, what stands there now)."""
    lines = OFFICE[key].strip("\n").splitlines()
    headings = [cell.strip() for cell in lines[0].split("|")]
    for code, heading, text in changes:
        at = next(number for number, line in enumerate(lines) if line.startswith(code))
        cells = lines[at].split("|")
        cells[headings.index(heading)] = f" {text} "
        lines[at] = "|".join(cells)
    return {**OFFICE, key: "\n".join(lines) + "\n"}


def added(key: str, *rows: str) -> Tables:
    """The office with more rows."""
    return {**OFFICE, key: OFFICE[key] + "".join(rows)}


def removed(key: str, code: str) -> Tables:
    """The office without a row."""
    kept = [line for line in OFFICE[key].splitlines() if not line.startswith(code)]
    return {**OFFICE, key: "\n".join(kept)}
