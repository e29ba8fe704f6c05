"""The kinds of mistakes as data: what is made, where, and what counts as noticed; ours and those of other files."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError, field_validator, model_validator

from config.errors import UsageError
from config.places import line_of, nearest, place_in
from config.register import Register
from config.registers import REGISTERS
from sync.selftest.injectors import INJECTORS
from sync.selftest.injectors.cells import Words
from sync.selftest.injectors.injector import Conditions, Injector, Parameters
from sync.selftest.place import field_of

_BY_KEY: Mapping[str, Register[Any]] = {register.key: register for register in REGISTERS}  # Any: of different records
_OWN = "kinds.toml"


@dataclass(frozen=True)
class Target:
    """A register, and a field of it unless the mistake is made in whole rows or tabs."""

    register: str
    field: str | None


class Kind(Parameters):
    """One kind of mistake.

    `line` — where it is described: a line of domain.md §7 (`12`), or another section; `where` — registers and columns
    (`SCH.Имя`, `SCH`) it may be made in; `when` — what must stand in the row; `blank` — the cell must be empty;
    `used_in`, `unused_in` — columns in one of which, or in none of which, the row must be referred to (by rows that
    `used_when` fits); `rows` — in how many rows at once; `history` — made after the office was accepted once,
    `after_closing` — and its last month was closed. Noticed is a new remark with a code of `caught` in the row, on the
    tab or anywhere (`at`); with `silent` noticed means that nobody is asked anything. `same` — the rows are read as
    before (always so when `silent`, unless `reads` says what the cell is read as). `also` — codes that may lawfully
    follow anywhere. `why_not` — why a mistake of the list is not made at all.
    """

    name: str = Field(min_length=1)
    line: str
    where: Words = ()
    when: Conditions = Field(default_factory=dict)
    blank: bool = False
    used_in: Words = ()
    unused_in: Words = ()
    used_when: Conditions = Field(default_factory=dict)
    rows: int | Literal["all"] = 1
    history: bool = False
    after_closing: bool = False
    caught: Words = ()
    at: Literal["row", "tab", "office"] = "row"
    silent: bool = False
    same: bool = False
    reads: str | None = None
    also: Words = ()
    why_not: str = ""

    @field_validator("where", "used_in", "unused_in")
    @classmethod
    def _known(cls, words: tuple[str, ...]) -> tuple[str, ...]:
        for word in words:
            target_of(word)
        return words

    @model_validator(mode="after")
    def _says_what_is_noticed(self) -> "Kind":
        if not self.why_not and not (self.where and (self.caught or self.silent)):
            msg = "нужны where и caught (или silent = true), либо why_not"
            raise ValueError(msg)
        used = tuple(map(target_of, self.used_in))
        for targets, conditions in ((self.targets, self.when), (used, self.used_when)):
            for target in targets:
                for heading in conditions:
                    _field(_BY_KEY[target.register], heading)
        return self

    @property
    def targets(self) -> tuple[Target, ...]:
        """Where it may be made."""
        return tuple(map(target_of, self.where))


@dataclass(frozen=True)
class Trial:
    """A kind with the injector that makes it; None for a mistake that is not made."""

    kind: Kind
    injector: Injector | None


def target_of(word: str) -> Target:
    """`SCH.Имя` → the register and the field. Raises ValueError, in Russian, for what is not there."""
    key, _, heading = word.partition(".")
    if key not in _BY_KEY:
        msg = f"реестра «{key}» нет{nearest(key, tuple(_BY_KEY))}"
        raise ValueError(msg)
    return Target(key, _field(_BY_KEY[key], heading) if heading else None)


def _field(register: Register[Any], heading: str) -> str:  # Any: a register of any record
    name = field_of(register.by_heading, heading)
    if name not in register.by_field:
        headings = tuple(column.heading for column in register.columns)
        msg = f"в реестре «{register.tab}» нет столбца «{heading}»{nearest(heading, headings)}"
        raise ValueError(msg)
    return name


@cache
def own_kinds() -> tuple[Trial, ...]:
    """The kinds that come with the program: the list of domain.md §7, and agreements of §4 and §5.3."""
    return parse_kinds((files("sync.selftest") / _OWN).read_text(encoding="utf-8"), _OWN)


def kinds_with(file: str | None) -> tuple[Trial, ...]:
    """Our own kinds, and those of a file. Raises UsageError for a file that can't be read or is wrong."""
    if file is None:
        return own_kinds()
    try:
        text = Path(file).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"Файл видов ошибок «{file}» не читается.", advice="Проверьте путь и кодировку UTF-8."
        ) from error
    return parse_kinds(text, Path(file).name, own_kinds())


