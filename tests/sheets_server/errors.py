"""Refusals with the exact bodies of Google's servers."""

from collections.abc import Sequence

from tests.sheets_server.plain import Json

_BAD_REQUEST = "type.googleapis.com/google.rpc.BadRequest"
_LOGIN = "See https://developers.google.com/identity/sign-in/web/devconsole-project."
TOO_MANY_CELLS = "This action would increase the number of cells in the workbook above the limit of 10000000 cells."
TOO_LONG = "Your input contains more than the maximum of 50000 characters in a single cell."
PROTECTED = (
    "You are trying to edit a protected cell or object. "
    "Please contact the spreadsheet owner to remove protection if you need to edit."
)


class ApiError(Exception):
    """A call is refused: the HTTP status, the JSON body and headers beside the usual ones."""

    def __init__(self, status: int, body: Json, headers: dict[str, str] | None = None) -> None:
        super().__init__(body["error"]["message"])
        self.status = status
        self.body = body
        self.headers = headers or {}


class Refused(Exception):  # noqa: N818 — an answer, not a fault
    """One request of a batch is refused; the batch adds the request's number and kind to the sentence."""


def error(code: int, status: str, message: str, details: Sequence[Json] = ()) -> ApiError:
    """A refusal of the Sheets API."""
    body: Json = {"code": code, "message": message, "status": status}
    if details:
        body["details"] = list(details)
    return ApiError(code, {"error": body})


def invalid(message: str) -> ApiError:
    """400 with a bare sentence."""
    return error(400, "INVALID_ARGUMENT", message)


def bad_payload(violations: Sequence[tuple[str, str]]) -> ApiError:
    """400 for JSON that isn't the message of this method: pairs of a field's path and what is wrong with it."""
    listed = [{"field": field, "description": text} if field else {"description": text} for field, text in violations]
    detail = {"@type": _BAD_REQUEST, "fieldViolations": listed}
    return error(400, "INVALID_ARGUMENT", "\n".join(text for _, text in violations), [detail])


def bad_mask(path: str) -> ApiError:
    """400 for a `fields` parameter that names no field of the answer."""
    text = f"Error expanding 'fields' parameter. Cannot find matching fields for path '{path}'."
    detail = {"@type": _BAD_REQUEST, "fieldViolations": [{"field": path, "description": text}]}
    return error(400, "INVALID_ARGUMENT", "Request contains an invalid argument.", [detail])


def not_found() -> ApiError:
    """404 of the Sheets API."""
    return error(404, "NOT_FOUND", "Requested entity was not found.")


def denied() -> ApiError:
    """403 of the Sheets API: not shared with the caller, or only to look at."""
    return error(403, "PERMISSION_DENIED", "The caller does not have permission")


def no_spreadsheet() -> ApiError:
    """400 for a file of Drive that isn't a Google spreadsheet, an .xlsx opened with Google's editor for instance."""
    return error(400, "FAILED_PRECONDITION", "This operation is not supported for this document")


def unbuilt(kind: str) -> ApiError:
    """501 of our own: Google knows this, the local server doesn't yet; no client mistakes it for Google's."""
    text = f"The local Sheets server has not built {kind} yet."
    found = error(501, "UNIMPLEMENTED", text, [{"@type": "local-sheets-server/unbuilt", "kind": kind}])
    found.headers["X-Sheets-Server"] = f"unbuilt {kind}"
    return found


def unauthenticated() -> ApiError:
    """401 of both APIs: no token, an unknown one or one past its hour."""
    text = (
        "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid "
        f"authentication credential. {_LOGIN}"
    )
    reason = {
        "message": "Invalid Credentials",
        "domain": "global",
        "reason": "authError",
        "location": "Authorization",
        "locationType": "header",
    }
    body = {"error": {"code": 401, "message": text, "errors": [reason], "status": "UNAUTHENTICATED"}}
    challenge = 'Bearer realm="https://accounts.google.com/", error="invalid_token"'
    return ApiError(401, body, {"WWW-Authenticate": challenge})


def drive_error(code: int, message: str, reason: str, where: str = "", domain: str = "global") -> ApiError:
    """A refusal of the Drive API: `errors` with a reason, no `status`."""
    found: Json = {"message": message, "domain": domain, "reason": reason}
    if where:
        found |= {"location": where, "locationType": "parameter"}
    return ApiError(code, {"error": {"code": code, "message": message, "errors": [found]}})


def drive_not_found(file_id: str) -> ApiError:
    """404 of the Drive API, also for a file that isn't shared with the caller."""
    return drive_error(404, f"File not found: {file_id}.", "notFound", "fileId")


def no_page() -> ApiError:
    """404 for an address that no method has; Google answers with a page of HTML, this with JSON."""
    return error(404, "NOT_FOUND", "Method not found.")
