"""О10 «Отчёт. Инфосопровождение»: coverage by pages, silent pages, official ones, what came out and who saw it."""

from collections.abc import Callable
from datetime import date

import pytest

from reports.facts import Facts
from reports.figures.catalogue import BY_ID
from reports.figures.figure import figures, whole
from reports.figures.naming import rounded
from reports.head.media import TAB, compose
from reports.layout import lay_out
from reports.report import Chart, ChartKind, Jump, Light, Listing, Report, Value, Words
from tests.reports.figures.test_figure import PUPILS, TEAMS
from tests.reports.made_up import made_up_facts

MakeFacts = Callable[..., Facts]
PAGES = """
Код     | Чья страница | Ссылка               | Последняя публикация | Официальная | Подписчиков | Статус записи
СР-0001 | РПО          | https://vk.com/kadry | 14.04.2026           | Да          | 100         |
СР-0002 | РПО          | https://max.ru/kadry | 20.03.2026           | Да          |             |
СР-0003 | КМ-0001      | https://vk.com/mayak | 10.04.2026           |             | 7           |
СР-0004 | КМ-0002      | https://t.me/mostik   | 01.03.2026           |             |             |
СР-0005 | КМ-0002      | https://vk.com/most  | 01.01.2026           |             |             | Завершена
"""
POSTS = """
Код     | Дата       | Тема/заголовок | Статус       | Страница | СМИ    | Этап | Охват/просмотры
ПБ-0001 | 02.03.2026 | Афиша          | Вышла        | СР-0001  |        | Э4   | 100
ПБ-0002 | 09.03.2026 | Итоги          | Вышла        | СР-0001  |        | Э4   | 300
ПБ-0003 | 09.04.2026 | Статья         | Вышла        |          | Газета | Э5   |
ПБ-0004 | 20.04.2026 | Планы          | Запланирована| СР-0003  |        | Э5   | 900
ПБ-0005 | 10.04.2026 | Маяк           | Вышла        | СР-0003  |        |      | 50
"""
NO_PEOPLE = "Участников охвачено действующей страницей: нет данных (не ведётся). Молчат 2 из 4\u00a0страниц."
OFFICE = {"PAGE": PAGES, "PUB": POSTS, "SCH": PUPILS, "TEAM": TEAMS}


def page(facts: Facts) -> Report:
    (one,) = compose(facts)
    assert one.tab == TAB
    return one


def words(facts: Facts) -> list[str]:
    return [one.text for one in page(facts).blocks if isinstance(one, Words)]


def listing(facts: Facts, title: str) -> Listing:
    return next(one for one in page(facts).blocks if isinstance(one, Listing) and one.title.startswith(title))


def titles(facts: Facts) -> list[str]:
    return [one.title for one in page(facts).blocks if isinstance(one, Listing)]


def test_coverage_is_told_over_all_by_category_and_for_teams(make_facts: MakeFacts) -> None:
    assert listing(make_facts(OFFICE), "Кто охвачен").rows == (
        (
            "Участники, всего",
            2,
            1,
            50,
            Light.RED,
            "официальная страница молчит: СР-0002",
            Jump("1 из 2", "Расшифровка", "K27"),
        ),
        ("Школьник", 2, 1, 50, Light.RED, None, Jump("1 из 2", "Расшифровка", "K27 · Категория: Школьник")),
        ("Команды", 2, 1, 50, Light.RED, "без действующей страницы: КМ-0002", None),
    )


def test_official_pages_stand_with_their_silence_and_a_missing_network_is_red(make_facts: MakeFacts) -> None:
    assert listing(make_facts(OFFICE), "Официальные").rows == (
        ("Одноклассники", "страницы нет", None, None, None, 14, None, Light.RED),
        ("ВКонтакте", "СР-0001", "РПО", date(2026, 4, 14), 1, 14, 100, Light.GREEN),
        ("MAX", "СР-0002", "РПО", date(2026, 3, 20), 26, 14, None, Light.RED),
    )


def test_silent_pages_are_listed_the_longest_first(make_facts: MakeFacts) -> None:
    rows = listing(make_facts(OFFICE), "Молчат").rows
    assert [one[1] for one in rows] == ["СР-0004", "СР-0002"]
    assert rows[0] == ("Telegram", "СР-0004", "КМ-0002", date(2026, 3, 1), 45, 30, None, Light.RED)


