"""The settings of an office as one frozen value: `parse(text, environ)` is pure and names every mistake."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from types import UnionType
from typing import Any, Literal, get_args
from zoneinfo import ZoneInfo

from pydantic import Field, ValidationError, field_validator

from config.errors import SettingsError
from config.google import GoogleSection, SpreadsheetSection
from config.imports import Import, different, sections
from config.mail import MailSection
from config.ownership import OwnershipSection
from config.page import PageSection
from config.places import line_of, nearest, place_in
from config.reports import ReportsSection
from config.schedule import ScheduleSection
from config.section import Scalar, Section, one_or_many
from config.thresholds import ThresholdsSection


class OfficeSection(Section):
    """`[office]`: whose office this is, its season and its clock."""

    region: str = "Регион"
    oktmo: str | None = Field(default=None, pattern=r"^[0-9]{2}$")
    season: str = Field(default="2025/2026", pattern=r"^[0-9]{4}/[0-9]{4}$")
    time_zone: str = "Europe/Moscow"
    today: date | None = None
    settling_until: date | None = None

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (KeyError, ValueError, OSError) as error:
            msg = "такого часового пояса нет, пример: Asia/Yekaterinburg"
            raise ValueError(msg) from error
        return name


class Keeping(Section):
    """`[registers.UNI]`: how the office keeps one register (decisions.md 9)."""

    source: tuple[str, ...] = ()
    tab: str | None = None
    headings: dict[str, str] = Field(default_factory=dict)
    constants: dict[str, Scalar] = Field(default_factory=dict)
    absent: tuple[str, ...] = ()
    key: tuple[str, ...] = ()
    fill_merged: bool = False
    always_latest: bool = False
    freshness_days: int = Field(default=30, ge=1)

    _source = field_validator("source", mode="before")(one_or_many)


class StorageSection(Section):
    """`[storage]`: where the registers are kept."""

    kind: Literal["folder", "google", "mixed"] = "folder"
    folder: str = "registers"


class PersonalDataSection(Section):
    """`[personal_data]`: where names may be shown (architecture.md §7), the least number of people told outside, terms.

    Only an office in a folder may leave the mode out. `retention_months` — how long the data of one who has finished,
    left or was not taken are kept; None is not decided.
    """

    mode: Literal["local", "codes", "in_sheet"] = "local"
    small_cell: int = Field(default=5, ge=3, le=50)
    retention_months: int | None = Field(default=None, ge=0)


class LimitsSection(Section):
    """`[limits]`: what is too much at once."""

    vanish_rows: int = Field(default=10, ge=1)
    vanish_share: float = Field(default=0.2, gt=0, le=1)
    always_ask_share: float = Field(default=0.5, gt=0, le=1)
    file_megabytes: float = Field(default=50, gt=0)
    old_causes_a_day: int = Field(default=3, ge=1)


class RulesSection(Section):
    """`[rules]`: rules that the office silenced or made milder or stricter."""

    muted: tuple[str, ...] = ()
    severity: dict[str, Literal["critical", "error", "warning", "info"]] = Field(default_factory=dict)


class StateSection(Section):
    """`[state]`: where the history is kept."""

    url: str = Field(default="sqlite:///state/rpo.sqlite", pattern=r"^(sqlite:///|postgresql\+psycopg://)")
    password_file: str | None = None

    @field_validator("url")
    @classmethod
    def _no_password(cls, url: str) -> str:
        if re.match(r"postgresql[^/]*://[^/@]*:[^/]*@", url) or re.search(r"[?&]password=", url):
            msg = "пароль в адресе не пишут: положите его в файл и назовите файл в password_file"
            raise ValueError(msg)
        return url


class Settings(Section):
    """The whole of office.toml."""

    office: OfficeSection = OfficeSection()
    kept: tuple[str, ...] | None = None
    registers: Mapping[str, Keeping] = Field(default_factory=dict)
    storage: StorageSection = StorageSection()
    google: GoogleSection = GoogleSection()
    personal_data: PersonalDataSection = PersonalDataSection()
    limits: LimitsSection = LimitsSection()
    rules: RulesSection = RulesSection()
    thresholds: ThresholdsSection = ThresholdsSection()
    ownership: OwnershipSection = OwnershipSection()
    reports: ReportsSection = ReportsSection()
    schedule: ScheduleSection = ScheduleSection()
    page: PageSection = PageSection()
    mail: MailSection = MailSection()
    state: StateSection = StateSection()
    imports: tuple[Import, ...] = Field(default=(), alias="import")

    _sections = field_validator("imports", mode="before")(sections)
    _different = field_validator("imports")(different)

    def keeping(self, key: str) -> Keeping:
        """How the register is kept; the defaults when the settings say nothing."""
        return self.registers.get(key, Keeping())

    @property
    def stated_mode(self) -> str | None:
        """The mode of personal data when office.toml states it."""
        return self.personal_data.mode if "mode" in self.personal_data.model_fields_set else None


def parse(text: str, environ: Mapping[str, str], known_registers: tuple[str, ...] = ()) -> Settings:
    """The settings from the text of office.toml and the variables `RPO_<SECTION>__<KEY>`.

    Raises SettingsError with the line, the nearest known key and what is allowed.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(
            f"Файл настроек не читается: {place_in(error)}.",
            advice="Исправьте строку: ключ = значение, текст в кавычках.",
        ) from error
    _override(data, environ)
    registers = data.pop("registers", {})
    if not isinstance(registers, dict):
        raise SettingsError(f"{line_of(text, ['registers'])}раздел [registers] должен быть таблицей.")
    data["kept"] = registers.pop("kept", None)
    data["registers"] = registers
    _check_register_names(text, data, known_registers)
    try:
        return Settings.model_validate(data)
    except ValidationError as error:
        raise SettingsError(
            _explain(text, error), advice="Все ключи с пояснениями: команда «rpo init» кладёт их в office.toml."
        ) from error


