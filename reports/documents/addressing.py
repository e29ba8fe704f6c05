"""Posts and names of those to whom a document goes, in the dative, by the endings that are usual."""

from collections.abc import Sequence

_POSTS = (("ий", "ему"), ("ый", "ому"), ("ая", "ой"), ("ель", "елю"), ("арь", "арю"))
_CONSONANTS = "бвгджзклмнпрстфхцчшщ"
_FEMININE = ("вна", "чна", "шна", "кызы")


def post_to(post: str) -> str:
    """«Заместителю Губернатора» from «Заместитель Губернатора»: the first word alone changes, and its adjective."""
    words = post.split()
    for at, word in enumerate(words):
        words[at] = _post_word(word)
        if not word.endswith(("ий", "ый", "ая")):
            break
    return " ".join(words)


def name_to(full_name: str) -> str:
    """«Яшиной З. М.» from «Яшина Зоя Максимовна»."""
    surname, *names = full_name.split()
    if not names:
        return surname
    is_woman = names[-1].endswith(_FEMININE) or (len(names) == 1 and names[0].endswith(("а", "я")))
    return f"{_surname_to(surname, is_woman=is_woman)} {_letters(names)}"


def _letters(names: Sequence[str]) -> str:
    return " ".join(f"{one[0]}." for one in names)


def _post_word(word: str) -> str:
    for ending, dative in _POSTS:
        if word.endswith(ending):
            return word[: -len(ending)] + dative
    return f"{word}у" if word[-1:] in _CONSONANTS else word


def _surname_to(surname: str, *, is_woman: bool) -> str:
    if is_woman:
        if surname.endswith("ая"):
            return f"{surname[:-2]}ой"
        return f"{surname[:-1]}ой" if surname.endswith(("ова", "ева", "ёва", "ина", "ына")) else surname
    if surname.endswith(("ий", "ый", "ой")):
        return f"{surname[:-2]}ому"
    if surname.endswith(("ых", "их")):
        return surname
    return f"{surname}у" if surname[-1:] in _CONSONANTS else surname
