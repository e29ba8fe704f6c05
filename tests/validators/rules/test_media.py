"""X18–X21, X54: who is covered by a page, minors, platforms and invitations, silence, official pages."""

from datetime import date

import pytest

from config.settings import Settings
from config.thresholds import ThresholdsSection
from tests.text_tables import of_rule, scene
from validators.remark import Severity
from validators.rule import check
from validators.rules import RULES

PAGE = "Код | Чья страница | Ссылка | Площадка | Последняя публикация | Официальная | Ведётся с | Статус записи"
PUB = "Код | Дата | Тема/заголовок | Статус | Страница | Отмечены несовершеннолетние"
TEAMS = "Код | Название команды | Дата формирования | Стадия\nКМ-0001 | Росток | {} | {}"
PUPILS = (
    "Код | Фамилия | Имя | Дата рождения | Статус участника | Категория | Дата зачисления | Команда | "
    "Согласие на распространение | Дата отзыва согласия"
)


def page(
    whose: str = "КМ-0001",
    *,
    url: str = "https://vk.com/rostok",
    platform: str = "",
    last: str = "10.04.2026",
    official: str = "",
    since: str = "",
    state: str = "",
    number: int = 1,
) -> str:
    return f"СР-{number:04d} | {whose} | {url} | {platform} | {last} | {official} | {since} | {state}"


def pages(*rows: str) -> dict[str, str]:
    return {"PAGE": "\n".join([PAGE, *rows])}


def teams(formed: str = "01.12.2025", stage: str = "Идея") -> dict[str, str]:
    return {"TEAM": TEAMS.format(formed, stage)}


def pupil(
    *, born: str = "03.02.2010", status: str = "Участник", since: str = "01.11.2025", team: str = "КМ-0001",
    agreed: str = "Да", withdrawn: str = "",
) -> dict[str, str]:  # fmt: skip
    row = f"ШК-0001 | Галкин | Пётр | {born} | {status} | Школьник | {since} | {team} | {agreed} | {withdrawn}"
    return {"SCH": f"{PUPILS}\n{row}"}


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        (page(), False),
        (page(whose="росток"), False),
        (page(last="01.01.2026"), False),
        (page(last=""), False),
        (page(whose="РПО"), True),
        (page(state="Завершена"), True),
        (page(state="Черновик"), True),
        (page(whose=""), False),
        (page(whose="КМ-0999"), False),
    ],
)
def test_a_team_has_a_page(row: str, *, wrong: bool) -> None:
    """A page that is silent is another remark; one whose owner can't be read may be the team's."""
    assert of_rule("X18", {**pages(row), **teams()}) == ([("КМ-0001", None)] if wrong else [])


def test_of_two_teams_without_a_page_a_page_of_nobody_may_be_the_one_of_either() -> None:
    rows = "\nКМ-0002 | Тропа | 01.12.2025 | Идея"
    office = {**pages(page(whose="КМ-0999")), "TEAM": teams()["TEAM"] + rows}
    assert of_rule("X18", office) == [("КМ-0001", None), ("КМ-0002", None)]


@pytest.mark.parametrize(
    ("formed", "stage"), [("17.03.2026", "Идея"), ("01.12.2026", "Идея"), ("01.12.2025", "Закрыт"), ("", "Идея")]
)
def test_a_team_that_is_new_or_closed_needs_no_page(formed: str, stage: str) -> None:
    assert of_rule("X18", {**pages(page(whose="РПО")), **teams(formed, stage)}) == []


@pytest.mark.parametrize(
    ("person", "whose", "told"),
    [
        (pupil(), "КМ-0001", []),
        (pupil(), "РПО", [("КМ-0001", None)]),
        (pupil(team=""), "КМ-0001", [("ШК-0001", "Команда")]),
        (pupil(team="КМ-0999"), "КМ-0001", []),
        (pupil(team="", since="01.04.2026"), "КМ-0001", []),
        (pupil(team="", since=""), "КМ-0001", []),
        (pupil(team="", status="Выбыл"), "КМ-0001", []),
    ],
)
def test_a_participant_is_covered_by_a_page(
    person: dict[str, str], whose: str, told: list[tuple[str, str | None]]
) -> None:
    assert of_rule("X18", {**pages(page(whose=whose)), **teams(), **person}) == told


def test_a_page_of_his_own_covers_a_participant_without_a_team() -> None:
    own = page(whose="ШК-0001", url="https://vk.com/own", number=2)
    assert of_rule("X18", {**pages(page(), own), **teams(), **pupil(team="")}) == []


def test_a_closed_team_covers_nobody_unless_its_page_is_kept() -> None:
    office = {**teams(stage="Закрыт"), **pupil()}
    assert of_rule("X18", {**pages(page()), **office}) == []
    assert of_rule("X18", {**pages(page(whose="РПО")), **office}) == [("ШК-0001", "Команда")]


