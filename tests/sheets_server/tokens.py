"""The token endpoint of OAuth: a signed statement of a service account in, an hour's token out."""

import base64
import json
from urllib.parse import parse_qs

from tests.sheets_server.call import Answer, Call, answered
from tests.sheets_server.plain import Json
from tests.sheets_server.world import World

_PREFIX = "local."
_HOUR = 3600


def issue(world: World, call: Call) -> Answer:
    """A token that names the account of the statement; the signature isn't looked at."""
    form = parse_qs(call.body.decode("utf-8", "replace"))
    claims = _claims(form.get("assertion", [""])[-1])
    if claims is None:
        return answered({"error": "invalid_grant", "error_description": "Invalid JWT: Failed to decode."}, 400)
    token = f"{_PREFIX}{_packed({'iss': claims.get('iss', ''), 'at': world.clock.now().timestamp()})}"
    return answered({"access_token": token, "expires_in": _HOUR - 1, "token_type": "Bearer"})


def email_of(token: str | None) -> str | None:
    """The account that a token of ours was made for; None for any other token."""
    if token is None or not token.startswith(_PREFIX):
        return None
    found = _unpacked(token.removeprefix(_PREFIX))
    return None if found is None else found.get("iss") or None


def _claims(assertion: str) -> Json | None:
    parts = assertion.split(".")
    return _unpacked(parts[1]) if len(parts) == 3 else None


def _packed(document: Json) -> str:
    return base64.urlsafe_b64encode(json.dumps(document).encode()).decode().rstrip("=")


def _unpacked(text: str) -> Json | None:
    try:
        found = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except ValueError:
        return None
    return found if isinstance(found, dict) else None
