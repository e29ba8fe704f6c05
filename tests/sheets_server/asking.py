"""Asking a server without a network: what tests say instead of HTTP, every answer held against Google's description."""

import json
from urllib.parse import quote

from tests.sheets_server.call import Answer, Call
from tests.sheets_server.checking import Checked
from tests.sheets_server.model import Spreadsheet
from tests.sheets_server.plain import Json, Value
from tests.sheets_server.server import SheetsServer
from tests.sheets_server.world import World


class Office:
    """A server with one spreadsheet, and short words for what is asked of it most."""

    def __init__(self, world: World | None = None, *, locale: str = "en_US", owner: str | None = None) -> None:
        self.server = SheetsServer(world)
        self.checked = Checked(self.server.answer, strict=False)
        self.id = self.server.world.create("Проба", locale=locale, owner=owner).id
        self.email: str | None = owner

    @property
    def book(self) -> Spreadsheet:
        """The spreadsheet as it is now."""
        return self.server.world.books[self.id]

    def ask(self, method: str, path: str, body: Value = None, **query: str | list[str]) -> Answer:
        """One call; an address that begins with `/` is whole, any other goes on after the spreadsheet's."""
        whole = path if path.startswith(("/v4", "/drive")) else f"/v4/spreadsheets/{self.id}{path}"
        many = {name: value if isinstance(value, list) else [value] for name, value in query.items()}
        data = b"" if body is None else json.dumps(body).encode()
        found = self.checked(Call(method, whole, many, data, email=self.email))
        self.checked.demand()
        return found

    def get(self, path: str = "", **query: str | list[str]) -> Json:
        """The JSON of a GET that must succeed."""
        return self._good(self.ask("GET", path, **query))

    def values(self, text: str, **query: str) -> Value:
        """values.get: the rows, [] when there are none."""
        return self.get(f"/values/{text}", **query).get("values", [])

    def put(self, text: str, rows: Value, option: str = "RAW") -> Json:
        """values.update."""
        return self._good(self.ask("PUT", f"/values/{text}", {"values": rows}, valueInputOption=option))

    def batch(self, *requests: Json, **more: Value) -> Json:
        """batchUpdate that must succeed."""
        return self._good(self.ask("POST", ":batchUpdate", {"requests": list(requests)} | more))

    def refusal(self, *requests: Json) -> str:
        """The sentence with which a batchUpdate is refused."""
        return refusal(self.ask("POST", ":batchUpdate", {"requests": list(requests)}))

    def add_sheet(self, title: str, rows: int = 10, columns: int = 5) -> int:
        """A new sheet; its id."""
        grid = {"rowCount": rows, "columnCount": columns}
        reply = self.batch({"addSheet": {"properties": {"title": title, "gridProperties": grid}}})
        return int(reply["replies"][0]["addSheet"]["properties"]["sheetId"])

    def _good(self, answer: Answer) -> Json:
        assert answer.status == 200, answer.body.decode()
        found: Json = answer.json()
        return found


def refusal(answer: Answer) -> str:
    """The sentence of an answer of 400."""
    assert answer.status == 400, answer.body.decode()
    return str(answer.json()["error"]["message"])


def grid(top: int, left: int, bottom: int, right: int, sheet: int = 0) -> Json:
    """A GridRange."""
    bounds = {"startRowIndex": top, "startColumnIndex": left, "endRowIndex": bottom, "endColumnIndex": right}
    return ({"sheetId": sheet} if sheet else {}) | bounds


def rows(start: int, end: int, sheet: int = 0, dimension: str = "ROWS") -> Json:
    """A DimensionRange."""
    return {"sheetId": sheet, "dimension": dimension, "startIndex": start, "endIndex": end}


def quoted(text: str) -> str:
    """A piece of an address as clients write it."""
    return quote(text, safe="")
