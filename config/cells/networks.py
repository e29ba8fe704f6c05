"""Where a page stands in each social network: its one path there, or what is wrong with the link."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from config.cells.addresses import Address

POST = "Это ссылка на запись, а нужен адрес страницы"
NOT_A_PAGE = "По такому адресу нет страницы"
PRIVATE = "Страница закрыта: это приглашение, а не открытый адрес"

_TELEGRAM_NAME = re.compile(r"[a-z][a-z0-9_]{3,30}[a-z0-9]")
_VK_NAME = re.compile(r"[a-z0-9_.]{2,64}")
_VK_ITEM = re.compile(
    r"(?:wall|photo|video|clip|topic|album|doc|story|market|poll|page|podcast)-?[0-9]+_[0-9]+.*"
    r"|(?:wall|albums|audios|videos|clips|market|stories|docs)-?[0-9]+|@.+"
)
_VK_SERVICE = frozenset(
    {"feed", "im", "search", "friends", "groups", "video", "clips", "audio", "login", "photo", "wall"}
)
_NAME = re.compile(r"[\w.-]{2,64}")
_ID = re.compile(r"[0-9a-z_-]{1,64}")
_OK_GLUED = re.compile(r"(group|profile)([0-9]+)")


class Place(NamedTuple):
    """The path of a page in its network, or what is wrong with the link."""

    path: str = ""
    fault: str = ""


def page_in_network(address: Address) -> tuple[str, Place] | None:
    """The network's own host and the place of the page; None for a site that is no known network."""
    host = _HOSTS.get(address.host.removeprefix("m."))
    if host is not None:
        steps = tuple(step for step in address.path.lower().split("/") if step)
        return host, _PLACES[host](steps)
    if address.host.endswith(".t.me"):
        return "t.me", _telegram((address.host.removesuffix(".t.me"),))
    return None


def _vk(steps: tuple[str, ...]) -> Place:
    if not steps:
        return Place(fault=NOT_A_PAGE)
    if _VK_ITEM.fullmatch(steps[0]) or len(steps) > 1:
        return Place(fault=POST)
    if steps[0] in _VK_SERVICE or not _VK_NAME.fullmatch(steps[0]):
        return Place(fault=NOT_A_PAGE)
    return Place(f"/{steps[0]}")


def _telegram(steps: tuple[str, ...]) -> Place:
    if steps[:1] == ("s",):
        steps = steps[1:]
    if not steps:
        return Place(fault=NOT_A_PAGE)
    if steps[0].startswith("+") or steps[0] in {"joinchat", "c"}:
        return Place(fault=PRIVATE)
    if not _TELEGRAM_NAME.fullmatch(steps[0]):
        return Place(fault=NOT_A_PAGE)
    return Place(f"/{steps[0]}") if len(steps) == 1 else Place(fault=POST)


def _max(steps: tuple[str, ...]) -> Place:
    if steps[:1] in {("join",), ("u",)}:
        return Place(fault=PRIVATE)
    return _named(steps)


def _ok(steps: tuple[str, ...]) -> Place:
    glued = _OK_GLUED.fullmatch(steps[0]) if steps else None
    if glued:
        steps = (glued[1], glued[2], *steps[1:])
    if steps[:1] in {("group",), ("profile",)}:
        return _with_id(steps)
    return _named(steps, items=frozenset({"video", "live", "topic", "dk", "music", "feed"}))


def _dzen(steps: tuple[str, ...]) -> Place:
    if steps[:1] in {("id",), ("channel",)}:
        return _with_id(steps)
    return _named(steps, items=frozenset({"a", "b", "video", "media", "shorts", "news", "embed"}))


def _rutube(steps: tuple[str, ...]) -> Place:
    if steps[:1] in {("channel",), ("u",)}:
        return _with_id(steps)
    fault = POST if steps[:1] in {("video",), ("shorts",), ("play",), ("live",)} else NOT_A_PAGE
    return Place(fault=fault)


def _with_id(steps: tuple[str, ...]) -> Place:
    """`/group/123`: a word and an identifier; what goes on after them is a post, but for a tab of the page."""
    tabs = ("", "videos", "about", "topics", "members", "shorts", "playlists")
    rest = steps[2:] or ("",)
    if len(steps) < 2 or not _ID.fullmatch(steps[1]):
        return Place(fault=NOT_A_PAGE)
    return Place(f"/{steps[0]}/{steps[1]}") if len(rest) == 1 and rest[0] in tabs else Place(fault=POST)


def _named(steps: tuple[str, ...], *, items: frozenset[str] = frozenset()) -> Place:
    if steps and (len(steps) > 1 or steps[0] in items):
        return Place(fault=POST)
    if not steps or not _NAME.fullmatch(steps[0].removeprefix("@")):
        return Place(fault=NOT_A_PAGE)
    return Place(f"/{steps[0]}")


_PLACES: Mapping[str, Callable[[tuple[str, ...]], Place]] = MappingProxyType(
    {"vk.com": _vk, "t.me": _telegram, "max.ru": _max, "ok.ru": _ok, "dzen.ru": _dzen, "rutube.ru": _rutube}
)
_HOSTS: Mapping[str, str] = MappingProxyType(
    {host: host for host in _PLACES}
    | {
        "vk.ru": "vk.com",
        "vkontakte.ru": "vk.com",
        "new.vk.com": "vk.com",
        "telegram.me": "t.me",
        "telegram.dog": "t.me",
        "web.max.ru": "max.ru",
        "odnoklassniki.ru": "ok.ru",
        "zen.yandex.ru": "dzen.ru",
        "zen.yandex.com": "dzen.ru",
    }
)
