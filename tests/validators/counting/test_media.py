"""K27 and K28: teams with a living page, publications of the year and their reach."""

from datetime import date

import pytest

from tests.validators.counting.asked import ask

TEAMS = """
Код     | Название команды | Дата формирования | Стадия
КМ-0001 | Вектор           | 01.11.2025        | Разработка
КМ-0002 | Импульс          | 01.11.2025        | Разработка
КМ-0003 | Орбита           | 01.11.2025        | Закрыт
"""
PAGES = """
Код     | Чья страница | Ссылка                | Последняя публикация
СР-0001 | КМ-0001      | https://vk.com/vector | {}
СР-0002 | КМ-0003      | https://vk.com/orbita | 15.04.2026
"""


@pytest.mark.parametrize(
    ("last", "value"), [("16.03.2026", 50), ("15.03.2026", 0), ("", 50)], ids=["a month ago", "silent", "unknown"]
)
def test_teams_at_work_with_a_living_page(last: str, value: float) -> None:
    count = ask({"TEAM": TEAMS, "PAGE": PAGES.format(last)}, "K27", "команд")
    assert (count.value, count.of) == (value, ("КМ-0001", "КМ-0002"))


POSTS = """
Код     | Дата       | Тема | Статус           | Охват/просмотры
ПБ-0001 | 01.01.2026 | А    | Вышла            | 100
ПБ-0002 | 31.12.2025 | Б    | Вышла            | 1000
ПБ-0003 | 15.04.2026 | В    | Вышла            |
ПБ-0004 | 16.04.2026 | Г    | Вышла            | 1000
ПБ-0005 | 01.04.2026 | Д    | Запланирована    | 1000
ПБ-0006 |            | Е    | Вышла            | 10
ПБ-0007 | 01.04.2026 | Ж    | Ошибочная запись | 1000
"""


@pytest.mark.parametrize(
    ("part", "on", "posts", "value"),
    [
        ("", date(2026, 4, 15), ["ПБ-0001", "ПБ-0003", "ПБ-0006"], 3),
        ("публикаций", date(2026, 4, 14), ["ПБ-0001", "ПБ-0006"], 2),
        ("охват", date(2026, 4, 15), ["ПБ-0001", "ПБ-0006"], 110),
        ("охват", date(2025, 12, 31), ["ПБ-0002", "ПБ-0006"], 1010),
    ],
)
def test_publications_of_the_year_are_counted_by_the_day(part: str, on: date, posts: list[str], value: float) -> None:
    count = ask({"PUB": POSTS}, "K28", part, on)
    assert (list(count.rows), count.value) == (posts, value)