def test_addresses_of_pages_and_titles_of_posts_are_not_shown(make_facts: MakeFacts) -> None:
    told = repr(page(make_facts(OFFICE)))
    for word in ("vk.com", "t.me", "Афиша", "Газета", "Галкин"):
        assert word not in told


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        (
            "По площадкам",
            [
                ("Всего", 4, 2, 4, 450, 150, 1),
                ("ВКонтакте", 2, 0, 3, 450, 150, 0),
                ("СМИ", 0, 0, 1, None, None, 1),
                ("MAX", 1, 1, 0, None, None, 0),
                ("Telegram", 1, 1, 0, None, None, 0),
            ],
        ),
        (
            "По этапам",
            [("Э4", 2, 400, 200, 0), ("Э5", 1, None, None, 1), ("не указано", 1, 50, 50, 0)],
        ),
        ("По месяцам", [("март 2026", 2, 400, 200, 0), ("апрель 2026", 2, 50, 50, 1)]),
    ],
)
def test_publications_are_counted_with_their_reach(
    make_facts: MakeFacts, title: str, rows: list[tuple[Value, ...]]
) -> None:
    assert list(listing(make_facts(OFFICE), title).rows) == rows


def test_a_stage_is_called_by_its_title(make_facts: MakeFacts) -> None:
    stages = "Код этапа | Название | Начало | Окончание\nЭ4 | Проекты | 12.01.2026 | 15.05.2026"
    rows = listing(make_facts({**OFFICE, "STAGE": stages}), "По этапам").rows
    assert rows[0][:2] == ("Э4 · Проекты", 2)


def test_the_chart_shows_publications_by_month(make_facts: MakeFacts) -> None:
    (chart,) = [one for one in page(make_facts(OFFICE)).blocks if isinstance(one, Chart)]
    assert (chart.kind, chart.categories) == (ChartKind.COLUMN, ("март 2026", "апрель 2026"))
    assert [one.values for one in chart.series] == [(2.0, 2.0)]


def test_the_sentence_tells_coverage_silence_and_publications(make_facts: MakeFacts) -> None:
    assert words(make_facts(OFFICE))[2] == (
        "Действующей страницей охвачены 1 из 2 участников, 50\u00a0%. Молчат 2 из 4\u00a0страниц. "
        "С начала года вышло 4\u00a0публикации, охват 450."
    )


@pytest.mark.parametrize(
    ("tables", "sentence"),
    [
        ({}, "Сказать нечего: «Страницы и блоги» — не ведётся, «Публикации» — не ведётся."),
        (
            {"PAGE": PAGES},
            f"{NO_PEOPLE} О публикациях сказать нечего: реестр «Публикации» — не ведётся.",
        ),
        (
            {"PUB": POSTS},
            "О страницах сказать нечего: реестр «Страницы и блоги» — не ведётся. С начала года вышло 4\u00a0публикации, охват 450.",
        ),
        (
            {"PAGE": PAGES.splitlines()[1], "PUB": POSTS.splitlines()[1], "SCH": PUPILS},
            "Страниц пока нет. Вышедших публикаций в этом году пока нет.",
        ),
    ],
)
def test_what_is_not_kept_or_still_empty_is_a_sentence(
    make_facts: MakeFacts, tables: dict[str, str], sentence: str
) -> None:
    assert words(make_facts(tables))[2] == sentence


def test_without_pages_only_publications_are_shown_and_the_other_way_round(make_facts: MakeFacts) -> None:
    assert titles(make_facts({"PUB": POSTS})) == ["По площадкам", "По этапам", "По месяцам"]
    pages = titles(make_facts({"PAGE": PAGES}))
    assert pages == ["Кто охвачен действующими страницами", "Официальные страницы", "Молчат дольше допустимого"]
    assert titles(make_facts({})) == []


def test_an_unknown_coverage_is_no_zero(make_facts: MakeFacts) -> None:
    first, teams = listing(make_facts({"PAGE": PAGES}), "Кто охвачен").rows
    assert first == ("Участники, всего", None, None, "нет данных", Light.GREY, "не ведётся", None)
    assert teams == ("Команды", None, None, "нет данных", Light.GREY, "не ведётся", None)


def test_the_made_up_office_agrees_with_the_indicators() -> None:
    facts = made_up_facts()
    k27 = whole(facts, BY_ID["K27"])
    first = listing(facts, "Кто охвачен").rows[0]
    assert first[1:5] == (len(k27.count.of), len(k27.count.rows), rounded(k27.value), k27.light)
    total = listing(facts, "По площадкам").rows[0]
    k28 = next((one.value for one in figures(facts) if one.indicator.id == "K28" and not one.cut), total[3])
    assert total[3] == k28
    for title in ("По этапам", "По месяцам"):
        assert sum(int(str(one[1])) for one in listing(facts, title).rows) == total[3]
    assert lay_out(page(facts), None).boxes
