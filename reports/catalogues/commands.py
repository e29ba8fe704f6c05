"""The catalogue of commands: how each is called, what its options mean, how it ends."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reports.catalogues.markdown import json_list, table


@dataclass(frozen=True)
class Word:
    """What stands in a command line: a place to fill (`ФАЙЛ`) or an option as it is typed (`--period ПЕРИОД`)."""

    shape: str
    meaning: str
    required: bool = False
    several: bool = False


@dataclass(frozen=True)
class Told:
    """A command as people read of it. `ends` — exit code → what it means here."""

    name: str
    about: str
    places: tuple[Word, ...]
    options: tuple[Word, ...]
    ends: Mapping[int, str]


@dataclass(frozen=True)
class Guide:
    """All commands in the order of the help, with what they have in common."""

    commands: Sequence[Told]
    common: Sequence[Word]


def commands_as_json(guide: Guide) -> str:
    """`[{"command", "about", "places", "options", "ends"}]`, one object a line."""
    return json_list(map(_as_json, guide.commands))


def commands_as_markdown(guide: Guide) -> str:
    """The catalogue for people, in Russian."""
    everywhere = [(str(code), meaning) for code, meaning in _EVERYWHERE.items()]
    return "\n\n".join(
        (
            "# Команды",
            _INTRODUCTION,
            table(("Команда", "Что делает"), [(f"`rpo {one.name}`", one.about) for one in guide.commands]),
            "## Общие параметры",
            "Их понимает любая команда; стоят до её названия или после него.",
            _words(guide.common),
            "## Коды завершения",
            "Одинаковы у всех команд; что код значит у данной команды, сказано в её разделе.",
            table(("Код", "Что значит"), everywhere),
            *map(_chapter, guide.commands),
        )
    )


_INTRODUCTION = (
    "Эта страница сделана из самой программы; то же о команде говорит `rpo КОМАНДА --help`. "
    "Необязательное стоит в квадратных скобках, «…» — можно несколько раз."
)
_EVERYWHERE = {
    0: "порядок",
    1: "есть замечания или известная неполадка: сказано какая",
    2: "ошибка в команде или в настройках, ничего не сделано",
    3: "сбой программы: сказано, какой файл прислать разработчикам",
    7: "нужен человек: что-то приостановлено и ждёт решения",
    130: "остановлено с клавиатуры",
}


def _chapter(one: Told) -> str:
    parts = [f"## rpo {one.name}", f"{one.about[0].upper()}{one.about[1:]}.", f"```\n{_line(one)}\n```"]
    if one.places or one.options:
        parts.append(_words((*one.places, *one.options)))
    ends = " · ".join(f"{code} — {meaning}" for code, meaning in one.ends.items())
    return "\n\n".join((*parts, f"Завершение: {ends}."))


def _line(one: Told) -> str:
    options = " ".join(_in_line(word) for word in one.options)
    return " ".join(filter(None, ("rpo", one.name, *(_in_line(word) for word in one.places), options)))


def _in_line(word: Word) -> str:
    shape = f"{word.shape} …" if word.several else word.shape
    return shape if word.required else f"[{shape}]"


def _words(words: Sequence[Word]) -> str:
    return table(("Что указать", "Что это"), [(f"`{word.shape}`", word.meaning) for word in words])


def _as_json(one: Told) -> Mapping[str, object]:
    return {
        "command": one.name,
        "about": one.about,
        "places": [_word_as_json(word) for word in one.places],
        "options": [_word_as_json(word) for word in one.options],
        "ends": {str(code): meaning for code, meaning in one.ends.items()},
    }


def _word_as_json(word: Word) -> Mapping[str, object]:
    return {"shape": word.shape, "meaning": word.meaning, "required": word.required, "several": word.several}
