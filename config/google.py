"""`[google]`: the account, the spreadsheets of the office and what is kept in each of them."""

import re
from urllib.parse import urlsplit

from pydantic import Field, field_validator

from config.section import Section, one_or_many

_ID = re.compile(r"^[A-Za-z0-9_-]{20,100}$")
_ID_IN_ADDRESS = re.compile(r"/spreadsheets/d/([A-Za-z0-9_-]+)")
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


def spreadsheet_id(text: str) -> str:
    """The id of a spreadsheet from itself or from its address in the browser. Raises ValueError."""
    found = _ID_IN_ADDRESS.search(text)
    bare = found[1] if found else text.strip()
    if not _ID.match(bare):
        msg = "нужен адрес таблицы из браузера или её номер: длинная строка между /d/ и /edit"
        raise ValueError(msg)
    return bare


class SpreadsheetSection(Section):
    """`[[google.spreadsheet]]`: one shared spreadsheet and the registers that staff keep in it.

    `name` is how people call it in remarks; without it the names of the registers' workbooks are taken.
    """

    id: str
    registers: tuple[str, ...] = Field(min_length=1)
    name: str = Field(default="", pattern=r"^[^\[\]*?#]*$")

    _id = field_validator("id")(spreadsheet_id)
    _registers = field_validator("registers", mode="before")(one_or_many)


class GoogleSection(Section):
    """`[google]`: how the service signs in, where reports go, which spreadsheets hold which registers.

    `credentials` is the path of the key file beside office.toml, or "adc"; `endpoint` only a loopback address, for
    tests; `remarks_beside` puts a tab «Замечания» into every spreadsheet of registers.
    """

    credentials: str = "private/google-key.json"
    reports_spreadsheet: str | None = None
    remarks_beside: bool = True
    endpoint: str | None = None
    spreadsheets: tuple[SpreadsheetSection, ...] = Field(default=(), alias="spreadsheet")

    @field_validator("reports_spreadsheet")
    @classmethod
    def _id(cls, text: str | None) -> str | None:
        return None if text is None else spreadsheet_id(text)

    @field_validator("endpoint")
    @classmethod
    def _loopback(cls, address: str | None) -> str | None:
        if address is not None and not is_loopback(address):
            msg = "можно только адрес этого компьютера, например http://127.0.0.1:8080; ключ нужен для проверок"
            raise ValueError(msg)
        return address


def is_loopback(address: str) -> bool:
    """The address is http on this very machine."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme == "http" and parts.hostname in _LOOPBACK
