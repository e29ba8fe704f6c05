"""Addresses of pages, each in the one spelling of its network, and links of any kind."""

import re

from config.cells.addresses import SEVERAL, Address, parse_address
from config.cells.networks import page_in_network
from config.cells.text import as_text
from config.columns import Column, Raw, Reading

_BANNED = ("instagram.com", "instagr.am", "facebook.com", "fb.com", "fb.me", "fb.watch", "threads.net", "threads.com")
_SHORTENERS = frozenset(
    {"vk.cc", "clck.ru", "bit.ly", "goo.gl", "t.co", "tinyurl.com", "u.to", "goo.su", "is.gd", "ow.ly", "cutt.ly"}
    | {"surl.li", "tiny.cc", "qps.ru", "rb.gy", "lnk.to"}
)
_REDIRECT = re.compile(r"google\.[a-z.]{2,6}/url|(?:m\.)?vk\.(?:com|ru)/away(?:\.php)?|yandex\.ru/clck/?.*")
_MENTION = re.compile(r"@([A-Za-z][A-Za-z0-9_]{3,30}[A-Za-z0-9])")
_COUNTERS = re.compile(r"(?<=[?&])(?:utm_[a-z]+|yclid|gclid|from|ysclid)=[^&]*(?:&|$)", re.IGNORECASE)
_OF_PAGE = "Откройте страницу и скопируйте её адрес из строки браузера, например https://vk.com/kadry_region."
_ONE_LINK = "Оставьте в ячейке одну ссылку, остальные перенесите в «Примечание»."
_OF_LINK = "Скопируйте ссылку из строки браузера целиком, например https://example.ru/."


def read_page(raw: Raw, _column: Column) -> Reading:
    """A page as `https://host/path`, in the spelling that its network keeps (`@name` is a page of Telegram)."""
    text = as_text(raw)
    if match := _MENTION.fullmatch(text):
        return Reading(f"https://t.me/{match[1].lower()}")
    address = parse_address(text)
    if isinstance(address, str):
        return _refused(address, _OF_PAGE)
    fault = _refusal(address)
    if fault:
        return _refused(fault, _OF_PAGE)
    found = page_in_network(address)
    if found is None:
        return Reading(_page_of_site(address))
    host, place = found
    return _refused(place.fault, _OF_PAGE) if place.fault else Reading(f"https://{host}{place.path}")


def read_url(raw: Raw, _column: Column) -> Reading:
    """Any http(s) link; the scheme may be left out."""
    address = parse_address(as_text(raw))
    if isinstance(address, str):
        return _refused(address, _OF_LINK)
    port = f":{address.port}" if address.port else ""
    return Reading(f"{address.scheme}://{address.www}{address.host}{port}{address.path}{address.query}{address.anchor}")


def _refused(fault: str, advice: str) -> Reading:
    if fault == SEVERAL:
        return Reading(None, "C11", fault, _ONE_LINK)
    return Reading(None, "C14", fault, advice)


def _refusal(address: Address) -> str:
    if any(address.host == host or address.host.endswith("." + host) for host in _BANNED):
        return "Эта социальная сеть запрещена в России"
    if address.host in _SHORTENERS:
        return "Это сокращённая ссылка, по ней не видно страницы"
    if _REDIRECT.fullmatch(address.host + address.path.rstrip("/")):
        return "Это ссылка-переход, а не адрес страницы"
    return ""


def _page_of_site(address: Address) -> str:
    """A site's page keeps what its address asks for, but not the marks of visit counters."""
    query = _COUNTERS.sub("", address.query).rstrip("&?")
    port = f":{address.port}" if address.port and address.port not in {"80", "443"} else ""
    return f"https://{address.host}{port}{address.path.rstrip('/')}{query}"
