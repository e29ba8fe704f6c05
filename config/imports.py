"""`[[import]]`: another system's export that the office reads and never writes — a form, a platform, an old list."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, Self

from pydantic import Field, field_validator, model_validator

from config.section import Scalar, Section, one_or_many

FOLDER = "imports"
"""The folder of the office where exports lie."""

_BEGINNING = f"./{FOLDER}/"
"""How the names of its files begin. No name inside the folder of registers begins so."""

MATCHABLE: Mapping[str, str] = MappingProxyType(
    {
        "Логин": "login",
        "Логин на цифровой платформе": "login",
        "E-mail": "email",
        "Телефон": "phone",
        "Код участника": "code",
        "Фамилия": "surname",
        "Имя": "name",
        "Отчество": "patronymic",
        "Дата рождения": "born",
    }
)
"""Heading by which people may be known → field."""

_SURE_NAME = frozenset({"surname", "name", "born"})
_NAMES = _SURE_NAME | {"patronymic"}
_KEY_PREFIX = "import:"


class Import(Section):
    """One export: whose files, what it gives the office, and by what its people are known.

    `candidates` — answers of a form: applications; `progress` — modules of the platform: facts of PROG; `people` — an
    older list: who goes on and who does not. `into` (key `register`) says whose columns a list of people has.
    """

    name: str = Field(min_length=1, max_length=40, pattern=r"^[^:«»\"\x00-\x1f]+$")
    gives: Literal["candidates", "progress", "people"]
    into: Literal["SCH", "UNI"] | None = Field(default=None, alias="register")
    source: tuple[str, ...] = Field(min_length=1)
    tab: str | None = None
    headings: dict[str, str] = Field(default_factory=dict)
    constants: dict[str, Scalar] = Field(default_factory=dict)
    match: tuple[str, ...] = Field(default=("Фамилия", "Имя", "Дата рождения"), min_length=1)

    _source = field_validator("source", "match", mode="before")(one_or_many)

    @property
    def key(self) -> str:
        """How the export is called among the registers: `import:Форма заявки`."""
        return key_of_name(self.name)

    @property
    def target(self) -> str:
        """Key of the register that the export adds to, or is compared with."""
        return self.into or "PROG"

    @property
    def match_fields(self) -> tuple[str, ...]:
        """Fields of the matching key."""
        return tuple(dict.fromkeys(MATCHABLE[heading] for heading in self.match))

    @field_validator("match")
    @classmethod
    def _known_key(cls, match: tuple[str, ...]) -> tuple[str, ...]:
        strange = [heading for heading in match if heading not in MATCHABLE]
        if strange:
            msg = f"по столбцу «{strange[0]}» людей не узнать, можно по таким: {', '.join(MATCHABLE)}"
            raise ValueError(msg)
        fields = {MATCHABLE[heading] for heading in match}
        if fields <= _NAMES and not fields >= _SURE_NAME:
            msg = 'по одному имени человека не узнать, нужно ["Фамилия", "Имя", "Дата рождения"]'
            raise ValueError(msg)
        return match

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.gives == "progress" and self.into is not None:
            msg = "ключ register здесь не нужен: прогресс относится и к школьникам, и к студентам"
            raise ValueError(msg)
        if self.gives != "progress" and self.into is None:
            msg = 'не хватает ключа register: "SCH" (школьники и СПО) или "UNI" (студенты вузов)'
            raise ValueError(msg)
        if self.gives != "progress" and "code" in self.match_fields:
            msg = "по коду участника узнают только в выгрузке прогресса"
            raise ValueError(msg)
        return self


def key_of_name(name: str) -> str:
    """`import:Форма заявки`."""
    return f"{_KEY_PREFIX}{name}"


def name_of_key(key: str) -> str | None:
    """The name of the export behind a key among the registers; None for a register."""
    return key.removeprefix(_KEY_PREFIX) if key.startswith(_KEY_PREFIX) else None


def is_export(file: str) -> bool:
    """The file, or the source of a remark, lies in the folder of exports."""
    return file.startswith(_BEGINNING)


def name_in_office(file: str) -> str:
    """The name of an export in the whole office: `./imports/Форма.csv` for `Форма.csv`."""
    return f"{_BEGINNING}{file}"


def name_in_folder(file: str) -> str:
    """The name of an export inside its folder, by which masks choose it."""
    return file.removeprefix(_BEGINNING)


def different(imports: tuple[Import, ...]) -> tuple[Import, ...]:
    """The exports, when no two have one name. Raises ValueError."""
    names = [one.name.casefold() for one in imports]
    for at, name in enumerate(names):
        if name in names[:at]:
            msg = f"название «{imports[at].name}» стоит у двух разделов, дайте каждому своё"
            raise ValueError(msg)
    return imports


def sections(value: object) -> object:
    """The list of sections as TOML gives it. Raises ValueError for one that is not in double brackets."""
    if not isinstance(value, list | tuple):
        msg = "пишите [[import]] в двойных квадратных скобках: таких разделов может быть несколько"
        raise ValueError(msg)  # noqa: TRY004  pydantic makes a remark of this one only
    return value
