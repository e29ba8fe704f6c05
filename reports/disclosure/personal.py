"""Whom the office knows, and whether a text names any of them or holds a contact: such a text does not leave."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from config.cells.personal import Trace, traces
from config.cells.text import fold
from validators.office import Office

_NAMED = ("SCH", "UNI", "MENT")
_WHOLE = (("STAFF", "full_name"), ("SCH", "guardian"), ("EDU", "contact"), ("ENT", "contact"), ("MUN", "curator"))
_CONTACTS = (
    *((key, name) for key in _NAMED for name in ("phone", "email")),
    ("SCH", "guardian_phone"),
    ("EDU", "contact_phone"),
    ("ENT", "phone"),
    ("ENT", "email"),
    ("STAFF", "email"),
)
_WORD = re.compile(r"[А-ЯЁа-яёA-Za-z]+(?:-[А-ЯЁа-яёA-Za-z]+)*")
_INITIALS = re.compile(r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)? [А-ЯЁ]\. ?[А-ЯЁ]\.|[А-ЯЁ]\. ?[А-ЯЁ]\. ?[А-ЯЁ][а-яё]+")
_PATRONYMIC = re.compile(
    r"[А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]*(?:ович|евич|ильич|кузьмич|лукич|фомич|овн|евн|ичн)"
    r"(?:а|у|ем|ом|е|ы|ой)?(?![а-яё])"
)
_CODE = re.compile(r"(?<![А-ЯЁа-яё])(?:ШК|СТ|НС|РП)-[0-9]{4,}")
_DIGITS = re.compile(r"[0-9](?:[ \xa0()‐‑–—-]{0,3}[0-9]){9,11}")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_ENDINGS = re.compile(r"(?:ая|яя|ий|ый|ой|его|ого|а|я|ь|й|о|е|и|ы|у|ю)$")
_CASES = frozenset(
    {"", *"ауыеиояюьй"}
    | {"ой", "ей", "ою", "ею", "ом", "ем", "ым", "им", "ам", "ям", "ах", "ях", "ых", "их", "ую", "юю", "ая", "яя"}
    | {"ий", "ый", "ие", "ые", "ого", "его", "ому", "ему", "ами", "ями", "ыми", "ими"}
)
"""What may follow the stem of a surname or a name."""

_SHORTEST, _LONGEST_END = 3, 3
_PHONE = 10


@dataclass(frozen=True)
class Known:
    """People of the registers by the stems of their surnames and names, and contacts: digits of telephones, e-mails."""

    surnames: frozenset[str] = field(default=frozenset(), repr=False)
    names: frozenset[str] = field(default=frozenset(), repr=False)
    phones: frozenset[str] = field(default=frozenset(), repr=False)
    emails: frozenset[str] = field(default=frozenset(), repr=False)

    def joined(self, other: "Known") -> "Known":
        """Those of both."""
        return Known(
            self.surnames | other.surnames,
            self.names | other.names,
            self.phones | other.phones,
            self.emails | other.emails,
        )


def known_people(office: Office) -> Known:
    """Everybody whom any register names, employees and parents too; their telephones and e-mails."""
    surnames = {name.partition(" ")[0] for key, name in _cells(office, _WHOLE)}
    names = {word for _, whole in _cells(office, _WHOLE) for word in whole.split()[1:2]}
    surnames |= {one for _, one in _cells(office, tuple((key, "surname") for key in _NAMED))}
    names |= {one for _, one in _cells(office, tuple((key, "name") for key in _NAMED))}
    contacts = [one for _, one in _cells(office, _CONTACTS)]
    return Known(
        frozenset(stem for one in surnames for part in one.split("-") if (stem := _stem(part))),
        frozenset(filter(None, map(_stem, names))),
        frozenset(_tail(one) for one in contacts if "@" not in one and len(_tail(one)) == _PHONE),
        frozenset(one.casefold() for one in contacts if "@" in one),
    )


def found_in(text: str, known: Known, *, free: bool = True) -> tuple[str, ...]:
    """What personal data a text holds, as people call it, each kind once; nothing when it may leave.

    A surname alone is enough in a free text; the title of an organisation must name somebody in two words.
    """
    return tuple(dict.fromkeys(_found(text, known, free=free)))


def _found(text: str, known: Known, *, free: bool) -> Iterator[str]:
    yield from (one.value for one in traces(text) if free or one is not Trace.LANDLINE)
    if any(_tail(one[0]) in known.phones for one in _DIGITS.finditer(text)):
        yield Trace.PHONE.value
    addresses = [one[0].casefold().rstrip(".") for one in _EMAIL.finditer(text)]
    if addresses and (free or any(one in known.emails for one in addresses)):
        yield Trace.EMAIL.value
    if _CODE.search(text):
        yield "код человека"
    if _INITIALS.search(text) or _PATRONYMIC.search(text) or _names_somebody(text, known, free=free):
        yield Trace.NAME.value


def _names_somebody(text: str, known: Known, *, free: bool) -> bool:
    words = [one[0] for one in _WORD.finditer(text)]
    capital = [one[:1].isupper() for one in words]
    surname = [big and _is_of(known.surnames, one) for one, big in zip(words, capital, strict=True)]
    if free:
        return any(surname)
    name = [big and _is_of(known.names, one) for one, big in zip(words, capital, strict=True)]
    pairs = zip(surname, surname[1:], name, name[1:], strict=False)
    return any((first and second_name) or (second and first_name) for first, second, first_name, second_name in pairs)


def _is_of(stems: frozenset[str], word: str) -> bool:
    """The word is a known one in some case: its stem with an ending of a few letters."""
    return any(_form(stems, part) for part in word.split("-"))


def _form(stems: frozenset[str], word: str) -> bool:
    plain = fold(word)
    cuts = range(len(plain), max(len(plain) - _LONGEST_END, _SHORTEST) - 1, -1)
    return any(plain[cut:] in _CASES and plain[:cut] in stems for cut in cuts)


def _stem(word: str) -> str:
    """The part of a name that all cases have: «Иванов», «Иванова» → «иванов»; empty when too little is left."""
    plain = fold(word)
    stem = _ENDINGS.sub("", plain)
    stem = stem if len(stem) >= _SHORTEST else plain
    return stem if len(stem) >= _SHORTEST else ""


def _tail(phone: str) -> str:
    """The last ten digits of a telephone."""
    return "".join(filter(str.isdigit, phone))[-_PHONE:]


def _cells(office: Office, places: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    for key, name in places:
        table = office.tables.get(key)
        for value in table.values.get(name, ()) if table is not None else ():
            if isinstance(value, str) and value.strip():
                yield key, value.strip()
