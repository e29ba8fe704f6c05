"""Google's own Python clients of both APIs, signed in with a key at a server of the loopback."""

from contextlib import ExitStack
from dataclasses import dataclass

from tests.sheets_server.loopback import google_client
from tests.sheets_server.plain import Json, Value
from tests.sheets_server.running import Running
from tests.sheets_server.world import SPREADSHEET


@dataclass(frozen=True)
class Clients:
    """Google's clients of both APIs, signed in as one account."""

    sheets: Value
    drive: Value

    def make(self, title: str) -> str:
        """A new spreadsheet of Drive's; its id."""
        body = {"name": title, "mimeType": SPREADSHEET}
        return str(self.drive.files().create(body=body, fields="id").execute()["id"])

    def batch(self, book: str, *requests: Json, **more: Value) -> Json:
        """batchUpdate."""
        body = {"requests": list(requests)} | more
        found: Json = self.sheets.spreadsheets().batchUpdate(spreadsheetId=book, body=body).execute()
        return found

    def values(self, book: str, range_: str, **options: Value) -> Value:
        """values.get: the rows, [] when there are none."""
        found = self.sheets.spreadsheets().values().get(spreadsheetId=book, range=range_, **options).execute()
        return found.get("values", [])

    def write(self, book: str, range_: str, values: Value, option: str = "RAW") -> Json:
        """values.update."""
        call = (
            self.sheets.spreadsheets()
            .values()
            .update(spreadsheetId=book, range=range_, valueInputOption=option, body={"values": values})
        )
        found: Json = call.execute()
        return found


def signed_in(stack: ExitStack, server: Running, email: str) -> Clients:
    """The clients of one account, closed with the stack."""
    return Clients(*(stack.enter_context(google_client(server, name, email)) for name in ("sheets.v4", "drive.v3")))
