"""Personal data inside free words: telephones, e-mails, СНИЛС, documents, birthdays, names with what goes with them."""

import re
from collections.abc import Iterator
from enum import StrEnum


class Trace(StrEnum):
    """What was found, as people call it."""

    PHONE = "номер телефона"
    LANDLINE = "городской телефон"
    EMAIL = "адрес электронной почты"
    SNILS = "СНИЛС"
    DOCUMENT = "номер документа человека"
    BORN = "дата рождения"
    NAME = "имя человека"


_GAP = r"[ \xa0()\-‐‑‒–—−]{0,3}"
_END = r"(?![0-9A-Za-z]|[-/.][0-9])"
_START = r"(?<![0-9A-Za-z№/.-])(?<!№ )"
_MOBILE = re.compile(
    rf"{_START}(?:(?:\+7|[78]){_GAP}9[0-9]{{2}}{_GAP}[0-9]{{3}}{_GAP}[0-9]{{2}}{_GAP}[0-9]{{2}}"
    rf"|\(?9[0-9]{{2}}\)?[ -][0-9]{{3}}[ -][0-9]{{2}}[ -]?[0-9]{{2}}){_END}"
)
_LANDLINE = re.compile(
    r"(?<![0-9])(?:\+7|8)[ -]?\((?!800)(?=[0-9]{3,5}\))[0-9]{3,5}\)[ -]?[0-9]{1,3}(?:[ -]?[0-9]{2}){2}(?![0-9])"
)
_CALLED = re.compile(
    r"\b(?:тел(?:ефон\w{0,3})?|моб(?:ильн\w{2,3})?|сот(?:ов\w{2,3})?)\b[.: №]{0,3}"
    r"\+?[0-9](?:[ ()-]{0,2}[0-9]){5,10}(?![0-9])",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"(?<![\w./@%+-])[\w.%+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}")
_OFFICE = re.compile(
    r"(?:info|office|mail|post|school|schkola|shkola|sosh|licey|lyceum|gymnaz|college|colleg|priem|pk|kanc|secretar|press"
    r"|admin|support|help|hotline|edu|rpo|dekan|direct|contact|spravka|noreply|no-reply)[\w.-]{0,20}@",
    re.IGNORECASE,
)
_SNILS = re.compile(
    r"(?<![0-9-])[0-9]{3}-[0-9]{3}-[0-9]{3}[ -][0-9]{2}(?![0-9])|снилс[^0-9]{0,12}[0-9](?:[ -]?[0-9]){10}(?![0-9])",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"(?:паспорт\w{0,3}|серия)\b[^0-9]{0,25}[0-9]{2} ?[0-9]{2}[^0-9]{0,10}[0-9]{6}(?![0-9])"
    r"|(?<![0-9] )(?<![0-9])[0-9]{2} [0-9]{2} (?:№ ?)?[0-9]{6}(?![0-9])(?! [0-9])"
    r"|\b[IVXLCХУ]{1,4}-[А-Я]{2} ?(?:№ ?)?[0-9]{6}(?![0-9])",
    re.IGNORECASE,
)
_DAY = r"[0-3]?[0-9][./][01]?[0-9][./](?:19[3-9][0-9]|20[01][0-9])"
_BORN = re.compile(
    rf"(?:\bд\. ?р\.|\bд/р\b|дат[аы] рожд\w{{0,5}}|\bродил(?:ся|ась)|\bрожд\w{{0,5}})[^0-9]{{0,5}}{_DAY}"
    rf"|{_DAY} ?(?:г\. ?р\.|года? рожд)",
    re.IGNORECASE,
)
_WORD = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_PATRONYMIC = r"[А-ЯЁ][а-яё]*(?:вич|льич|мич|кич|тич|вна|чна)(?![а-яё])"
_NAMED_AND_BORN = re.compile(rf"{_WORD} {_WORD} {_PATRONYMIC}[^0-9]{{0,20}}(?<![0-9]){_DAY}")
_RELATIVE = re.compile(
    r"\b(?i:мам[аы]|мать|отец|пап[аы]|бабушк[аи]|дедушк[аи]|опекун\w{0,3}|родител[ьи]"
    r"|законн\w{2,3} представител\w{1,2})\b"
    rf"[ :—–-]{{1,4}}(?:{_WORD} ){{1,2}}{_PATRONYMIC}"
)
_WHOLE_NAME = re.compile(rf"(?:{_WORD} {_WORD} {_PATRONYMIC}|{_WORD} {_PATRONYMIC} {_WORD})[.,;]?")
_LIKELY = re.compile(r"[0-9]{2}|@|ич|вна|чна")
_FINDERS = (
    (Trace.SNILS, _SNILS),
    (Trace.DOCUMENT, _DOCUMENT),
    (Trace.PHONE, _MOBILE),
    (Trace.PHONE, _CALLED),
    (Trace.BORN, _BORN),
    (Trace.NAME, _NAMED_AND_BORN),
    (Trace.NAME, _RELATIVE),
    (Trace.LANDLINE, _LANDLINE),
)


def traces(text: str, *, known: frozenset[str] = frozenset()) -> Iterator[Trace]:
    """What personal data a tidied text holds, each kind once, the surest first; a name alone is not among them.

    `known` — addresses (in small letters) that are nobody's own: the service e-mails of the staff. Addresses of
    organisations («info@…») are not told either.
    """
    if _LIKELY.search(text) is None:
        return
    yield from dict.fromkeys(trace for trace, finder in _FINDERS if finder.search(text))
    if "@" in text and any(_is_own(found[0], known) for found in _EMAIL.finditer(text)):
        yield Trace.EMAIL


def is_whole_name(text: str) -> bool:
    """The text is a person's name and nothing else: surname, name and patronymic in either order."""
    return _WHOLE_NAME.fullmatch(text) is not None


def _is_own(address: str, known: frozenset[str]) -> bool:
    return address.casefold() not in known and _OFFICE.match(address) is None
