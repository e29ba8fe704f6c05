"""Web addresses taken apart, with the reason when a text is none."""

import re
from typing import NamedTuple

from config.cells.text import find_mixture

_ADDRESS = re.compile(
    r"(?:(https?):/{1,3})?([^\s/?#:@\\]+)(?::([0-9]{1,5}))?(/[^\s?#]*)?(\?[^\s#]*)?(#\S*)?", re.IGNORECASE
)
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_HOST = re.compile(rf"(?:{_LABEL}\.)+(?:[a-zа-яё]{{2,24}}|xn--[a-z0-9-]{{2,59}})")
_EMAIL = re.compile(r"(?:mailto:)?[^\s@/:]+@[^\s@/]+")
_LINK = re.compile(r"https?://", re.IGNORECASE)
_FILE = re.compile(r"[^/]+\.(?:docx?|pdf|xlsx?|ods|odt|jpe?g|png|pptx?|rar|txt|rtf)", re.IGNORECASE)
_LONGEST = 2000
_LONGEST_HOST = 253

SEVERAL = "В ячейке несколько ссылок"


class Address(NamedTuple):
    """The parts of a web address, scheme and host in small letters, the host without «www.»."""

    scheme: str
    host: str
    port: str
    path: str
    query: str
    anchor: str
    www: str = ""


def parse_address(text: str) -> Address | str:
    """The address, or the words of what is wrong with it."""
    text = text.rstrip(".,; ").strip("<>«»\"' ")
    if len(text) > _LONGEST:
        return "Для ссылки текст слишком длинный"
    if len(_LINK.findall(text)) > 1 and " " in text:
        return SEVERAL
    match = None if _FILE.fullmatch(text) else _ADDRESS.fullmatch(text)
    if match is None:
        return "Это адрес почты, а не страницы" if _EMAIL.fullmatch(text) else "Это не ссылка"
    scheme, host, port, path, query, anchor = (part or "" for part in match.groups())
    fault = _fault_of_host(host.lower())
    if fault:
        return fault
    bare = host.lower().removeprefix("www.")
    www = "www." if bare != host.lower() else ""
    return Address((scheme or "https").lower(), bare, port, path, query, anchor, www)


def _fault_of_host(host: str) -> str:
    if len(host) > _LONGEST_HOST or not _HOST.fullmatch(host):
        return "Это не ссылка: нет имени сайта"
    if any(find_mixture(label, names=True) for label in host.split(".")):
        return "В имени сайта смешаны латинские и русские буквы"
    return ""
