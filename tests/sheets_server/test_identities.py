"""Who calls: statements and tokens, keys that were revoked, clocks that go wrong, APIs nobody enabled, scopes."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

import pytest
from google.auth import crypt, jwt

from tests.sheets_server import gate, keys, tokens
from tests.sheets_server.call import Answer, Call
from tests.sheets_server.clock import VirtualClock
from tests.sheets_server.identities import DRIVE, SHEETS
from tests.sheets_server.plain import Value
from tests.sheets_server.server import SheetsServer
from tests.sheets_server.surroundings import Surroundings
from tests.sheets_server.tokens import DRIVE_SCOPE, GRANT, SHEETS_SCOPE
from tests.sheets_server.world import SPREADSHEET, World

ROBOT, OWNER, GUEST = "robot@office.iam.gserviceaccount.com", "owner@example.ru", "guest@example.ru"
FORBIDDEN = {"error": {"code": 403, "message": "The caller does not have permission", "status": "PERMISSION_DENIED"}}
ABSENT = {"error": {"code": 404, "message": "Requested entity was not found.", "status": "NOT_FOUND"}}
CONVERT = "This operation is not supported for this document"


class House:
    """A server with its surroundings, a spreadsheet of the owner's, and somebody at the door."""

    def __init__(self) -> None:
        self.clock = VirtualClock()
        self.world = World(self.clock)
        self.around = Surroundings(self.world)
        self.server = SheetsServer(self.world)
        self.id = self.world.create("Реестр", owner=OWNER).id

    def share(self, role: str, email: str = ROBOT) -> None:
        self.world.files[self.id]["permissions"].append(self.world.permission(role, email))

    def call(self, method: str, path: str, token: str | None, body: Value = None) -> Answer:
        data = b"" if body is None else json.dumps(body).encode()
        query = {"valueInputOption": ["RAW"]} if method == "PUT" else {}
        found = gate.through(self.around, Call(method, path, query, data, token=token), self.server.answer)
        assert isinstance(found, Answer)
        return found

    def read(self, token: str | None) -> Answer:
        return self.call("GET", f"/v4/spreadsheets/{self.id}/values/A1", token)

    def write(self, token: str | None) -> Answer:
        return self.call("PUT", f"/v4/spreadsheets/{self.id}/values/A1", token, {"values": [["x"]]})

    def token(self, email: str = ROBOT, *scopes: str) -> str:
        return tokens.made(email, self.clock.now(), *scopes)

    def sign_in(self, assertion: str, grant: str = GRANT) -> Answer:
        form = urlencode({"grant_type": grant, "assertion": assertion}).encode()
        found = gate.through(self.around, Call("POST", "/token", {}, form), self.server.answer)
        assert isinstance(found, Answer)
        return found


@dataclass(frozen=True)
class Ahead:
    """So many seconds after the moment of signing."""

    seconds: int


def statement(**changed: Value | Ahead) -> str:
    """What google-auth signs to get a token, with some of its claims changed; None leaves one out."""
    now = int(time.time())
    claims = {
        "iat": now,
        "exp": now + 3600,
        "iss": ROBOT,
        "aud": "https://oauth2.googleapis.com/token",
        "scope": SHEETS_SCOPE,
        **{name: now + one.seconds if isinstance(one, Ahead) else one for name, one in changed.items()},
    }
    signer = crypt.RSASigner.from_string(keys.private_key(), "1")  # type: ignore[no-untyped-call]  # google-auth's
    signed: bytes = jwt.encode(signer, {key: value for key, value in claims.items() if value is not None})  # type: ignore[no-untyped-call]  # google-auth's
    return signed.decode()


def test_a_signed_statement_gets_a_token_that_lasts_an_hour() -> None:
    house = House()
    house.share("writer")
    answer = house.sign_in(statement())
    assert answer.status == 200
    found = answer.json()
    assert (found["token_type"], found["expires_in"]) == ("Bearer", 3599)
    assert house.write(found["access_token"]).status == 200
    house.clock.advance(3600)
    assert house.write(found["access_token"]).status == 401


WRONG_STATEMENTS: tuple[tuple[str, Mapping[str, Value | Ahead], str], ...] = (
    (
        "signed by a clock ten minutes ahead",
        {"iat": Ahead(600), "exp": Ahead(4200)},
        "timeframe",
    ),
    (
        "signed by a clock ten minutes behind",
        {"iat": Ahead(-600), "exp": Ahead(3000)},
        "timeframe",
    ),
    ("good for two hours", {"exp": Ahead(7200)}, "short-lived"),
    ("without a time", {"iat": None}, "short-lived"),
    ("for somebody else's endpoint", {"aud": "https://example.ru/"}, "audience"),
    ("of an account nobody knows", {"iss": "nobody@example.ru"}, "account not found"),
    ("without scopes", {"scope": None}, "scope"),
    ("with a scope there isn't", {"scope": "https://www.googleapis.com/auth/everything"}, "scope"),
)


@pytest.mark.parametrize(("what", "changed", "words"), WRONG_STATEMENTS, ids=[each[0] for each in WRONG_STATEMENTS])
def test_a_wrong_statement_gets_no_token(what: str, changed: Mapping[str, Value | Ahead], words: str) -> None:
    house = House()
    house.world.identities.register(keys.account(ROBOT))
    answer = house.sign_in(statement(**changed))
    assert answer.status == 400, what
    assert words in answer.json()["error_description"]
    assert answer.json()["error"] == ("invalid_scope" if words == "scope" else "invalid_grant")


def test_a_clock_four_minutes_off_is_forgiven() -> None:
    now = int(time.time())
    assert House().sign_in(statement(iat=now - 240, exp=now + 3000)).status == 200