def _override(data: dict[str, Any], environ: Mapping[str, str]) -> None:  # Any: what TOML gives
    for name, value in environ.items():
        match = re.fullmatch(r"RPO_([A-Z_]+?)__([A-Z_]+)", name)
        if match and not isinstance(data.get(match[1].lower(), {}), dict):
            raise SettingsError(f"Переменная {name} лишняя: «{match[1].lower()}» в office.toml не раздел с ключами.")
        if match:
            data.setdefault(match[1].lower(), {})[match[2].lower()] = _typed(match[1].lower(), match[2].lower(), value)


def _typed(section: str, key: str, value: str) -> object:
    model = Settings.model_fields[section].annotation if section in Settings.model_fields else None
    info = getattr(model, "model_fields", {}).get(key)
    annotation = info.annotation if info is not None else None
    kinds = get_args(annotation) if isinstance(annotation, UnionType) else (annotation,)
    if any(kind in {int, float, bool, date} for kind in kinds):
        return value
    return tuple(part.strip() for part in value.split(",")) if annotation == tuple[str, ...] else value


def _check_register_names(text: str, data: Mapping[str, Any], known: tuple[str, ...]) -> None:  # Any: what TOML gives
    named = [*(data["kept"] or ()), *data["registers"]]
    for name in named:
        if known and name not in known:
            raise SettingsError(
                f"{line_of(text, [str(name)])}реестра «{name}» нет{nearest(str(name), known)}.",
                advice=f"Реестры: {', '.join(known)}.",
            )


def _explain(text: str, error: ValidationError) -> str:
    faults = error.errors(include_url=False, include_input=False)
    fault = next((one for one in faults if one["type"] == "extra_forbidden"), faults[0])
    path = [str(part) for part in fault["loc"]]
    place = line_of(text, path)
    named = [part for part in path if not part.isdecimal()]
    key, where = named[-1] if named else "", ".".join(named)
    if fault["type"] == "extra_forbidden":
        return f"{place}ключа «{where}» нет{nearest(key, _siblings(path))}."
    return f"{place}«{where}» указано неверно: {_WORDS.get(fault['type'], _plain(fault))}."


_WORDS = {
    "int_parsing": "нужно целое число",
    "int_type": "нужно целое число",
    "float_parsing": "нужно число",
    "float_type": "нужно число",
    "bool_parsing": "нужно true или false",
    "date_from_datetime_parsing": "нужна дата вида 2026-04-15",
    "date_type": "нужна дата вида 2026-04-15",
    "string_type": "нужен текст в кавычках",
    "string_pattern_mismatch": "запись не того вида",
    "tuple_type": "нужен список в квадратных скобках",
    "dict_type": "нужна таблица «ключ = значение»",
    "model_type": "нужен раздел с ключами",
    "missing": "этот ключ обязателен",
    "too_short": "нужно хотя бы одно значение",
}


def _plain(fault: Mapping[str, Any]) -> str:  # Any: pydantic's error
    context = fault.get("ctx", {})
    if "expected" in context:
        return f"можно {str(context['expected']).replace(' or ', ' или ')}"
    bounds = {"ge": "не меньше", "gt": "больше", "le": "не больше", "lt": "меньше"}
    for name, words in bounds.items():
        if name in context:
            return f"нужно {words} {context[name]}"
    return str(context.get("error", "значение не подходит"))


def _siblings(path: list[str]) -> tuple[str, ...]:
    if len(path) == 1:
        return tuple(name for name in Settings.known_keys() if name != "kept")
    if path[0] in {"registers", "import"}:
        return Keeping.known_keys() if path[0] == "registers" else Import.known_keys()
    if path[:2] == ["google", "spreadsheet"]:
        return SpreadsheetSection.known_keys()
    model = Settings.model_fields[path[0]].annotation
    return model.known_keys() if isinstance(model, type) and issubclass(model, Section) else ()
