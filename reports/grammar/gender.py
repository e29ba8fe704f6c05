"""Whether a person is a man or a woman, as far as the name tells."""

from config.cells.text import fold
from config.first_names import MEN, WOMEN
from reports.grammar.case import Gender

_MENS_PATRONYMICS = ("ич", "оглы", "оглу", "улы", "уулу")
_WOMENS_PATRONYMICS = ("вна", "чна", "шна", "кызы", "гызы")
_OTHER_MEN = frozenset(
    {"кузьма", "фома", "лука", "савва", "фока", "мустафа", "муса", "иса", "яхья", "шота", "зия", "илия", "николя"}
    | {"равиль", "шамиль", "наиль", "исмаиль", "лазарь", "рафаэль", "олесь", "василь", "габриэль", "даниэль", "али"}
    | {"гиви", "иржи", "данило", "мирза", "алиша", "гоша", "миша", "паша", "леша", "сережа", "яша", "витя", "петя"}
)
_OTHER_WOMEN = frozenset(
    {"гульназ", "мириам", "кармен", "элен", "лейсан", "ирэн", "катрин", "эстер", "элизабет", "гаянэ", "гаяне", "айгуль"}
    | {"гузель", "гюзель", "асель", "нинель", "адель", "ассоль", "эсфирь", "руфь", "рахиль", "рашель", "нургуль"}
)
_EITHER = frozenset({"женя", "саша", "валя", "шура", "слава", "айнур", "ким", "мишель", "николь"})
_MENS_SURNAMES = ("ов", "ев", "ин", "ын", "ский", "цкий", "ый")
_WOMENS_SURNAMES = ("ова", "ева", "ина", "ына", "ская", "цкая", "ая")
_VAGUE = tuple("еиоуыэюь.")


def gender_of(surname: str, given: str, patronymic: str) -> Gender | None:
    """By the patronymic, else by the given name, else by the surname; None when nothing tells."""
    told = _by_patronymic(fold(patronymic)) or _by_listed(fold(given)) or _by_surname(fold(surname))
    return told or _by_ending(fold(given))


def _by_patronymic(patronymic: str) -> Gender | None:
    if patronymic.endswith(_MENS_PATRONYMICS):
        return Gender.MALE
    return Gender.FEMALE if patronymic.endswith(_WOMENS_PATRONYMICS) else None


def _by_listed(given: str) -> Gender | None:
    first = given.partition(" ")[0]
    if first in MEN | _OTHER_MEN:
        return Gender.MALE
    return Gender.FEMALE if first in WOMEN | _OTHER_WOMEN else None


def _by_surname(surname: str) -> Gender | None:
    if surname.endswith(_WOMENS_SURNAMES):
        return Gender.FEMALE
    return Gender.MALE if surname.endswith(_MENS_SURNAMES) and len(surname) > 3 else None


def _by_ending(name: str) -> Gender | None:
    """«Замира» is a woman, «Ербол» a man."""
    if len(name) < 2 or name in _EITHER or name.endswith(_VAGUE):
        return None
    return Gender.FEMALE if name.endswith(("а", "я")) else Gender.MALE
