"""A deed: what is asked of a person, and which of the service's own functions answers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from config.errors import UsageError
from sync.desk import Desk

Wish = Mapping[str, str]
"""Name of an ask → what the person wrote, without spaces around it."""


class Choice(NamedTuple):
    """One of the answers to choose from, and its words."""

    value: str
    words: str


@dataclass(frozen=True)
class Ask:
    """One thing that a person says. `choices` gives the answers to choose from; without it he writes freely."""

    name: str
    label: str
    hint: str = ""
    required: bool = True
    choices: Callable[[Desk], Sequence[Choice]] | None = None


@dataclass(frozen=True)
class Done:
    """What came of it, in sentences without personal data, and the files that were made."""

    lines: tuple[str, ...]
    files: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Once:
    """How a deed that must not be done twice is known to be done, when a process was killed in the middle of it.

    `trace` is what the history says of it: another text before the deed than after it; `again` tells what came of it
    and puts back the files that are missing, nothing else.
    """

    trace: Callable[[Desk, Wish], str]
    again: Callable[[Desk, Wish], Done]


@dataclass(frozen=True)
class Deed:
    """`command` is what the administrator would type; `do` raises OfficeError when it can't be done.

    `by_person` — whoever asks is written beside the reason that he gives; without `once` it may be done again.
    """

    key: str
    title: str
    what: str
    command: str
    asks: tuple[Ask, ...]
    do: Callable[[Desk, Wish], Done]
    by_person: bool = False
    once: Once | None = None


def signed(deed: Deed, wish: Wish, by: str) -> dict[str, str]:
    """The wish with who asks beside the reason that he gives."""
    if not deed.by_person:
        return dict(wish)
    return {name: f"{words} ({by})" if words and name in _REASONS else words for name, words in wish.items()}


_REASONS = frozenset({"reason", "force"})


def checked(deed: Deed, desk: Desk, wish: Wish) -> dict[str, str]:
    """The wish with what the deed asks for and nothing else. Raises UsageError when something is missing."""
    told = {one.name: " ".join(wish.get(one.name, "").split()) for one in deed.asks}
    for one in deed.asks:
        answer = told[one.name]
        if one.required and not answer:
            raise UsageError(f"Не заполнено: «{one.label}».", advice="Заполните поле и повторите.")
        if len(answer) > _LONGEST:
            raise UsageError(
                f"В поле «{one.label}» больше {_LONGEST} знаков.", advice="Напишите короче: хватит одного предложения."
            )
        if answer and one.choices is not None and answer not in {choice.value for choice in one.choices(desk)}:
            raise UsageError(f"В поле «{one.label}» выбрано то, чего нет.", advice="Выберите значение из списка.")
    return told


_LONGEST = 500
