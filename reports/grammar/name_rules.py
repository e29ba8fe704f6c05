"""Where pytrovich is wrong: our rules for surnames, given names and patronymics; they stand before its own."""

import re

from reports.grammar.case import Gender
from reports.grammar.ending import Rule

_MAN, _WOMAN = Gender.MALE, Gender.FEMALE
_ONE = "^[^аеёиоуыэюя]*"
"""The beginning of a name of one syllable."""

_AS_IS = ("", "", "", "", "")
_CONSONANT = ("а", "у", "а", "ом", "е")
_HISSING = ("а", "у", "а", "ем", "е")
_SOFT_ENDING = ("-я", "-ю", "-я", "-ем", "-е")
_PRIEST = ("-я", "-ю", "-я", "-ем", "-и")


def _rule(pattern: str, endings: tuple[str, ...] | str, gender: Gender | None = None) -> Rule:
    ready = tuple(endings.split()) if isinstance(endings, str) else endings
    return Rule(re.compile(pattern), ready, gender)


SURNAMES = (
    _rule("[бвгджзйклмнпрстфхцчшщъь]$", _AS_IS, _WOMAN),
    _rule("^(золя|труайя)$", _AS_IS),
    # Women of families whose men bear the same word: Сова, Диброва.
    _rule("^(сова|голова|корова|подкова|бова|рева|дева|дуброва|диброва|калина|щербина)$", "-ы -е -у -ой -е", _WOMAN),
    _rule("^(?!чужая$|большая$).*[жшчщ]ая$", "--ей --ей --ую --ей --ей", _WOMAN),
    _rule("^(?!кваша$|лапша$|левша$|паша$|каланча$|саранча$|ханжа$).*[жшчщ]а$", "-и -е -у -ей -е"),
    # Not possessive: Ян — Яном, Дарвин — Дарвином.
    _rule(_ONE + "(ин|ын|юн|ян)$|^лев$|юн$", _CONSONANT, _MAN),
    _rule("^(дарвин|чаплин|франклин|кальвин|бюлов|вирхов)$", _CONSONANT, _MAN),
    _rule("^(соловей|муравей|воробей)$", "--ья --ью --ья --ьём --ье", _MAN),
    # Nouns and adjectives in -ий, -ой.
    _rule("^(топчий|бокий|кий|сергий|георгий)$", _PRIEST, _MAN),
    _rule("^(волчий|птичий|заячий|медвежий)$", "--ьего --ьему --ьего --ьим --ьем", _MAN),
    _rule("чий$", "--его --ему --его -м --ем", _MAN),
    _rule("гий$", "--ого --ому --ого -м --ом", _MAN),
    _rule(_ONE + "(?<!зл)ой$|^(герой|покой|прибой|разбой)$", _SOFT_ENDING, _MAN),
    _rule("[хжшчщ]ой$", "-го -му -го --им -м", _MAN),
    # The vowel that is lost: Боец — Бойца, Стрелец — Стрельца; but Кузнец — Кузнеца, Швец — Швеца, Блок — Блока.
    _rule("^боец$", "--йца --йцу --йца --йцом --йце", _MAN),
    _rule("[аеёиоуыэюя]ец$", "--йца --йцу --йца --йцем --йце", _MAN),
    _rule("[^аеёиоуыэюя]{2}(?<!нд)ец$", _CONSONANT, _MAN),
    _rule("лец$", "--ьца --ьцу --ьца --ьцом --ьце", _MAN),
    _rule("^немец$", "--ца --цу --ца --цем --це", _MAN),
    _rule("^(донец|иванец|жданец)$", "--ца --цу --ца --цом --це", _MAN),
    _rule(_ONE + "ок$", _CONSONANT, _MAN),
    # The stressed ending: Ткач — Ткачом, Ключ — Ключом.
    _rule("[ая]ч$|^(ключ|луч|меч|лещ|хрущ|плющ|хвощ|сыч|кирпич|ерш|шиш|ильич|кузьмич|фомич)$", _CONSONANT, _MAN),
    # German -их is declined (Эрлих), Russian is not (Долгих, Нижних).
    _rule("(?<![кгхжшчщн])их$|^(миних|манних)$", _CONSONANT, _MAN),
)

GIVEN = (
    _rule("^илья$", "-и -е -ю -ёй -е", _MAN),
    _rule("^николя$", _AS_IS, _MAN),
    _rule("ий$", _PRIEST, _MAN),
    _rule("[жшчщ]а$", "-и -е -у -ей -е"),
    _rule("[жшчщц]$", _HISSING, _MAN),
    _rule("ь$", ("-и", "-и", "", "ю", "-и"), _WOMAN),
)

PATRONYMICS = (_rule("^(ильич|кузьмич|фомич|лукич)$", _CONSONANT, _MAN),)

BEFORE_A_HYPHEN = frozenset(
    {"бонч", "тер", "кара", "мелик", "ван", "фон", "дер", "де", "ла", "ле", "аль", "эль", "абдул", "сен", "сент"}
    | {"сан", "дель", "ибн", "бен", "нор", "корвин", "демут"}
)
"""First parts of surnames that never change: Бонч-Бруевича, Кара-Мурзы."""

AFTER_A_HYPHEN = frozenset({"заде", "оглы", "оглу", "оол"})
"""Last parts with which a whole surname never changes: Гусейн-заде."""
