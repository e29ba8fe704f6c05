"""Pages that fall silent, the networks they are in, teams with a page, publications that are out."""

from datetime import date

import pytest

from config.settings import parse
from tests.text_tables import scene
from validators.counting.media import publications_out, teams_with_pages
from validators.counting.outreach import allowed, platform_at, voices

ON = date(2026, 4, 15)
PAGES = "Код | Чья страница | Ссылка | Площадка | Последняя публикация | Официальная | Статус записи"
NO_TEAMS = "Код | Название команды | Дата формирования | Стадия"
TEAMS = f"{NO_TEAMS}\nКМ-0001 | Маяк | 10.11.2025 | Идея\nКМ-0002 | Мост | 10.11.2025 | Идея\nКМ-0003 | Мир | 10.11.2025 | Закрыт"


def page(last: str, official: str = "", state: str = "", url: str = "https://vk.com/mayak", place: str = "") -> str:
    return f"{PAGES}\nСР-0001 | КМ-0001 | {url} | {place} | {last} | {official} | {state}"


@pytest.mark.parametrize(
    ("last", "official", "quiet", "silent"),
    [
        ("15.04.2026", "", 0, False),
        ("16.03.2026", "", 30, False),
        ("15.03.2026", "", 31, True),
        ("01.04.2026", "Да", 14, False),
        ("31.03.2026", "Да", 15, True),
        ("", "", None, False),
        ("", "Да", None, False),
    ],
)
def test_a_page_is_silent_when_it_is_quiet_for_longer_than_it_may_be(
    last: str, official: str, quiet: int | None, *, silent: bool
) -> None:
    (one,) = voices(scene({"PAGE": page(last, official)}))
    assert (one.quiet, one.is_silent) == (quiet, silent)


def test_days_of_a_break_are_no_silence() -> None:
    stages = "Код этапа | Название | Начало | Окончание | Перерыв\nЭ4 | Проекты | 12.01.2026 | 15.05.2026 | 20.03.2026–29.03.2026"
    (one,) = voices(scene({"PAGE": page("10.03.2026"), "STAGE": stages}))
    assert (one.quiet, one.is_silent) == (26, False)


def test_a_page_that_is_no_longer_kept_is_not_asked() -> None:
    assert voices(scene({"PAGE": page("01.01.2026", state="Завершена")})) == ()


def test_a_publication_on_the_page_breaks_its_silence() -> None:
    posts = "Код | Дата | Тема/заголовок | Статус | Страница\nПБ-0001 | 10.04.2026 | Афиша | Вышла | СР-0001"
    (one,) = voices(scene({"PAGE": page("01.01.2026"), "PUB": posts}))
    assert (one.last, one.quiet) == (date(2026, 4, 10), 5)


def test_the_settings_say_for_how_long_a_page_may_be_quiet() -> None:
    settings = parse("[thresholds]\npage_silence = 40\npage_silence_official = 7\n", {})
    assert (allowed(settings, official=False), allowed(settings, official=True)) == (40, 7)


@pytest.mark.parametrize(
    ("url", "typed", "name"),
    [
        ("https://vk.com/mayak", "", "ВКонтакте"),
        ("https://t.me/mayak", "", "Telegram"),
        ("https://mayak.ru/", "", "Сайт"),
        ("https://mayak.ru/", "MAX", "MAX"),
        ("", "", None),
    ],
)
def test_the_network_of_a_page_is_as_typed_else_by_its_address(url: str, typed: str, name: str | None) -> None:
    table = scene({"PAGE": page("", url=url, place=typed)}).office.tables["PAGE"]
    assert platform_at(table, 0) == name


@pytest.mark.parametrize(("last", "value", "rows"), [("10.04.2026", 50, ("КМ-0001",)), ("01.01.2026", 0, ())])
def test_teams_at_work_with_a_living_page_are_a_share(last: str, value: float, rows: tuple[str, ...]) -> None:
    count = teams_with_pages(scene({"PAGE": page(last), "TEAM": TEAMS}).office, ON)
    assert (count.value, count.rows, count.of) == (value, rows, ("КМ-0001", "КМ-0002"))


@pytest.mark.parametrize(
    ("tables", "why"),
    [({}, "не ведётся"), ({"TEAM": TEAMS}, "не ведётся"), ({"TEAM": NO_TEAMS, "PAGE": page("")}, "нет команд")],
)
def test_without_teams_or_pages_there_is_no_share(tables: dict[str, str], why: str) -> None:
    count = teams_with_pages(scene(tables).office, ON)
    assert (count.value, count.why) == (None, why)


@pytest.mark.parametrize(
    ("day", "status", "out"),
    [
        ("15.04.2026", "Вышла", [0]),
        ("16.04.2026", "Вышла", []),
        ("10.04.2026", "Запланирована", []),
        ("10.04.2026", "Ошибочная запись", []),
        ("", "Вышла", [0]),
    ],
)
def test_a_publication_is_out_when_it_says_so_and_its_day_has_come(day: str, status: str, out: list[int]) -> None:
    posts = f"Код | Дата | Тема/заголовок | Статус | СМИ\nПБ-0001 | {day} | Афиша | {status} | Газета"
    assert publications_out(scene({"PUB": posts}).office, ON) == out
