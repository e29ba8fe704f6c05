"""An indicator asked of an office of text tables, and the people that most tables need."""

from collections.abc import Mapping
from datetime import date

from config.settings import Settings
from tests.text_tables import TODAY, scene
from validators.counting.count import Count
from validators.counts import COUNTS, PARTS

PUPIL_HEAD = "Код | Фамилия | Имя | Отчество | Дата рождения | Образовательная организация | Класс или курс | Статус участника | Дата зачисления | Дата выбытия | Команда | Согласие: дата | Согласие дал"
STUDENT_HEAD = "Код | Фамилия | Имя | Отчество | Дата рождения | Курс | Статус участника | Дата зачисления | Команды | Согласие: дата"
PUPILS = f"""{PUPIL_HEAD}
ШК-0001 | Чайкина  | Ольга | нет | 01.02.2010 | ОО-0001 | 9А | Участник         | 01.10.2025 |            | КМ-0001 | 01.09.2025 | Представитель
ШК-0002 | Воробьёв | Иван  | нет | 02.02.2010 | ОО-0002 | 9А | Участник         |            |            | КМ-0001 | 01.09.2025 | Оба
ШК-0003 | Галкин   | Пётр  | нет | 03.02.2010 | ОО-0001 | 9А | Выбыл            | 01.10.2025 | 01.03.2026 | КМ-0001 | 01.09.2025 | Представитель
ШК-0004 | Стрижов  | Лев   | нет | 04.02.2010 | ОО-0001 | 9А | Кандидат         |            |            |         |            |
ШК-0005 | Лебедев  | Олег  | нет | 05.02.2010 | ОО-0001 | 9А | Ошибочная запись | 01.10.2025 |            | КМ-0001 |            |
ШК-0006 | Чайкина  | Ольга | нет | 01.02.2010 | ОО-0002 | 9А | Участник         | 01.11.2025 |            | КМ-0002 | 01.09.2025 | Представитель
ШК-0007 | Зимин    | Яков  | нет | 07.02.2010 | ОО-0001 | 9А | Завершил         | 01.10.2025 |            | КМ-0001 | 01.09.2025 | Представитель
"""
"""Active on the day of the tests: ШК-0001 and ШК-0002. ШК-0006 repeats ШК-0001 (X02)."""

STUDENTS = f"""{STUDENT_HEAD}
СТ-0001 | Горин | Марк | нет | 01.02.2005 | 2 курс | Участник | 01.10.2025 | КМ-0001; КМ-0002 | 01.09.2025
СТ-0002 | Белов | Глеб | нет | 02.02.2005 | 2 курс | Завершил | 01.10.2025 | КМ-0002          | 01.09.2025
"""
"""Active: СТ-0001."""


def ask(
    tables: Mapping[str, str], key: str, part: str = "", on: date = TODAY, settings: Settings | None = None
) -> Count:
    """The count of an indicator, or of one of its parts."""
    count = PARTS[key][part] if part else COUNTS[key]
    return count(scene(tables, settings, on).office, on)
