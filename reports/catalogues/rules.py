"""The catalogue of rules: every code that can be reported, what it means and what to do about it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from config.registers import REGISTERS
from reports.catalogues.markdown import json_list, table
from validators.catalogue import Fault
from validators.remark import Severity, consequence
from validators.rule import Rule

_GROUPS = {
    "C": "Одна ячейка",
    "F": "Файлы и приём данных",
    "S": "Устройство листа",
    "X": "Связи между строками и реестрами",
}


@dataclass(frozen=True)
class Entry:
    """A code of the catalogue. `needs` are the registers without which it can't be checked."""

    code: str
    severity: Severity
    title: str
    advice: str
    needs: tuple[str, ...] = ()


def entries(faults: Iterable[Fault], rules: Iterable[Rule]) -> tuple[Entry, ...]:
    """One entry a code, in the order C, F, S, X and by number. A rule adds its advice to a fault of the same code."""
    known = {one.code: Entry(one.code, one.severity, one.title, one.advice) for one in faults}
    for rule in rules:
        known[rule.code] = _with(known.get(rule.code), rule)
    return tuple(sorted(known.values(), key=_order))


def rules_as_json(catalogue: Sequence[Entry]) -> str:
    """`[{"code", "severity", "title", "advice", "registers"}]`, one object a line."""
    return json_list(map(_as_json, catalogue))


def rules_as_markdown(catalogue: Sequence[Entry]) -> str:
    """The catalogue for people, in Russian."""
    parts = ["# Правила проверки", _INTRODUCTION]
    for letter, title in _GROUPS.items():
        group = [entry for entry in catalogue if entry.code[0] == letter]
        if group:
            rows = [
                (one.code, consequence(one.code, one.severity), one.title, one.advice, _tabs(one.needs))
                for one in group
            ]
            parts += [f"## {letter} — {title}", table(_HEADINGS, rows)]
    return "\n\n".join(parts)


_INTRODUCTION = (
    "Каждое замечание сервиса имеет код. Код не меняется, поэтому на него можно ссылаться в переписке и в настройках: "
    "`[rules] muted` выключает правило, `[rules] severity` меняет его важность. "
    "Если реестр из последнего столбца не ведётся, правило не проверяется, и сервис об этом говорит."
)
_HEADINGS = ("Код", "Последствие", "О чём", "Что сделать", "Нужны реестры")


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
    }
    return {**shape, "registers": list(entry.needs)} if entry.needs else shape


def _tabs(keys: Sequence[str]) -> str:
    tabs = {register.key: register.tab for register in REGISTERS}
    return ", ".join(f"«{tabs.get(key, key)}»" for key in keys)
