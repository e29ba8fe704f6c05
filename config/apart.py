"""Names kept apart (mode «codes»): which columns leave the shared table for a key file on this machine."""

from typing import Any

from config.columns import Column, Privacy
from config.register import Register
from config.settings import Settings

FOLDER = "private"
"""The folder of the office where key files lie; it never leaves the machine."""

DOCUMENTS = "documents"
"""The folder inside it where documents that name people are put: they are no key files."""

_BEGINNING = f"./{FOLDER}/"
"""How the names of its files begin. No name inside the folder of registers begins so."""

_SUFFIX = "(имена)"


def personal_columns(register: Register[Any]) -> tuple[Column, ...]:
    """The columns that name a person or lead to him: classes P3 and P4."""
    return tuple(column for column in register.columns if column.privacy >= Privacy.P3)


def is_of_people(register: Register[Any]) -> bool:
    """Its rows are people of the Programme: without their names much can't be checked."""
    return bool(register.person) and register.key != "STAFF"


def is_shared(register: Register[Any], settings: Settings) -> bool:
    """The register's table is shared and must hold codes in place of names.

    In a mixed office only what stands in Google is shared.
    """
    if settings.personal_data.mode != "codes":
        return False
    return settings.storage.kind != "mixed" or any(
        register.key in one.registers for one in settings.google.spreadsheets
    )


def key_file(register: Register[Any]) -> str:
    """The usual name of the register's key file: «Школьники и СПО (имена).xlsx»."""
    return f"{register.tab} {_SUFFIX}.xlsx"


def name_in_office(file: str) -> str:
    """The name of a key file in the whole office: `./private/Наставники (имена).xlsx`."""
    return f"{_BEGINNING}{file}"


def name_in_folder(file: str) -> str:
    """The name of a key file inside its folder."""
    return file.removeprefix(_BEGINNING)
