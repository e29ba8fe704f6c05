"""Pages: which live, in which network they are, when they spoke last, and who is covered by them."""

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType
from urllib.parse import urlsplit

from config.registers.publications import OUT
from validators.counting.approvals import active_teams
from validators.counting.count import Count, Way, by_then, days, ids_at, number, obstacle, references, share, weighed
from validators.counting.people import Person, active_people, people_obstacle
from validators.office import Office

SILENT_AFTER = timedelta(days=30)
"""A page without a publication for longer does not count as living."""

SITE = "Сайт"
VK, OK = "ВКонтакте", "Одноклассники"
_KEPT = "Действует"
_PLATFORMS: Mapping[str, str] = MappingProxyType(
    {"vk.com": VK, "ok.ru": OK, "max.ru": "MAX", "t.me": "Telegram", "dzen.ru": "Дзен", "rutube.ru": "Rutube"}
)


def platform_of(url: str) -> str:
    """The network of a page by its address in the one spelling; any other address is a site."""
    return _PLATFORMS.get(urlsplit(url).hostname or "", SITE)


def pages_kept(office: Office, on: date) -> list[int]:
    """Indexes of the pages that are kept on the day, silent ones too."""
    table = office.tables["PAGE"]
    states, since = table.values["state"], days(table, "since")
    return [index for index in table.counted if states[index] == _KEPT and by_then(since[index], on)]


def last_posts(office: Office, on: date) -> Mapping[int, date]:
    """Index of a page → its last publication known by the day: typed there, or out on it by «Публикации»."""
    table = office.tables["PAGE"]
    last = {index: day for index, day in enumerate(days(table, "last_post")) if day is not None}
    if office.has("PUB"):
        posts = office.tables["PUB"]
        pages, states, moments = posts.values["page"], posts.values["status"], days(posts, "day")
        for at in posts.counted:
            index, day = table.index_of.get(str(pages[at])), moments[at]
            if index is not None and states[at] in OUT and day is not None and day <= on:
                last[index] = max(day, last.get(index, day))
    return last


def owners_of_pages(office: Office, on: date) -> frozenset[str]:
    """Codes of the people, teams and organisations whose page lives on the day. An unknown last post is no silence."""
    whose, last = office.tables["PAGE"].values["whose"], last_posts(office, on)
    return frozenset(
        str(whose[index])
        for index in pages_kept(office, on)
        if whose[index] is not None and on - last.get(index, on) <= SILENT_AFTER
    )


def count_k27(office: Office, on: date) -> Count:
    """K27 Охвачены действующей страницей, %: active participants with a page of their own or of their team ÷ active."""
    why = people_obstacle(office) or obstacle(office, "PAGE", "whose")
    if why:
        return Count(why=why)
    owners = owners_of_pages(office, on)
    active = active_people(office, on)
    covered = [one.id for one in active if owners & {one.id, *teams_of(one)}]
    return share(covered, (one.id for one in active), "нет участников")


def teams_with_pages(office: Office, on: date) -> Count:
    """Of K27, %: teams at work with a living page of their own ÷ all of them."""
    why = obstacle(office, "TEAM") or obstacle(office, "PAGE", "whose")
    if why:
        return Count(why=why, way=Way.SHARE)
    owners, teams = owners_of_pages(office, on), ids_at(office.tables["TEAM"], active_teams(office, on))
    return share((team for team in teams if team in owners), teams, "нет команд")


def count_k28(office: Office, on: date) -> Count:
    """K28 Публикаций: out in the year of the day, by the day: so is their plan."""
    why = obstacle(office, "PUB", "status")
    return Count(why=why) if why else number(ids_at(office.tables["PUB"], publications_out(office, on)))


def reach(office: Office, on: date) -> Count:
    """Of K28: how many have seen them; of those publications that tell it."""
    why = obstacle(office, "PUB", "status", "reach")
    if why:
        return Count(why=why)
    table = office.tables["PUB"]
    seen = table.values["reach"]
    told = {table.ids[one]: float(many) for one in publications_out(office, on) if isinstance(many := seen[one], int)}
    return weighed(told, {}, Way.NUMBER, "")


def publications_out(office: Office, on: date) -> list[int]:
    """Indexes of the publications of the year that are out on the day; one of an unknown day is of any year."""
    table = office.tables["PUB"]
    states, moments = table.values["status"], days(table, "day")
    out = (index for index in table.counted if states[index] in OUT)
    return [one for one in out if (day := moments[one]) is None or date(on.year, 1, 1) <= day <= on]


def teams_of(person: Person) -> tuple[str, ...]:
    """The teams of a participant: one of a pupil, several of a student."""
    name = "team" if "team" in person.table.values else "teams"
    return references(person.table.values[name][person.index])