def test_the_server_can_say_that_the_callers_clock_is_wrong() -> None:
    house = House()
    house.world.identities.skew = 301
    assert house.sign_in(statement()).json()["error"] == "invalid_grant"


def test_a_virtual_hour_does_not_spoil_what_callers_sign_by_their_own_clock() -> None:
    house = House()
    house.clock.advance(10 * 3600)
    assert house.sign_in(statement()).status == 200


def test_what_is_no_statement_gets_no_token() -> None:
    house = House()
    assert house.sign_in("abc").json() == {
        "error": "invalid_grant",
        "error_description": "Invalid JWT: Failed to decode.",
    }
    assert house.sign_in(statement(), "password").json()["error"] == "unsupported_grant_type"


def test_a_revoked_key_gets_no_further_token_but_the_present_one_lasts() -> None:
    house = House()
    house.share("writer")
    house.world.identities.register(keys.account(ROBOT))
    token = house.sign_in(statement()).json()["access_token"]
    house.world.identities.revoke(ROBOT)
    assert house.sign_in(statement()).json() == {
        "error": "invalid_grant",
        "error_description": "Invalid JWT Signature.",
    }
    assert house.read(token).status == 200


def test_a_statement_that_was_tampered_with_gets_no_token() -> None:
    house = House()
    house.world.identities.register(keys.account(ROBOT))
    head, _, signature = statement().split(".")
    body = statement(scope=DRIVE_SCOPE).split(".")[1]
    assert house.sign_in(f"{head}.{body}.{signature}").json()["error_description"] == "Invalid JWT Signature."


def test_strict_identities_turn_away_whoever_has_no_token() -> None:
    house = House()
    assert house.read(None).status == 200
    house.world.identities.strict = True
    for token in (None, "stolen"):
        answer = house.read(token)
        assert answer.status == 401
        assert answer.json()["error"]["status"] == "UNAUTHENTICATED"
        assert 'error="invalid_token"' in answer.headers["WWW-Authenticate"]
    assert house.read(house.token(OWNER)).status == 200


@pytest.mark.parametrize(
    ("role", "reads", "writes"),
    [("", 403, 403), ("reader", 200, 403), ("commenter", 200, 403), ("writer", 200, 200), ("owner", 200, 200)],
)
def test_who_may_read_and_who_may_write(role: str, reads: int, writes: int) -> None:
    house = House()
    if role:
        house.share(role)
    found = [house.read(house.token()), house.write(house.token())]
    assert [each.status for each in found] == [reads, writes]
    assert all(each.json() == FORBIDDEN for each in found if each.status == 403)


def test_a_spreadsheet_that_is_gone_or_in_the_bin_is_not_found() -> None:
    house = House()
    house.share("writer")
    house.world.files[house.id]["trashed"] = True
    assert house.read(house.token()).json() == ABSENT
    house.world.forget(house.id)
    assert house.read(house.token()).json() == ABSENT


def test_a_workbook_of_excel_is_no_google_spreadsheet() -> None:
    house = House()
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    house.id = house.world.add_file("Реестр.xlsx", kind, owner=ROBOT)["id"]
    answer = house.read(house.token())
    assert answer.json() == {"error": {"code": 400, "message": CONVERT, "status": "FAILED_PRECONDITION"}}
    house.world.files[house.id]["mimeType"] = SPREADSHEET
    assert house.read(house.token(GUEST)).json() == FORBIDDEN


@pytest.mark.parametrize(("service", "title"), [(SHEETS, "Google Sheets API"), (DRIVE, "Google Drive API")])
def test_an_api_that_is_not_enabled_tells_where_to_enable_it(service: str, title: str) -> None:
    house = House()
    house.share("writer")
    house.world.identities.disable(service)
    path = f"/v4/spreadsheets/{house.id}" if service == SHEETS else f"/drive/v3/files/{house.id}"
    wrong = house.call("GET", path, house.token()).json()["error"]
    assert (wrong["code"], wrong["status"]) == (403, "PERMISSION_DENIED")
    assert wrong["message"].startswith(f"{title} has not been used in project ")
    info = wrong["details"][0]
    assert (info["reason"], info["domain"]) == ("SERVICE_DISABLED", "googleapis.com")
    assert f"/apis/api/{service}/overview" in info["metadata"]["activationUrl"]
    house.world.identities.enable(service)
    assert house.call("GET", path, house.token()).status == 200


@pytest.mark.parametrize(
    ("scope", "reads", "writes", "files"),
    [
        (SHEETS_SCOPE, 200, 200, 403),
        (f"{SHEETS_SCOPE}.readonly", 200, 403, 403),
        (DRIVE_SCOPE, 200, 200, 200),
        (f"{DRIVE_SCOPE}.readonly", 200, 403, 200),
        (f"{DRIVE_SCOPE}.metadata.readonly", 403, 403, 200),
    ],
)
def test_a_token_is_good_for_its_scopes_only(scope: str, reads: int, writes: int, files: int) -> None:
    house = House()
    house.share("writer")
    token = house.token(ROBOT, scope)
    found = [house.read(token), house.write(token), house.call("GET", f"/drive/v3/files/{house.id}", token)]
    assert [each.status for each in found] == [reads, writes, files]
    for each in found:
        if each.status == 403:
            info = each.json()["error"]["details"][0]
            assert (info["reason"], info["domain"]) == ("ACCESS_TOKEN_SCOPE_INSUFFICIENT", "googleapis.com")
            assert 'error="insufficient_scope"' in each.headers["WWW-Authenticate"]
