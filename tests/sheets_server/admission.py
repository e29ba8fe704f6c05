"""Who is let in: the token, the API's being enabled and the token's scopes, before a spreadsheet is looked at."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from tests.sheets_server import routes, tokens
from tests.sheets_server.call import Call
from tests.sheets_server.errors import unauthenticated
from tests.sheets_server.identities import DRIVE, SHEETS, Identities, not_enabled, scopes_too_narrow
from tests.sheets_server.methods import method_of
from tests.sheets_server.quota import READ, WRITE

_SERVICE = "google.apps.sheets.v4.SpreadsheetsService"
_READING = ("ByDataFilter", ":search")
_METHODS: Mapping[str, str] = {
    "GET /v4/spreadsheets/{id}": "GetSpreadsheet",
    "POST /v4/spreadsheets": "CreateSpreadsheet",
    "POST /v4/spreadsheets/{id}:batchUpdate": "BatchUpdateSpreadsheet",
    "GET /v4/spreadsheets/{id}/values/{range}": "GetValues",
    "GET /v4/spreadsheets/{id}/values:batchGet": "BatchGetValues",
    "PUT /v4/spreadsheets/{id}/values/{range}": "UpdateValues",
    "POST /v4/spreadsheets/{id}/values:batchUpdate": "BatchUpdateValues",
    "POST /v4/spreadsheets/{id}/values/{range}:append": "AppendValues",
    "POST /v4/spreadsheets/{id}/values/{range}:clear": "ClearValues",
}


@dataclass(frozen=True)
class Kind:
    """What sort of call it is: `route` its method and address without ids, `service` the API (empty for none)."""

    route: str
    service: str
    reads: bool

    @property
    def quota(self) -> str:
        """READ or WRITE."""
        return READ if self.reads else WRITE


def kind_of(call: Call) -> Kind:
    """The sort of a call, whatever becomes of it."""
    path = routes.tidied(call.path)
    template = routes.template(call.method, path)
    service = ""
    if path.startswith("/v4/"):
        service = SHEETS
    elif path.startswith(("/drive/", "/upload/drive/")):
        service = DRIVE
    reads = call.method == "GET" or (template.endswith(_READING) and ":batchUpdate" not in template)
    return Kind(f"{call.method} {template}", service, reads)


def admitted(identities: Identities, call: Call, kind: Kind, now: datetime) -> Call:
    """The call with its caller's address; raises 401 or 403 as Google does.

    A token of this server is checked always, any other only by strict identities.
    """
    if not kind.service:
        return call
    token = tokens.read(call.token)
    if (token is None and identities.strict) or (token is not None and token.expires <= now.timestamp()):
        raise unauthenticated()
    if kind.service in identities.disabled:
        raise not_enabled(kind.service)
    if token is None:
        return call
    method = method_of(replace(call, path=routes.tidied(call.path)))
    wanted = method.scopes if method else ()
    if wanted and not set(wanted) & set(token.scopes):
        name = f"{_SERVICE}.{_METHODS.get(kind.route, 'Unknown')}" if kind.service == SHEETS else kind.route
        raise scopes_too_narrow(kind.service, name, " ".join(wanted))
    return replace(call, email=token.email)