def parse_kinds(text: str, file: str, known: Sequence[Trial] = ()) -> tuple[Trial, ...]:
    """The kinds of a file, after those known already. Raises UsageError that names the line and says what is wrong."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(
            f"{file} не читается: {place_in(error)}.", advice="Исправьте строку: ключ = значение, текст в кавычках."
        ) from error
    sections = data.pop("kind", [])
    if data or not isinstance(sections, list) or not sections:
        name = next(iter(data), "kind")
        raise UsageError(f"{line_of(text, [name], file)}нужны только разделы [[kind]], по одному на вид ошибки.")
    trials = tuple(_trial(text, file, at, section) for at, section in enumerate(sections))
    names = {trial.kind.name for trial in known}
    for at, trial in enumerate(trials):
        if trial.kind.name in names:
            raise UsageError(f"{line_of(text, ['kind', str(at), 'name'], file)}вид «{trial.kind.name}» уже есть.")
        names.add(trial.kind.name)
    return (*known, *trials)


def _trial(text: str, file: str, at: int, section: Mapping[str, Any]) -> Trial:  # Any: what TOML gives
    own = {key: value for key, value in section.items() if key not in {"do", "with"}}
    try:
        kind = Kind.model_validate(own)
    except ValidationError as error:
        raise _wrong(text, file, ("kind", str(at)), error, Kind) from error
    word = str(section.get("do", ""))
    if kind.why_not:
        return Trial(kind, None)
    if word not in INJECTORS:
        place = line_of(text, ["kind", str(at), "do" if word else "name"], file)
        known = tuple(INJECTORS)
        raise UsageError(
            f"{place}способа ошибиться «{word}» нет{nearest(word, known)}.",
            advice=f"Способы: {', '.join(known)}.",
        )
    try:
        injector = INJECTORS[word].model_validate(section.get("with", {}))
        _check_columns(kind, injector)
    except ValidationError as error:
        raise _wrong(text, file, ("kind", str(at), "with"), error, INJECTORS[word]) from error
    except ValueError as error:
        raise UsageError(f"{line_of(text, ['kind', str(at), 'with'], file)}{error}.") from error
    return Trial(kind, injector)


def _check_columns(kind: Kind, injector: Injector) -> None:
    """The headings that the parameters name are those of the registers. Raises ValueError."""
    for heading in injector.headings:
        for target in kind.targets:
            _field(_BY_KEY[target.register], heading)
    for record in injector.records:
        register = _BY_KEY[target_of(record.to).register]
        for heading in record.that:
            _field(register, heading)


_WORDS = {
    "missing": "этот ключ обязателен",
    "string_type": "нужен текст в кавычках",
    "bool_type": "нужно true или false",
    "bool_parsing": "нужно true или false",
    "int_parsing": "нужно целое число",
    "int_type": "нужно целое число",
    "float_parsing": "нужно число",
    "tuple_type": "нужен список в квадратных скобках",
    "dict_type": "нужна таблица «ключ = значение»",
    "string_too_short": "нужен непустой текст",
    "too_short": "нужно хотя бы одно значение",
}


def _wrong(text: str, file: str, path: Sequence[str], error: ValidationError, model: type[Parameters]) -> UsageError:
    faults = error.errors(include_url=False, include_input=False)
    fault = next((one for one in faults if one["type"] == "extra_forbidden"), faults[0])
    named = [part for part in map(str, fault["loc"]) if not part.isdecimal()]
    key = named[0] if named else ""
    here = key and fault["type"] != "missing"
    at = [*path, key] if here else [*path, *(["kind"] if path[-1] != "with" else [])]
    place = line_of(text, at, file)
    if fault["type"] == "extra_forbidden":
        return UsageError(f"{place}ключа «{key}» нет{nearest(key, tuple(model.model_fields))}.")
    context = fault.get("ctx", {})
    why = _WORDS.get(fault["type"]) or str(context.get("error") or context.get("expected") or "значение не подходит")
    return UsageError(f"{place}{f'«{key}»: ' if key else ''}{why.replace(' or ', ' или ')}.")
