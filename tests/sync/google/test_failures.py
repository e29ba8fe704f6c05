"""Bodies of Google's refusals → what happened and what a person should do; the bodies are made up in their shapes."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.google.failures import Failure, Kind
from sync.google.replies import Reply, failure_of

ACCOUNT = "rpo@made-up.iam.gserviceaccount.com"
INFO = "type.googleapis.com/google.rpc.ErrorInfo"
PROTECTED = (
    "Invalid requests[0].updateCells: You are trying to edit a protected cell or object. "
    "Please contact the spreadsheet owner to remove protection if you need to edit."
)


def body(code: int, status: str, message: str, reason: str = "", domain: str = "googleapis.com") -> str:
    """A refusal of the Sheets API."""
    error: dict[str, Any] = {"code": code, "message": message, "status": status}
    if reason:
        error["details"] = [{"@type": INFO, "reason": reason, "domain": domain, "metadata": {"service": "x"}}]
    return json.dumps({"error": error})


def drive(code: int, message: str, reason: str, domain: str = "global") -> str:
    """A refusal of the Drive API: a list of reasons, no status."""
    reasons = [{"domain": domain, "reason": reason, "message": message}]
    return json.dumps({"error": {"code": code, "message": message, "errors": reasons}})


def meant(status: int, text: str, content_type: str = "application/json; charset=UTF-8") -> Failure:
    return failure_of(Reply(status, content_type, text), ACCOUNT)


QUOTA = "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user'"
DISABLED = "Google Sheets API has not been used in project 1 before or it is disabled."
SCOPES = "Request had insufficient authentication scopes."


@pytest.mark.parametrize(
    ("status", "text", "kind", "code"),
    [
        (429, body(429, "RESOURCE_EXHAUSTED", QUOTA, "RATE_LIMIT_EXCEEDED"), Kind.QUOTA, "quota"),
        (429, body(429, "RESOURCE_EXHAUSTED", "Quota exceeded for quota group 'ReadGroup'"), Kind.QUOTA, "quota"),
        (403, drive(403, "User Rate Limit Exceeded", "userRateLimitExceeded", "usageLimits"), Kind.QUOTA, "quota"),
        (403, drive(403, "Rate Limit Exceeded", "rateLimitExceeded", "usageLimits"), Kind.QUOTA, "quota"),
        (401, body(401, "UNAUTHENTICATED", "Request had invalid authentication credentials."), Kind.EXPIRED, "sign_in"),
        (401, drive(401, "Invalid Credentials", "authError"), Kind.EXPIRED, "sign_in"),
        (403, body(403, "PERMISSION_DENIED", DISABLED, "SERVICE_DISABLED"), Kind.LASTING, "not_enabled"),
        (403, drive(403, DISABLED, "accessNotConfigured", "usageLimits"), Kind.LASTING, "not_enabled"),
        (403, body(403, "PERMISSION_DENIED", SCOPES, "ACCESS_TOKEN_SCOPE_INSUFFICIENT"), Kind.LASTING, "scopes"),
        (403, body(403, "PERMISSION_DENIED", SCOPES), Kind.LASTING, "scopes"),
        (403, drive(403, "Insufficient Permission", "insufficientPermissions"), Kind.LASTING, "scopes"),
        (403, body(403, "PERMISSION_DENIED", "The caller does not have permission"), Kind.LASTING, "not_shared"),
        (403, drive(403, "No rights for this file.", "insufficientFilePermissions"), Kind.LASTING, "not_shared"),
        (400, body(400, "INVALID_ARGUMENT", PROTECTED), Kind.LASTING, "protected"),
        (404, body(404, "NOT_FOUND", "Requested entity was not found."), Kind.LASTING, "absent"),
        (404, drive(404, "File not found: <ID>.", "notFound"), Kind.LASTING, "absent"),
        (400, body(400, "FAILED_PRECONDITION", "This operation is not supported for this document"), Kind.LASTING, "office_file"),
        (400, body(400, "INVALID_ARGUMENT", "Unable to parse range: 'Люди'!A1"), Kind.OUTDATED, "outdated"),
        (400, body(400, "INVALID_ARGUMENT", "Invalid requests[0].updateCells: No grid with id: 7"), Kind.OUTDATED, "outdated"),
        (400, body(400, "INVALID_ARGUMENT", "Invalid requests[3].deleteSheet: No sheet with id: 7"), Kind.OUTDATED, "outdated"),
        (400, body(400, "INVALID_ARGUMENT", "The sheet name cannot be empty."), Kind.LASTING, "refused_400"),
        (500, body(500, "INTERNAL", "Internal error encountered."), Kind.PASSING, "server_500"),
        (503, body(503, "UNAVAILABLE", "The service is currently unavailable."), Kind.PASSING, "server_503"),
        (504, body(504, "DEADLINE_EXCEEDED", "Deadline expired."), Kind.PASSING, "server_504"),
        (502, "<!DOCTYPE html><title>Error 502</title>", Kind.PASSING, "server_502"),
        (200, "<html>Войдите в сеть</html>", Kind.PASSING, "portal"),
        (403, "<html>Доступ закрыт</html>", Kind.PASSING, "portal"),
        (302, "", Kind.PASSING, "portal"),
        (407, "<html>proxy</html>", Kind.PASSING, "proxy"),
        (200, '{"valueRanges": [', Kind.PASSING, "cut"),
        (200, "", Kind.PASSING, "cut"),
    ],
)  # fmt: skip
def test_a_refusal_is_told_by_its_body(status: int, text: str, kind: Kind, code: str) -> None:
    found = meant(status, text)
    assert (found.kind, found.code) == (kind, code)
    assert found.text.endswith(".")
    assert found.advice.endswith(".")
    assert "{" not in found.text + found.advice


@pytest.mark.parametrize("code", ["not_shared", "protected"])
def test_the_advice_names_the_address_that_access_is_given_to(code: str) -> None:
    words = {"not_shared": "The caller does not have permission", "protected": PROTECTED}[code]
    reply = Reply(403, "application/json", body(403, "PERMISSION_DENIED", words))
    assert ACCOUNT in failure_of(reply, ACCOUNT).advice
    assert "служебного аккаунта" in failure_of(reply, None).advice


def test_a_write_that_is_refused_where_reading_was_allowed_asks_for_another_role() -> None:
    reply = Reply(403, "application/json", body(403, "PERMISSION_DENIED", "The caller does not have permission"))
    found = failure_of(reply, ACCOUNT, writes=True)
    assert found.code == "view_only"
    assert f"{ACCOUNT} роль «Редактор»" in found.advice


@pytest.mark.parametrize(
    ("status", "unknown"),
    [(500, True), (503, True), (200, True), (429, False), (403, False), (400, False), (401, False)],
)
def test_only_what_may_have_taken_effect_is_unknown(status: int, unknown: bool) -> None:  # noqa: FBT001  a column of the table
    assert meant(status, body(status, "X", "y") if status != 200 else "{").unknown is unknown


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["error", "errors", "details", "message", "reason"]), inner)
    ),
)


@given(st.sampled_from([200, 302, 400, 401, 403, 404, 407, 429, 500, 503]), JSON.map(json.dumps) | st.text(max_size=30))
def test_any_body_at_all_is_a_failure_with_a_sentence(status: int, text: str) -> None:
    found = meant(status, text)
    assert found.text
    assert found.advice
