"""A title in a case: its head noun and the adjectives that agree with it change, what depends on them stays."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.grammar.case import Case
from reports.grammar.word import Word, changed, read

_TOKEN = re.compile(r"«[^»]*»|\"[^\"]*\"|\([^)]*\)|[\w.]+(?:-[\w.]+)*|\s+|.", re.DOTALL)
_DASHES = frozenset("—–-")
_PAUSES = frozenset(",;/")
_AND = "и"
_BEFORE_A_TITLE = frozenset({"временно", "постоянно", "совместно", "вновь"})
"""Adverbs that stay before the words that change."""
_AFTER_DASH, _AFTER_PAUSE = "dash", "pause"


@dataclass(frozen=True)
class _Group:
    """The words that change together, by their places among the tokens; `end` is the place after the last."""

    words: tuple[tuple[int, Word], ...]
    end: int


def phrase_in(text: str, case: Case, *, persons: bool = True) -> str:
    """The text in a case. After a dash, a comma and «и» another title may follow: «руководитель — начальник отдела».

    `persons` — the titles are those of people: the accusative is that of living beings, and after a comma only what
    names a person is another title.
    """
    if case is Case.NOMINATIVE:
        return text
    tokens = _TOKEN.findall(text)
    result = list(tokens)
    shouted = text.isupper()
    for group in _groups(tokens, persons=persons, shouted=shouted):
        head = group.words[-1][1]
        for place, word in group.words:
            result[place] = changed(word, case, head, persons=persons)
    return "".join(result)


def _groups(tokens: Sequence[str], *, persons: bool, shouted: bool) -> Iterator[_Group]:
    place, before = 0, ""
    while place < len(tokens):
        may_begin = place == 0 or before in {_AFTER_DASH, _AFTER_PAUSE}
        group = _group(tokens, place, shouted=shouted) if may_begin else None
        if group is not None and _is_wanted(group, before, persons=persons):
            yield group
            place, before = group.end, ""
            continue
        before = _pause(tokens, place) or (before if tokens[place].isspace() else "")
        place += 1


def _is_wanted(group: _Group, before: str, *, persons: bool) -> bool:
    return before != _AFTER_PAUSE or (persons and group.words[-1][1].is_person)


def _pause(tokens: Sequence[str], place: int) -> str:
    token = tokens[place]
    alone = 0 < place < len(tokens) - 1 and tokens[place - 1].isspace() and tokens[place + 1].isspace()
    if token in _DASHES and alone:
        return _AFTER_DASH
    return _AFTER_PAUSE if token in _PAUSES or (token == _AND and alone) else ""


def _group(tokens: Sequence[str], start: int, *, shouted: bool) -> _Group | None:
    """Adjectives in the nominative and the noun with which they agree; without one the last adjective is the noun."""
    found: list[tuple[int, Word]] = []
    for place in range(start, len(tokens)):
        token = tokens[place]
        if token.isspace() or (token == _AND and found) or _is_passed(token, found):
            continue
        word = read(token, shouted=shouted)
        if word is None or not all(other.agrees(word) for _, other in found):
            break
        found.append((place, word))
        if not word.may_describe or not _goes_on(tokens, place, word, shouted=shouted):
            break
    return _Group(tuple(found), found[-1][0] + 1) if found else None


def _is_passed(token: str, found: Sequence[tuple[int, Word]]) -> bool:
    """«Временно», «гл.» before the words that change."""
    if found:
        return False
    return token.endswith(".") or (token.casefold() in _BEFORE_A_TITLE and read(token) is None)


def _goes_on(tokens: Sequence[str], place: int, word: Word, *, shouted: bool) -> bool:
    """After an adjective comes a word that agrees with it, maybe after «и»."""
    rest = [token for token in tokens[place + 1 :] if not token.isspace()]
    if rest[:1] == [_AND]:
        rest = rest[1:]
    following = read(rest[0], shouted=shouted) if rest else None
    return following is not None and word.agrees(following)
