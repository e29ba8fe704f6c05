"""The catalogue of rules: every code that can be reported, what it means and what to do about it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from config.registers import REGISTERS
from config.registers.roles import ROLE_WORDS
from reports.catalogues.markdown import json_list, table
from validators.catalogue import Fault
from validators.leave import MOST_DAYS
from validators.remark import UNDERSTOOD, Severity, consequence
from validators.rule import Rule

_GROUPS = {
    "C": "Одна ячейка",
    "F": "Файлы и приём данных",
    "S": "Устройство листа",
    "X": "Связи между строками и реестрами",
}


@dataclass(frozen=True)
class Example:
    """A remark as an office got it: its register (None for a file of nobody's), its words, how grave it has been."""

    register: str | None
    text: str
    severities: tuple[Severity, ...]


@dataclass(frozen=True)
class Entry:
    """A code of the catalogue. `needs` are the registers without which it can't be checked."""

    code: str
    severity: Severity
    title: str
    advice: str
    needs: tuple[str, ...] = ()
    example: Example | None = None

    @property
    def severities(self) -> tuple[Severity, ...]:
        """Its own severity, and those that single remarks have been given instead."""
        others = self.example.severities if self.example else ()
        return tuple(dict.fromkeys((self.severity, *others)))


def entries(
    faults: Iterable[Fault], rules: Iterable[Rule], examples: Mapping[str, Example] = MappingProxyType({})
) -> tuple[Entry, ...]:
    """One entry a code, in the order C, F, S, X and by number. A rule adds its advice to a fault of the same code."""
    known = {one.code: Entry(one.code, one.severity, one.title, one.advice) for one in faults}
    for rule in rules:
        known[rule.code] = _with(known.get(rule.code), rule)
    told = (replace(one, example=examples.get(one.code)) for one in known.values())
    return tuple(sorted(told, key=_order))


def rules_as_json(catalogue: Sequence[Entry]) -> str:
    """`[{"code", "severity", "title", "advice", "left_by", "registers", "example"}]`, one object a line."""
    return json_list(map(_as_json, catalogue))


def rules_as_markdown(catalogue: Sequence[Entry]) -> str:
    """The catalogue for people, in Russian: a table of each group, then every code by itself."""
    parts = ["# Правила проверки", *_INTRODUCTION]
    for letter, title in _GROUPS.items():
        group = [entry for entry in catalogue if entry.code[0] == letter]
        if group:
            rows = [(one.code, _consequences(one), one.title, _tabs(one.needs)) for one in group]
            parts += [f"## {letter} — {title}", table(_HEADINGS, rows), *map(_chapter, group)]
    return "\n\n".join(parts)


_CODES = (
    "Каждое замечание сервиса имеет код. Код не меняется, поэтому на него можно ссылаться в переписке и в настройках: "
    "`[rules] muted` выключает правило, `[rules] severity` меняет его важность. "
    "Если реестр из последнего столбца не ведётся, правило не проверяется, и сервис об этом говорит."
)
_OWNERS = (
    "**Кому приходит.** Тому, кого строка называет ответственным или куратором; если такого нет — куратору "
    "муниципалитета; если и его нет — сотруднику, у которого роль реестра. Замечание, у которого нет хозяина, стоит в "
    "«Замечаниях» на листе «Без ответственного»."
)
_LEAVING = (
    f"**Оставить как есть.** Причину и дату пишут в строке замечания, и оно молчит до этой даты, не дольше {MOST_DAYS} "
    "дней, и только пока в ячейке то же значение. Кому это можно, сказано у каждого кода."
)
_INTRODUCTION = (_CODES, _OWNERS, _LEAVING, "Примеры взяты из учебного офиса (`rpo demo`).")
_HEADINGS = ("Код", "Последствие", "О чём", "Нужны реестры")
_LEFT_BY = {
    "nobody": "отвечать не нужно",
    "head": "может только руководитель, в своей книге",
    "owner": "может тот, кому пришло",
}


def _chapter(one: Entry) -> str:
    lines = [f"### {one.code} — {one.title}", ""]
    if one.example is not None:
        lines.append(f"- Пример{_whose(one.example.register)}: {one.example.text}")
    lines += [
        f"- Что сделать: {one.advice}",
        f"- Последствие: {_consequences(one)}. Оставить как есть: {_LEFT_BY[_left_by(one)]}.",
    ]
    return "\n".join(lines)


def _whose(key: str | None) -> str:
    known = next((register for register in REGISTERS if register.key == key), None)
    return "" if known is None else f" («{known.tab}», роль {ROLE_WORDS[known.owner]})"


def _consequences(one: Entry) -> str:
    first, *others = (consequence(one.code, severity) for severity in one.severities)
    return " или ".join((first, *(f"«{words}»" for words in others)))


def _left_by(one: Entry) -> str:
    if one.code in UNDERSTOOD or one.severity is Severity.INFO:
        return "nobody"
    return "head" if one.severity is Severity.CRITICAL else "owner"


def _with(entry: Entry | None, rule: Rule) -> Entry:
    if entry is None:
        return Entry(rule.code, rule.severity, rule.title, rule.advice, rule.needs)
    advice = entry.advice if rule.advice in entry.advice else f"{entry.advice} {rule.advice}"
    return replace(entry, advice=advice, needs=tuple(dict.fromkeys((*entry.needs, *rule.needs))))


def _order(entry: Entry) -> tuple[str, int]:
    match = re.fullmatch(r"([A-Z]+)(\d+)", entry.code)
    return (match[1], int(match[2])) if match else (entry.code, 0)


def _as_json(entry: Entry) -> Mapping[str, object]:
    shape: dict[str, object] = {
        "code": entry.code,
        "severity": entry.severity.value,
        "title": entry.title,
        "advice": entry.advice,
        "left_by": _left_by(entry),
    }
    if entry.needs:
        shape["registers"] = list(entry.needs)
    if entry.example is not None:
        shape["example"] = {"register": entry.example.register, "text": entry.example.text}
    return shape


def _tabs(keys: Sequence[str]) -> str:
    tabs = {register.key: register.tab for register in REGISTERS}
    return ", ".join(f"«{tabs.get(key, key)}»" for key in keys)
