"""Bearer tokens and the token endpoint of OAuth: a signed statement of a service account in, an hour's token out."""

import base64
import json
import time
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import parse_qs

from google.auth import crypt

from tests.sheets_server.call import Answer, Call, answered
from tests.sheets_server.identities import Account, Identities
from tests.sheets_server.plain import Json
from tests.sheets_server.world import World

GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer"
SHEETS_SCOPE = "https://www.googleapis.com/auth/spreadsheets"
DRIVE_SCOPE = "https://www.googleapis.com/auth/drive"
_SCOPES = frozenset(
    {SHEETS_SCOPE, DRIVE_SCOPE}
    | {f"{SHEETS_SCOPE}.readonly"}
    | {f"{DRIVE_SCOPE}.{part}" for part in ("readonly", "file", "metadata", "metadata.readonly", "appdata")}
)
_PREFIX = "local."
_HOUR = 3600
_SKEW = 300
_UNTIMELY = (
    "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. "
    "Check your iat and exp values in the JWT claim."
)


@dataclass(frozen=True)
class Token:
    """What a token of this server says: whose it is, what for, and until when (seconds since 1970)."""

    email: str
    scopes: tuple[str, ...]
    expires: float


class _UngrantedError(Exception):
    """The statement gets no token: the error of OAuth and its description."""

    def __init__(self, description: str, kind: str = "invalid_grant") -> None:
        super().__init__(description)
        self.kind = kind


def issue(world: World, call: Call) -> Answer:
    """The token endpoint: answers 400 `invalid_grant` for an unknown account, a revoked key or a wrong clock."""
    form = parse_qs(call.body.decode("utf-8", "replace"))
    grant, assertion = (form.get(name, [""])[-1] for name in ("grant_type", "assertion"))
    now = world.clock.now()
    try:
        found = _granted(world.identities, grant, assertion, now)
    except _UngrantedError as wrong:
        return answered({"error": wrong.kind, "error_description": str(wrong)}, 400)
    seconds = int(found.expires - now.timestamp())
    return answered({"access_token": written(found), "expires_in": seconds, "token_type": "Bearer"})


def made(email: str, now: datetime, *scopes: str) -> str:
    """A token for somebody without any statement, for an hour; for everything unless scopes are named."""
    return written(Token(email, scopes or (SHEETS_SCOPE, DRIVE_SCOPE), now.timestamp() + _HOUR))


def written(token: Token) -> str:
    """The token as it stands after "Bearer"."""
    document = {"iss": token.email, "scope": " ".join(token.scopes), "exp": token.expires}
    return _PREFIX + base64.urlsafe_b64encode(json.dumps(document).encode()).decode().rstrip("=")


def read(token: str | None) -> Token | None:
    """What a token of this server says; None for any other."""
    if token is None or not token.startswith(_PREFIX):
        return None
    found = _unpacked(token.removeprefix(_PREFIX))
    return Token(found["iss"], tuple(found["scope"].split()), found["exp"]) if found else None


def email_of(token: str | None) -> str | None:
    """The account that a token of ours was made for; None for any other token."""
    found = read(token)
    return found.email or None if found else None


def _granted(identities: Identities, grant: str, assertion: str, now: datetime) -> Token:
    if grant != GRANT:
        raise _UngrantedError(f"Invalid grant_type: {grant}", "unsupported_grant_type")
    parts = assertion.split(".")
    head, claims = (_unpacked(part) for part in parts[:2]) if len(parts) == 3 else (None, None)
    if not head or not claims or head.get("alg") != "RS256":
        raise _UngrantedError("Invalid JWT: Failed to decode.")
    email = str(claims.get("iss", ""))
    account = identities.account(email)
    if account is None:
        raise _UngrantedError("Invalid grant: account not found")
    if not str(claims.get("aud", "")).endswith("/token"):
        raise _UngrantedError("Invalid JWT: Token audience is wrong.")
    _check_times(claims, time.time() + identities.skew)
    _check_signature(account, assertion)
    scopes = tuple(str(claims.get("scope", "")).split())
    if not scopes or not set(scopes) <= _SCOPES:
        raise _UngrantedError("Invalid OAuth scope or ID token audience provided.", "invalid_scope")
    return Token(email, scopes, now.timestamp() + _HOUR - 1)


def _check_times(claims: Json, present: float) -> None:
    """A statement is good for an hour at most, and its maker's clock may be five minutes off."""
    issued, expires = claims.get("iat"), claims.get("exp")
    if not isinstance(issued, int | float) or not isinstance(expires, int | float):
        raise _UngrantedError(_UNTIMELY)
    if not 0 < expires - issued <= _HOUR or abs(issued - present) > _SKEW:
        raise _UngrantedError(_UNTIMELY)


def _check_signature(account: Account, assertion: str) -> None:
    """The signature is looked at when the account's public key is known; of a revoked key none is right."""
    signed, _, signature = assertion.rpartition(".")
    if account.revoked or not signature:
        raise _UngrantedError("Invalid JWT Signature.")
    if account.public_key and not _verified(signed, signature, account.public_key):
        raise _UngrantedError("Invalid JWT Signature.")


def _verified(signed: str, signature: str, key: str) -> bool:
    found = crypt.verify_signature(signed.encode(), _bytes(signature), [key])  # type: ignore[no-untyped-call]  # google-auth's
    return bool(found)


def _unpacked(text: str) -> Json | None:
    try:
        found = json.loads(_bytes(text))
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _bytes(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