@pytest.mark.parametrize(("begins", "told"), [("01.03.2026", True), ("17.03.2026", False), ("01.09.2026", False)])
def test_in_a_new_season_everybody_has_time_for_a_page_from_its_first_day(begins: str, told: bool) -> None:  # noqa: FBT001  a column of the table
    stages = {"STAGE": f"Код этапа | Название | Начало\nЭ1 | Набор | {begins}"}
    found = of_rule("X18", {**pages(page(whose="РПО")), **stages, **teams(stage="Закрыт"), **pupil(team="")})
    assert found == ([("ШК-0001", "Команда")] if told else [])


@pytest.mark.parametrize(
    ("person", "wrong"),
    [
        (pupil(agreed="Нет"), True),
        (pupil(agreed=""), True),
        (pupil(withdrawn="01.04.2026"), True),
        (pupil(), False),
        (pupil(agreed="возможно"), False),
        (pupil(agreed="Нет", born="15.04.2008"), False),
        (pupil(agreed="Нет", born=""), False),
    ],
)
def test_a_minor_who_keeps_a_page_has_agreed(person: dict[str, str], *, wrong: bool) -> None:
    told = of_rule("X19", {**pages(page(whose="ШК-0001")), **person})
    assert told == ([("СР-0001", "Чья страница")] if wrong else [])


def test_a_page_that_is_closed_shows_nobody() -> None:
    assert of_rule("X19", {**pages(page(whose="ШК-0001", state="Завершена")), **pupil(agreed="Нет")}) == []


@pytest.mark.parametrize(
    ("status", "minors", "agreed", "wrong"),
    [
        ("Вышла", "Да", "Нет", True),
        ("Вышла", "Да", "Да", False),
        ("Вышла", "Нет", "Нет", False),
        ("Запланирована", "Да", "Нет", False),
    ],
)
def test_minors_on_the_page_of_a_team_have_agreed(status: str, minors: str, agreed: str, *, wrong: bool) -> None:
    posts = "\n".join(f"ПБ-{n:04d} | 0{n}.04.2026 | Пост {n} | {status} | СР-0001 | {minors}" for n in (1, 2))
    office = {**pages(page()), **teams(), **pupil(agreed=agreed), "PUB": f"{PUB}\n{posts}"}
    remarks = [one for one in check(scene(office), RULES) if one.code == "X19"]
    assert [(one.place.id, one.severity) for one in remarks] == ([("СР-0001", Severity.WARNING)] if wrong else [])
    assert all("ПБ-0001, ПБ-0002" in one.text and "ШК-0001" in one.text for one in remarks)


@pytest.mark.parametrize(
    ("url", "platform", "told"),
    [
        ("https://vk.com/rostok", "ВКонтакте", None),
        ("https://m.vk.com/rostok", "ВК", None),
        ("https://vk.com/rostok", "", None),
        ("https://vk.com/rostok", "Telegram", "Площадка"),
        ("https://t.me/rostok", "Telegram", None),
        ("https://ok.ru/rostok", "Одноклассники", None),
        ("https://max.ru/rostok", "MAX", None),
        ("https://dzen.ru/rostok", "Дзен", None),
        ("https://rutube.ru/channel/123/", "Rutube", None),
        ("https://school5.example.ru/rostok", "Сайт", None),
        ("https://school5.example.ru/rostok", "ВКонтакте", "Площадка"),
        ("https://t.me/rostok", "Сайт", "Площадка"),
        ("https://t.me/+AbCdEf", "Telegram", None),
        ("https://vk.com/wall-98_77", "Одноклассники", None),
        ("https://vk.me/join/AJQ1d", "ВКонтакте", "Ссылка"),
        ("https://chat.whatsapp.com/AbCd", "", "Ссылка"),
        ("https://discord.gg/AbCd", "Сайт", "Ссылка"),
        ("", "ВКонтакте", None),
    ],
)
def test_a_page_is_on_the_platform_it_names_and_open(url: str, platform: str, told: str | None) -> None:
    """Posts and invitations of Telegram are C14 already: the link is not read at all."""
    assert of_rule("X20", pages(page(url=url, platform=platform))) == ([("СР-0001", told)] if told else [])


@pytest.mark.parametrize(
    ("last", "official", "wrong"),
    [
        ("16.03.2026", "", False),
        ("15.03.2026", "", True),
        ("01.04.2026", "Да", False),
        ("31.03.2026", "Да", True),
        ("31.03.2026", "Нет", False),
        ("", "Да", False),
        ("на днях", "Да", False),
    ],
)
def test_a_page_is_silent_no_longer_than_it_may(last: str, official: str, *, wrong: bool) -> None:
    told = of_rule("X21", pages(page(last=last, official=official)))
    assert told == ([("СР-0001", "Последняя публикация")] if wrong else [])


def test_a_page_that_is_closed_may_be_silent() -> None:
    assert of_rule("X21", pages(page(last="01.12.2025", state="Завершена"))) == []


def test_what_came_out_by_the_register_of_publications_is_no_silence() -> None:
    office = pages(page(last="01.03.2026"))
    assert of_rule("X21", {**office, "PUB": f"{PUB}\nПБ-0001 | 10.04.2026 | Пост | Вышла | СР-0001 | Нет"}) == []
    planned = f"{PUB}\nПБ-0001 | 10.04.2026 | Пост | Запланирована | СР-0001 | Нет"
    assert of_rule("X21", {**office, "PUB": planned}) == [("СР-0001", "Последняя публикация")]


