"""Names of people in cases and with initials: «Ивановой Анне Петровне», «И.И. Иванову»."""

from dataclasses import dataclass, replace

from config.cells.names import PARTICLES
from reports.grammar.case import Case, Gender
from reports.grammar.ending import Rule, declined
from reports.grammar.gender import gender_of
from reports.grammar.name_rules import AFTER_A_HYPHEN, BEFORE_A_HYPHEN, GIVEN, PATRONYMICS, SURNAMES
from reports.wording import NBSP

_TAILS = frozenset({"оглы", "оглу", "кызы", "гызы", "улы", "уулу"})
"""Particles that belong to the word before them; all others belong to the word after."""

_NONE = "нет"
_PATRONYMIC_ENDINGS = ("вич", "вна", "ична", "ьич", "мич")


@dataclass(frozen=True)
class FullName:
    """A name in its parts; the given name and the patronymic may be "" or one letter with a point."""

    surname: str
    given: str = ""
    patronymic: str = ""

    @property
    def gender(self) -> Gender | None:
        """None when the name does not tell."""
        return gender_of(self.surname, self.given, self.patronymic)

    @property
    def letters(self) -> str:
        """«И.И.»; a double given name gives both letters: «А.-М.»."""
        return "".join(_letter(one) for one in (self.given, self.patronymic) if one)

    @property
    def initials_first(self) -> str:
        """«И.И. Иванов»."""
        return f"{self.letters}{NBSP}{self.surname}" if self.letters else self.surname

    @property
    def surname_first(self) -> str:
        """«Иванов И.И.»."""
        return f"{self.surname}{NBSP}{self.letters}" if self.letters else self.surname

    @property
    def own(self) -> str:
        """The given name and the patronymic."""
        return " ".join(one for one in (self.given, self.patronymic) if one)

    def shortened_in(self, case: Case, gender: Gender | None = None) -> "FullName":
        """With the surname alone in a case, for initials stand beside it."""
        return replace(self, surname=self.in_case(case, gender).surname)

    def in_case(self, case: Case, gender: Gender | None = None) -> "FullName":
        """The same name in a case. It stays as it is when nobody knows whether it is a man's or a woman's."""
        known = gender or self.gender
        if known is None:
            return self
        return replace(
            self,
            surname=surname_in(self.surname, case, known),
            given=_words_in(self.given, case, known, "FIRSTNAME", GIVEN),
            patronymic=_words_in(self.patronymic, case, known, "MIDDLENAME", PATRONYMICS),
        )

    def __str__(self) -> str:
        """The parts that are there, in the order of papers: surname, given name, patronymic; initials together."""
        if self.given.endswith("."):
            return f"{self.surname}{NBSP}{self.letters}"
        return " ".join(one for one in (self.surname, self.given, self.patronymic) if one)


def name_of(full_name: str) -> FullName:
    """The parts of «Иванов Иван Иванович», also of «Иван Иванович Иванов», «И.И. Иванов», «Иванов И.И.»."""
    words = _joined(full_name.replace(".", ". ").replace(NBSP, " ").split())
    if words and words[-1].casefold() == _NONE:
        words = words[:-1]
    if not words:
        return FullName("")
    if _surname_is_last(words):
        words = [words[-1], *words[:-1]]
    surname, given, *others = [*words, "", ""]
    return FullName(surname, given, " ".join(one for one in others if one))


def initials(full_name: str) -> str:
    """«Иванов Иван Иванович» → «И.И. Иванов», as under a document; the space never breaks."""
    return name_of(full_name).initials_first


def surname_first(full_name: str) -> str:
    """«Иванов Иван Иванович» → «Иванов И.И.», as in a list or an address; the space never breaks."""
    return name_of(full_name).surname_first


def name_in(full_name: str, case: Case, gender: Gender | None = None) -> str:
    """The whole name in a case: «Иванову Ивану Ивановичу». The order of the parts becomes that of papers."""
    return str(name_of(full_name).in_case(case, gender))


def with_initials_in(full_name: str, case: Case, gender: Gender | None = None) -> str:
    """«И.И. Иванову»: the initials before the surname in a case."""
    return name_of(full_name).shortened_in(case, gender).initials_first


def surname_first_in(full_name: str, case: Case, gender: Gender | None = None) -> str:
    """«Иванову И.И.»: the surname in a case before the initials."""
    return name_of(full_name).shortened_in(case, gender).surname_first


def surname_in(surname: str, case: Case, gender: Gender) -> str:
    """A surname in a case, also a double one, or one of several words."""
    return " ".join(_surname_word(word, case, gender) for word in surname.split())


def _surname_word(word: str, case: Case, gender: Gender) -> str:
    parts = word.split("-")
    if parts[-1].casefold() in AFTER_A_HYPHEN:
        return word
    *before, last = parts
    kept = [
        one if one.casefold() in BEFORE_A_HYPHEN else declined(one, case, gender, "LASTNAME", SURNAMES)
        for one in before
    ]
    alone = not before and last.casefold() in PARTICLES and last.islower()
    return "-".join([*kept, last if alone else declined(last, case, gender, "LASTNAME", SURNAMES)])


def _words_in(text: str, case: Case, gender: Gender, kind: str, rules: tuple[Rule, ...]) -> str:
    """Each word and each part of a double name; initials stay. A patronymic with a particle never changes."""
    if "." in text or {one.casefold() for one in text.replace("-", " ").split()} & _TAILS:
        return text
    return " ".join(
        "-".join(declined(part, case, gender, kind, rules) for part in word.split("-")) for word in text.split()
    )


def _letter(part: str) -> str:
    letters = [one[0].upper() for one in part.split(maxsplit=1)[0].split("-") if one]
    return "-".join(f"{one}." for one in letters)


def _joined(words: list[str]) -> list[str]:
    """Particles with the words to which they belong: «фон дер Лейен», «Гасан оглы»."""
    found: list[str] = []
    waiting: list[str] = []
    for word in words:
        if word.casefold() in _TAILS and len(found) > 1:
            found[-1] = f"{found[-1]} {word}"
        elif word.casefold() in PARTICLES and word.islower():
            waiting.append(word)
        else:
            found.append(" ".join([*waiting, word]))
            waiting = []
    return [*found, *waiting]


def _surname_is_last(words: list[str]) -> bool:
    if words[0].endswith("."):
        return not words[-1].endswith(".")
    if len(words) != 3:
        return False
    return words[1].casefold().endswith(_PATRONYMIC_ENDINGS) and not words[2].casefold().endswith(_PATRONYMIC_ENDINGS)
