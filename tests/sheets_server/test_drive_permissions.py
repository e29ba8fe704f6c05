"""Sharing through Drive: who gives rights, who has them, and that they mean something."""

import json

import pytest

from tests.sheets_server.call import Answer, Call
from tests.sheets_server.checking import Checked
from tests.sheets_server.plain import Json, Value
from tests.sheets_server.server import SheetsServer

OWNER, EDITOR, GUEST = "owner@example.ru", "editor@example.ru", "guest@example.ru"


class Shared:
    """A spreadsheet of the owner's and short words for sharing it."""

    def __init__(self) -> None:
        self.server = SheetsServer()
        self.id = self.server.world.create("Реестр", owner=OWNER).id
        self.checked = Checked(self.server.answer, strict=True)

    def call(self, method: str, rest: str = "", body: Value = None, by: str = OWNER, **query: str) -> Answer:
        path = f"/drive/v3/files/{self.id}/permissions{rest}"
        data = b"" if body is None else json.dumps(body).encode()
        answer = self.checked(Call(method, path, {key: [value] for key, value in query.items()}, data, email=by))
        self.checked.demand()
        return answer

    def give(self, role: str, email: str = EDITOR, by: str = OWNER, **query: str) -> Answer:
        return self.call("POST", "", {"type": "user", "role": role, "emailAddress": email}, by, **query)

    def roles(self) -> dict[str, str]:
        found: list[Json] = self.server.world.files[self.id]["permissions"]
        return {each.get("emailAddress") or each["type"]: each["role"] for each in found}

    def reads(self, email: str) -> bool:
        return self.server.answer(Call("GET", f"/v4/spreadsheets/{self.id}", email=email)).status == 200


def test_whoever_is_given_a_role_can_read() -> None:
    shared = Shared()
    assert not shared.reads(EDITOR)
    answer = shared.give("reader")
    assert answer.json() == {"kind": "drive#permission", "id": answer.json()["id"], "type": "user", "role": "reader"}
    assert shared.reads(EDITOR)


def test_a_second_role_replaces_the_first() -> None:
    shared = Shared()
    shared.give("reader")
    shared.give("writer")
    assert shared.roles() == {OWNER: "owner", EDITOR: "writer"}


def test_permissions_are_listed_changed_and_taken_away() -> None:
    shared = Shared()
    found_id = shared.give("reader").json()["id"]
    listed = shared.call("GET", fields="permissions(emailAddress,role)").json()
    assert listed == {
        "permissions": [{"emailAddress": OWNER, "role": "owner"}, {"emailAddress": EDITOR, "role": "reader"}]
    }
    assert shared.call("PATCH", f"/{found_id}", {"role": "writer"}).json()["role"] == "writer"
    assert shared.call("GET", f"/{found_id}").json()["role"] == "writer"
    assert shared.call("DELETE", f"/{found_id}").status == 204
    assert not shared.reads(EDITOR)
    assert shared.call("DELETE", f"/{found_id}").status == 404


def test_a_link_opens_a_file_to_everybody_and_a_domain_to_its_people() -> None:
    shared = Shared()
    shared.call("POST", "", {"type": "domain", "role": "reader", "domain": "example.ru"})
    assert shared.reads(GUEST)
    assert not shared.reads("guest@example.org")
    shared.call("POST", "", {"type": "anyone", "role": "reader"})
    assert shared.reads("guest@example.org")


def test_a_reader_shares_nothing() -> None:
    shared = Shared()
    shared.give("reader")
    wrong = shared.give("reader", GUEST, by=EDITOR)
    assert wrong.status == 403
    assert wrong.json()["error"]["errors"][0]["reason"] == "insufficientFilePermissions"


def test_everybody_may_leave_but_the_owner() -> None:
    shared = Shared()
    found_id = shared.give("reader").json()["id"]
    owners_id = shared.call("GET").json()["permissions"][0]["id"]
    assert shared.call("DELETE", f"/{owners_id}").status == 403
    assert shared.call("DELETE", f"/{found_id}", by=EDITOR).status == 204


def test_a_file_is_given_away_only_when_it_is_said_twice() -> None:
    shared = Shared()
    assert shared.give("owner").status == 403
    assert shared.give("owner", transferOwnership="true").status == 200
    assert shared.roles() == {OWNER: "writer", EDITOR: "owner"}


@pytest.mark.parametrize(
    "body",
    [{"type": "user", "emailAddress": GUEST}, {"role": "reader"}, {"type": "user", "role": "reader"}],
)
def test_a_permission_without_its_parts_is_refused(body: Json) -> None:
    assert Shared().call("POST", "", body).status == 400
