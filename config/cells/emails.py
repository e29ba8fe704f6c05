"""E-mail addresses: a plain one passes at once, the rest is judged with the reason in words."""

import re
from collections.abc import Iterable, Sequence
from itertools import filterfalse

from config.cells.text import as_text, find_mixture
from config.columns import Column, Raw, Reading

_PLAIN = re.compile(r"[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*@((?:[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*\.)+([A-Za-z]{2,}))")
_PLAIN_LONGEST = 60
_DRESS = re.compile(r"(?:mailto:|e-?mail:|почта:) ?", re.IGNORECASE)
_ADDRESS = re.compile(r"[^\s@,;<>()]+@[^\s@,;<>()]+")
_LONGEST = 320
_SPECIAL_TLDS = frozenset({"arpa", "invalid", "local", "localhost", "onion", "test"})
_TLD_SLIPS = {
    "con": "com",
    "cmo": "com",
    "vom": "com",
    "xom": "com",
    "comm": "com",
    "ry": "ru",
    "tu": "ru",
    "rru": "ru",
    "ruu": "ru",
    "ri": "ru",
}
_DOMAIN_SLIPS = {
    "gmail.co": "gmail.com",
    "gmail.cm": "gmail.com",
    "gmail.om": "gmail.com",
    "gmal.com": "gmail.com",
    "gmial.com": "gmail.com",
    "gamil.com": "gmail.com",
    "gmaill.com": "gmail.com",
    "maill.ru": "mail.ru",
    "meil.ru": "mail.ru",
    "majl.ru": "mail.ru",
    "yandeks.ru": "yandex.ru",
    "yadex.ru": "yandex.ru",
    "yndex.ru": "yandex.ru",
    "yandx.ru": "yandex.ru",
    "yanex.ru": "yandex.ru",
    "jandex.ru": "yandex.ru",
    "ramler.ru": "rambler.ru",
    "rambler.com": "rambler.ru",
    "inbx.ru": "inbox.ru",
}
_SLIPS_IN_RU = "|".join(name.removesuffix(".ru") for name in _DOMAIN_SLIPS if name.endswith(".ru"))
_PLAINEST = re.compile(
    rf"[A-Za-z0-9_+-]{{1,30}}(?:\.[A-Za-z0-9_+-]{{1,10}})?@(?!(?:{_SLIPS_IN_RU})\.ru)[a-z0-9]{{1,15}}\.ru"
)
_TYPE_ANEW = "Введите адрес в виде имя@домен.ru латинскими буквами."


def read_email(raw: Raw, _column: Column) -> Reading:
    """An address with its domain in small letters."""
    text = raw if isinstance(raw, str) else as_text(raw)
    match = _PLAIN.fullmatch(text) if len(text) <= _PLAIN_LONGEST else None
    if match is None:
        return parse_email(text)
    domain, top = match.groups()
    if domain.islower() and domain not in _DOMAIN_SLIPS and top not in _TLD_SLIPS and top not in _SPECIAL_TLDS:
        return Reading(text)
    return parse_email(text)


def odd_emails(texts: Sequence[str], _column: Column) -> Iterable[str]:
    """The texts that are not the plainest address, such as name.surname@domain.ru in small letters."""
    return filterfalse(_PLAINEST.fullmatch, texts)


def parse_email(text: str) -> Reading:
    """The slow way, for any spelling; equal to `read_email` where both apply."""
    if len(text) > _LONGEST:
        return Reading(None, "C14", "Для адреса текст слишком длинный", _TYPE_ANEW)
    found = _ADDRESS.findall(text)
    if len(found) > 1:
        return Reading(None, "C11", "В ячейке несколько адресов", "Оставьте в ячейке один адрес.")
    address = _undressed(text)
    fault = _fault(address)
    if fault:
        return Reading(None, "C14", fault, _TYPE_ANEW)
    return _slip(address) or _known_to_library(address)


def _undressed(text: str) -> str:
    text = _DRESS.sub("", text, count=1) if _DRESS.match(text) else text
    if text.endswith(">") and "<" in text:
        text = text[text.index("<") + 1 : -1]
    return text.strip(" <>").rstrip(" .,;")


def _fault(address: str) -> str:
    local, at, domain = address.rpartition("@")
    if not at:
        return "Нет знака «@»"
    if not local or not domain:
        return "Нет имени до «@» или домена после «@»"
    if "," in address:
        return "В адресе запятая вместо точки"
    if " " in address:
        return "В адресе пробел"
    if "." not in domain:
        return "У домена нет окончания вроде «.ru»"
    mixture = find_mixture(address, names=True)
    return "" if mixture is None else "В адресе смешаны латинские и русские буквы"


def _slip(address: str) -> Reading | None:
    domain = address.rpartition("@")[2].lower()
    head, _, top = domain.rpartition(".")
    meant = _DOMAIN_SLIPS.get(domain) or (f"{head}.{_TLD_SLIPS[top]}" if top in _TLD_SLIPS else "")
    if not meant:
        return None
    meant = _DOMAIN_SLIPS.get(meant, meant)
    return Reading(None, "C14", "Опечатка в домене адреса", f"Исправьте домен: похоже, это {meant}.")


def _known_to_library(address: str) -> Reading:
    from email_validator import EmailNotValidError, validate_email

    try:
        valid = validate_email(address, check_deliverability=False, test_environment=False)
    except EmailNotValidError:
        return Reading(None, "C14", "Такого адреса не может быть", _TYPE_ANEW)
    if find_mixture(valid.normalized, names=True):
        return Reading(None, "C14", "В домене адреса спрятаны русские буквы", _TYPE_ANEW)
    if not valid.normalized.isascii():
        advice = "Проверьте адрес: многие службы не доставляют письма на адреса с русскими буквами."
        return Reading(valid.normalized, "C14", "В адресе русские буквы", advice, "warning")
    return Reading(valid.normalized)
