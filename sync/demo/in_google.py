"""The made-up office in Google: its spreadsheets are made by their owner, shared, filled; people stay in the folder."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from config.columns import CellError, Raw
from config.google import is_loopback
from config.registers import REGISTERS
from config.settings import Settings
from reports.templates import Numbering
from reports.templates.google import Target, template, template_requests
from sync.backends.base import FileRead
from sync.backends.folder import FolderBackend
from sync.google.credentials import Account
from sync.google.http import SheetsHTTP
from sync.google.names import REPORTS_TITLE
from sync.google.new_office import MODES, AnyRegister, stays_in_folder
from sync.google.ports import Ports
from validators.grid import Grid

SERVICE, OWNER = "rpo@demo-office.iam.gserviceaccount.com", "owner@demo-office.iam.gserviceaccount.com"
KEY = "private/google-key.json"
_TABS = frozenset(register.tab for register in REGISTERS)
"""«Списки», from which a workbook offers names, stay here: they name people."""

_SCOPES = ("https://www.googleapis.com/auth/spreadsheets", "https://www.googleapis.com/auth/drive.file")
_FILES = "https://www.googleapis.com/drive/v3/files"
_SHEETS = "https://sheets.googleapis.com/v4/spreadsheets"
LOCALE = "ru_RU"
Json = dict[str, Any]  # Any: what the Sheets API takes


def move_to_google(folder: Path, endpoint: str) -> dict[str, str]:
    """Moves every workbook but those of people into spreadsheets of a server on this machine; title → id.

    Raises ValueError for another machine: a made-up office has no business in the real Google.
    """
    if not is_loopback(endpoint):
        raise ValueError(endpoint)
    _write_key(folder / KEY, endpoint, SERVICE)
    owner = _client(endpoint)
    ids: dict[str, str] = {}
    for file in FolderBackend(folder / "registers", Settings()).read():
        if not any(stays_in_folder(register, MODES[0]) for register in _registers(file)):
            title = file.name.removesuffix(".xlsx")
            registers = [grid for grid in file.grids if grid.tab in _TABS]
            ids[title] = _made(owner, title, registers)
            (folder / "registers" / file.name).unlink()
    ids[REPORTS_TITLE] = _made(owner, REPORTS_TITLE, ())
    _settle(folder / "office.toml", ids, endpoint)
    return ids


def _registers(file: FileRead) -> list[AnyRegister]:
    tabs = {grid.tab for grid in file.grids}
    return [register for register in REGISTERS if register.tab in tabs]


def _made(owner: SheetsHTTP, title: str, grids: Sequence[Grid]) -> str:
    """A spreadsheet as its owner makes it: Russian, filled, shared with the account of the service as an editor."""
    sheets = [{"properties": _properties(number, grid)} for number, grid in enumerate(grids, start=1)]
    properties = {"title": title, "locale": LOCALE, "timeZone": "Asia/Yekaterinburg"}
    body = {"properties": properties} | ({"sheets": sheets} if sheets else {})
    spreadsheet_id = str(owner.request("post", _SHEETS, json=body).json()["spreadsheetId"])
    filled = [request for number, grid in enumerate(grids, start=1) for request in _filled(number, grid)]
    if filled:
        owner.batch(spreadsheet_id, {"requests": filled}, "spreadsheetId")
    share = {"type": "user", "role": "writer", "emailAddress": SERVICE}
    owner.request("post", f"{_FILES}/{spreadsheet_id}/permissions", json=share)
    return spreadsheet_id


def _properties(number: int, grid: Grid) -> Json:
    size = {"rowCount": len(grid.rows) + 50, "columnCount": max(grid.width, 1)}
    return {"sheetId": number, "title": grid.tab, "gridProperties": size}


def _filled(number: int, grid: Grid) -> list[Json]:
    """The tab as the template looks, with what the workbook holds. Cells stand where they stand in the workbook."""
    register = next((one for one in REGISTERS if one.tab == grid.tab), None)
    rows = [{"values": [entered(cell) for cell in row]} for row in grid.rows]
    start = {"sheetId": number, "rowIndex": 0, "columnIndex": 0}
    values = {"updateCells": {"start": start, "rows": rows, "fields": "userEnteredValue"}}
    if register is None:
        return [values]
    target = Target(number, LOCALE, remarks=False)
    return [*template_requests(template(register, target, numbering=Numbering(count=len(grid.rows)))), values]


def entered(cell: Raw) -> Json:
    """A cell as `updateCells` takes it."""
    match cell:
        case None:
            return {}
        case CellError(word):
            return {"userEnteredValue": {"formulaValue": f"={word}"}}
        case "ИСТИНА" | "ЛОЖЬ":
            return {"userEnteredValue": {"boolValue": cell == "ИСТИНА"}}
        case str():
            return {"userEnteredValue": {"stringValue": cell}}
        case _:
            return {"userEnteredValue": {"numberValue": cell}}


def _settle(settings: Path, ids: Mapping[str, str], endpoint: str) -> None:
    text = settings.read_text(encoding="utf-8")
    lines = ['\n[storage]\nkind = "mixed"\n', '\n[personal_data]\nmode = "local"\n']
    lines.append(
        f'\n[google]\ncredentials = "{KEY}"\nreports_spreadsheet = "{ids[REPORTS_TITLE]}"\nendpoint = "{endpoint}"\n'
    )
    settings.write_text(text + "".join((*lines, *_sections(ids))), encoding="utf-8")


def _sections(ids: Mapping[str, str]) -> Iterator[str]:
    for title, spreadsheet_id in ids.items():
        keys = [register.key for register in REGISTERS if register.workbook == title]
        if keys:
            registers = ", ".join(f'"{key}"' for key in keys)
            yield f'\n[[google.spreadsheet]]\nid = "{spreadsheet_id}"\nname = "{title}"\nregisters = [{registers}]\n'


def _client(endpoint: str) -> SheetsHTTP:
    from google.oauth2.service_account import Credentials

    info = _info(endpoint, OWNER)
    credentials = Credentials.from_service_account_info(info, scopes=list(_SCOPES))  # type: ignore[no-untyped-call]  # google-auth has no types here
    return SheetsHTTP(Account(credentials, OWNER), Ports(sleep=lambda _seconds: None), endpoint)


def _write_key(path: Path, endpoint: str, email: str) -> None:
    path.parent.mkdir(mode=0o700, exist_ok=True)
    path.touch(mode=0o600)
    path.write_text(json.dumps(_info(endpoint, email)), encoding="utf-8")


def _info(endpoint: str, email: str) -> dict[str, str]:
    """A key of an account that exists nowhere but in the server on this machine."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import rsa

    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    how = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return {
        "type": "service_account",
        "project_id": "demo-office",
        "private_key_id": "demo",
        "private_key": key.private_bytes(*how).decode(),
        "client_email": email,
        "client_id": "1",
        "token_uri": f"{endpoint}/token",
    }
