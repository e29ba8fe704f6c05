"""One remark a code as the made-up office gets it, kept in remarks.toml: the examples of the catalogue of rules."""

import json
import tomllib
from collections.abc import Iterable, Mapping
from importlib.resources import files

from reports.catalogues.rules import Example
from validators.remark import Remark, Severity

KEPT = "remarks.toml"
_HEAD = (
    "# Замечания учебного офиса (rpo demo), по одному на код: примеры для «rpo rules».\n"
    "# Пишет «make docs»; руками не правят.\n"
)


def shown(remarks: Iterable[Remark]) -> Mapping[str, Example]:
    """Code → the shortest remark with it, and every severity that it was given with."""
    found: dict[str, list[Remark]] = {}
    for remark in remarks:
        found.setdefault(remark.code, []).append(remark)
    return {code: _example(found[code]) for code in sorted(found)}


def _example(remarks: list[Remark]) -> Example:
    chosen = min(remarks, key=lambda one: (len(one.text), one.text))
    grave = sorted({one.severity for one in remarks}, key=lambda one: one.rank)
    return Example(chosen.place.register, chosen.text, tuple(grave))


def as_toml(examples: Mapping[str, Example]) -> str:
    """The file of examples; a JSON string of one line is a string of TOML too."""
    return "\n".join((_HEAD.rstrip(), *(_table(code, one) for code, one in examples.items()), ""))


def _table(code: str, one: Example) -> str:
    lines = [f"\n[{code}]"]
    if one.register is not None:
        lines.append(f"register = {json.dumps(one.register)}")
    lines.append(f"severity = {json.dumps([severity.value for severity in one.severities])}")
    lines.append(f"text = {json.dumps(one.text, ensure_ascii=False)}")
    return "\n".join(lines)


def kept_examples() -> Mapping[str, Example]:
    """The examples as the package keeps them."""
    told = tomllib.loads((files(__package__) / KEPT).read_text(encoding="utf-8"))
    return {
        code: Example(one.get("register"), one["text"], tuple(map(Severity, one["severity"])))
        for code, one in told.items()
    }
