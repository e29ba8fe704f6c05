"""Pages and publications: everybody is covered, nobody is shown without consent, addresses are open, pages speak."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

from config.registers.publications import OUT
from validators.counting.ages import is_minor
from validators.counting.approvals import active_teams
from validators.counting.count import days
from validators.counting.media import OK, VK, pages_kept, platform_of, teams_of
from validators.counting.outreach import platform_at, voices
from validators.counting.papers import season_start
from validators.counting.people import Person, active_people, people
from validators.counting.teams import teams_on
from validators.listed import listed
from validators.office import Office, Scene, Table
from validators.remark import Severity
from validators.rule import Complaint, RowOf, rule
from validators.stages import breaks, days_between

_WEEK = 7
_INVITATIONS = ("vk.me/join", "chat.whatsapp.com", "invite.viber.com", "discord.gg", "discord.com/invite")


@rule("X18", Severity.WARNING, "У каждой команды и у каждого участника есть страница", needs=("PAGE", "TEAM"))
def everybody_is_covered_by_a_page(scene: Scene) -> Iterator[Complaint]:
    """Внесите страницу во вкладку «Страницы и блоги». Участнику достаточно страницы его команды."""
    # A page whose owner can't be read may be anybody's: as many teams as there are such pages are not asked.
    office, table = scene.office, scene.office.tables["TEAM"]
    pages = office.tables["PAGE"]
    if "whose" in pages.missing:
        return
    whose = [pages.values["whose"][index] for index in pages_kept(office, scene.today)]
    owners = {one for one in whose if one is not None}
    due, formed = scene.today - timedelta(scene.settings.thresholds.page_due_days), days(table, "formed")
    active = active_teams(office, scene.today)
    bare = [i for i in active if table.ids[i] not in owners and (day := formed[i]) is not None and day <= due]
    if len(bare) > whose.count(None):
        for index in bare:
            yield Complaint(RowOf(table, index), None, f"У команды {table.ids[index]} нет действующей страницы.")
    yield from _uncovered(scene, owners, {table.ids[index] for index in active}, due)


def _uncovered(scene: Scene, owners: set[object], active: set[str], due: date) -> Iterator[Complaint]:
    """Those without an active team, whose own page nobody keeps; of a team's page the team is asked.

    In a new season everybody has time from its first day: teams are formed then.
    """
    start = season_start(scene.office, scene.settings)
    for person in active_people(scene.office, scene.today):
        field = "team" if "team" in person.table.values else "teams"
        mine = teams_of(person)
        if field in person.table.missing or owners & {person.id, *mine} or active & set(mine):
            continue
        is_told = bool(mine) or person.table.is_blank(person.index, field)
        if is_told and person.enrolled is not None and max(person.enrolled, start) <= due:
            text = f"Участник {person.id} не охвачен: нет ни команды, ни своей действующей страницы."
            yield Complaint(RowOf(person.table, person.index), field, text)


@rule("X19", Severity.ERROR, "Несовершеннолетних показывают только с согласием", needs=("PAGE", "SCH"))
def minors_are_shown_with_consent(scene: Scene) -> Iterator[Complaint]:
    """Получите согласие на распространение и отметьте его в строке участника. Пока его нет, закройте страницу или
    уберите с неё то, где участник назван и показан."""
    office, table = scene.office, scene.office.tables["PAGE"]
    bare = {one.id: one for one in people(office) if is_minor(one, scene.today) and _has_not_agreed(one, scene.today)}
    if not bare:
        return
    teams, shown = teams_on(office, scene.today), _with_minors(office)
    for index in pages_kept(office, scene.today):
        whose = str(table.values["whose"][index])
        if whose in bare:
            text = f"Это страница участника {whose}: ему нет 18 лет, а действующего согласия на распространение нет."
            yield Complaint(RowOf(table, index), "whose", text)
        named = [one.id for one in teams[whose].people if one.id in bare] if table.ids[index] in shown else []
        if named:
            text = (
                f"На странице отмечены несовершеннолетние ({listed(shown[table.ids[index]])}), а у участников "
                f"команды {listed(named)} нет согласия на распространение."
            )
            advice = "Проверьте, нет ли их в этих публикациях; если есть, уберите или получите согласие."
            yield Complaint(RowOf(table, index), "whose", text, advice, Severity.WARNING)


def _has_not_agreed(person: Person, on: date) -> bool:
    table, index = person.table, person.index
    agreed, withdrawn = table.values["consent_publication"][index], table.values["consent_withdrawn"][index]
    if isinstance(withdrawn, date) and withdrawn <= on:
        return True
    known = agreed is not None or table.is_blank(index, "consent_publication")
    return "consent_publication" not in table.missing and known and agreed is not True


def _with_minors(office: Office) -> dict[str, list[str]]:
    """Code of a page → its publications in which minors are named or shown."""
    found: dict[str, list[str]] = {}
    if office.has("PUB"):
        table = office.tables["PUB"]
        pages, minors, states = (table.values[name] for name in ("page", "minors", "status"))
        for index in table.counted:
            if minors[index] is True and states[index] in OUT and pages[index] is not None:
                found.setdefault(str(pages[index]), []).append(table.ids[index])
    return found


@rule("X20", Severity.ERROR, "Площадка подходит к адресу, а адрес открыт всем", needs=("PAGE",))
def a_page_is_where_it_says(scene: Scene) -> Iterator[Complaint]:
    """Выберите площадку, на которой стоит страница, или вставьте её открытый адрес из строки браузера."""
    table = scene.office.tables["PAGE"]
    urls, platforms = table.values["url"], table.values["platform"]
    for index in table.counted:
        url, platform = urls[index], platforms[index]
        if not isinstance(url, str):
            continue
        place = url.partition("://")[2]
        if any(place == one or place.startswith((f"{one}/", f"{one}?")) for one in _INVITATIONS):
            text = "Это приглашение в закрытую беседу, а не открытый адрес страницы."
            yield Complaint(RowOf(table, index), "url", text)
        elif platform is not None and platform != platform_of(url):
            text = f"Площадка «{platform}», а адрес ведёт на другую: {urlsplit(url).hostname}."
            yield Complaint(RowOf(table, index), "platform", text)


@rule("X21", Severity.WARNING, "Страницы не молчат", needs=("PAGE",))
def pages_speak(scene: Scene) -> Iterator[Complaint]:
    """Если публикации были, впишите дату последней. Если не было, договоритесь с тем, кто ведёт страницу; брошенной
    поставьте «Завершена»."""
    table = scene.office.tables["PAGE"]
    official = table.values["official"]
    for page in voices(scene):
        if page.is_silent:
            words = "Официальная страница" if official[page.index] else "Страница"
            text = (
                f"{words} {table.ids[page.index]} молчит дней: {page.quiet} (последняя публикация "
                f"{page.last:%d.%m.%Y}), а допустимо {page.most}."
            )
            yield Complaint(RowOf(table, page.index), "last_post", text)
    yield from _weekly(scene, table)


def _weekly(scene: Scene, pages: Table[Any]) -> Iterator[Complaint]:
    """What came out in the last seven full days on all official pages together. A week with a break is not asked."""
    least = scene.settings.thresholds.posts_a_week
    first, last = scene.today - timedelta(_WEEK), scene.today - timedelta(1)
    table = scene.office.tables.get("PUB")
    official = {pages.ids[index] for index in pages.counted if pages.values["official"][index]}
    if table is None or not len(table) or not official or table.missing & {"day", "page"}:
        return
    if days_between(first, last, breaks(scene.office)) < (last - first).days:
        return
    days_out = days(table, "day")
    week = [index for index in table.counted if (day := days_out[index]) is None or first <= day <= last]
    count = sum(_may_be_out(table, index, official) for index in week)
    if count < least:
        text = f"За неделю {first:%d.%m}–{last:%d.%m.%Y} на официальных страницах вышло публикаций: {count}, "
        text += f"а нужно не меньше {least}."
        yield Complaint(table, "day", text, "Внесите публикации, которые вышли, или добавьте новые в план.")


def _may_be_out(table: Table[Any], index: int, official: set[str]) -> bool:
    """Out on an official page; what can't be read is not held against the office."""
    page, media, status = (table.values[name][index] for name in ("page", "media", "status"))
    return (page in official or (page is None and media is None)) and (status is None or status in OUT)


@rule("X54", Severity.WARNING, "Официальные страницы есть ВКонтакте и в Одноклассниках", needs=("PAGE",))
def official_pages_are_where_they_must_be(scene: Scene) -> Iterator[Complaint]:
    """Заведите страницу или внесите её во вкладку «Страницы и блоги» и поставьте «Официальная» — «Да»."""
    table = scene.office.tables["PAGE"]
    official = table.values["official"]
    found = {
        platform_at(table, index)
        for index in pages_kept(scene.office, scene.today)
        if official[index] or official[index] is None
    }
    absent = [f"«{one}»" for one in (VK, OK) if one not in found]
    if absent:
        text = f"Нет действующей официальной страницы: {', '.join(absent)}."
        yield Complaint(table, None, text)
