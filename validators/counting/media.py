"""Pages: which live, in which network they are, when they spoke last, and who is covered by them."""

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType
from urllib.parse import urlsplit

from config.registers.publications import OUT
from validators.counting.count import Count, by_then, days, obstacle, references, share
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


def teams_of(person: Person) -> tuple[str, ...]:
    """The teams of a participant: one of a pupil, several of a student."""
    name = "team" if "team" in person.table.values else "teams"
    return references(person.table.values[name][person.index])