def test_without_a_typed_day_the_last_publication_tells_the_silence() -> None:
    posts = f"{PUB}\nПБ-0001 | 01.03.2026 | Пост | Вышла | СР-0001 | Нет"
    assert of_rule("X21", {**pages(page(last="")), "PUB": posts}) == [("СР-0001", "Последняя публикация")]


STAGES = "Код этапа | Название | Начало | Окончание | Перерыв\nЭ3 | Обучение | 01.12.2025 | 31.05.2026 | {}"


def test_days_of_a_break_are_no_silence() -> None:
    office = pages(page(last="10.03.2026"))
    assert of_rule("X21", office) == [("СР-0001", "Последняя публикация")]
    assert of_rule("X21", {**office, "STAGE": STAGES.format("23.03.2026–29.03.2026")}) == []


def test_the_settings_say_how_long_a_page_may_be_silent() -> None:
    settings = Settings(thresholds=ThresholdsSection(page_silence=3, page_silence_official=5))
    told = of_rule("X21", pages(page(last="11.04.2026"), page(last="11.04.2026", official="Да", number=2, url="https://ok.ru/rostok")), settings=settings)  # fmt: skip
    assert told == [("СР-0001", "Последняя публикация")]


def week(*days: str, status: str = "Вышла", on: str = "СР-0001") -> dict[str, str]:
    posts = [f"ПБ-{n:04d} | {day} | Пост {n} | {status} | {on} | Нет" for n, day in enumerate(days, 1)]
    return {"PUB": "\n".join([PUB, *posts])}


@pytest.mark.parametrize(
    ("posts", "wrong"),
    [
        (week("08.04.2026", "10.04.2026", "14.04.2026"), False),
        (week("07.04.2026", "10.04.2026", "14.04.2026"), True),
        (week("10.04.2026", "14.04.2026", "15.04.2026"), True),
        (week("08.04.2026", "10.04.2026", "14.04.2026", status="Запланирована"), True),
        (week("08.04.2026", "10.04.2026", "14.04.2026", status=""), False),
        (week("08.04.2026", "10.04.2026", "14.04.2026", on="СР-0002"), True),
        (week("08.04.2026", "10.04.2026", "14.04.2026", on="СР-0999"), False),
        (week("08.04.2026", "10.04.2026", "31.02.2026"), False),
        ({}, False),
    ],
)
def test_official_pages_speak_three_times_a_week(posts: dict[str, str], *, wrong: bool) -> None:
    office = pages(page(whose="РПО", official="Да"), page(number=2, url="https://t.me/rostok"))
    assert of_rule("X21", {**office, **posts}) == ([(None, "Дата")] if wrong else [])


def test_a_week_with_a_break_and_an_office_without_official_pages_are_not_asked() -> None:
    posts = week("01.04.2026")
    assert of_rule("X21", {**pages(page()), **posts}) == []
    official = pages(page(whose="РПО", official="Да"))
    assert of_rule("X21", {**official, **posts, "STAGE": STAGES.format("10.04.2026")}) == []
    assert of_rule("X21", {**official, **posts}, settings=Settings(thresholds=ThresholdsSection(posts_a_week=0))) == []


VK = page(whose="РПО", official="Да")
IN_OK = page(whose="РПО", official="Да", url="https://ok.ru/rostok", number=2)


@pytest.mark.parametrize(
    ("rows", "absent"),
    [
        ((VK, IN_OK), None),
        ((VK,), "«Одноклассники»"),
        ((IN_OK,), "«ВКонтакте»"),
        ((page(),), "«ВКонтакте», «Одноклассники»"),
        ((VK, page(whose="РПО", official="Да", url="https://ok.ru/rostok", number=2, state="Завершена")), "«Одноклассники»"),
        ((VK, page(whose="РПО", official="Да", url="https://ok.ru/topic/1", platform="ОК", number=2)), None),
        ((VK, page(whose="РПО", official="возможно", url="https://ok.ru/rostok", number=2)), None),
    ],
)  # fmt: skip
def test_official_pages_are_where_they_must_be(rows: tuple[str, ...], absent: str | None) -> None:
    texts = [one.text for one in check(scene(pages(*rows)), RULES) if one.code == "X54"]
    assert texts == ([f"Нет действующей официальной страницы: {absent}."] if absent else [])


def test_a_register_as_a_whole_is_where_an_absent_page_is_remarked() -> None:
    place = next(one.place for one in check(scene(pages(page())), RULES) if one.code == "X54")
    assert (place.register, place.id, place.column, place.cell) == ("PAGE", None, None, None)


def test_nothing_is_said_of_a_day_that_has_not_come() -> None:
    office = pages(page(last="10.04.2026", since="01.04.2026"))
    assert of_rule("X21", office, today=date(2026, 3, 1)) == []
