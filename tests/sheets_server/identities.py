"""Who calls: accounts with their keys, and what keeps a call out before its spreadsheet is looked at."""

from dataclasses import dataclass, field, replace

from tests.sheets_server.errors import ApiError, drive_error, error
from tests.sheets_server.plain import Json
from tests.sheets_server.quota import PROJECT

SHEETS, DRIVE = "sheets.googleapis.com", "drive.googleapis.com"
_TITLES = {SHEETS: "Google Sheets API", DRIVE: "Google Drive API"}
_ERROR_INFO = "type.googleapis.com/google.rpc.ErrorInfo"


@dataclass(frozen=True)
class Account:
    """A service account or a person; with a `public_key` (PEM) the signatures of its statements are checked."""

    email: str
    public_key: str = ""
    revoked: bool = False


@dataclass
class Identities:
    """The accounts that this server knows, and the APIs that its project has not enabled.

    With no account at all every account is taken for known. `strict`: a call without a token of this server is
    refused with 401; else whoever has no such token is nobody in particular and may do everything. `skew` is by how
    many seconds the callers' clock is behind: they sign by the computer's time, whatever the virtual clock says.
    """

    strict: bool = False
    skew: float = 0.0
    disabled: frozenset[str] = frozenset()
    accounts: dict[str, Account] = field(default_factory=dict)

    def register(self, account: Account) -> Account:
        """From now on this account is known, and accounts that were never registered are not."""
        self.accounts[account.email] = account
        return account

    def revoke(self, email: str) -> None:
        """The account's key was deleted: it gets no further token, the present one lasts out its hour."""
        self.accounts[email] = replace(self.accounts.get(email, Account(email)), revoked=True)

    def disable(self, service: str) -> None:
        """The API was never enabled in the project."""
        self.disabled |= {service}

    def enable(self, service: str) -> None:
        """The API works from now on."""
        self.disabled -= {service}

    def account(self, email: str) -> Account | None:
        """The account of that address, if it is known."""
        return self.accounts.get(email) or (None if self.accounts or not email else Account(email))


def not_enabled(service: str) -> ApiError:
    """403 of an API that nobody enabled in the project, with the address where to enable it."""
    title = _TITLES[service]
    address = f"https://console.developers.google.com/apis/api/{service}/overview?project={PROJECT}"
    text = (
        f"{title} has not been used in project {PROJECT} before or it is disabled. Enable it by visiting {address} "
        "then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems "
        "and retry."
    )
    metadata = {
        "service": service,
        "serviceTitle": title,
        "containerInfo": PROJECT,
        "consumer": f"projects/{PROJECT}",
        "activationUrl": address,
    }
    details: list[Json] = [
        {"@type": _ERROR_INFO, "reason": "SERVICE_DISABLED", "domain": "googleapis.com", "metadata": metadata},
        {"@type": "type.googleapis.com/google.rpc.LocalizedMessage", "locale": "en-US", "message": text},
        {
            "@type": "type.googleapis.com/google.rpc.Help",
            "links": [{"description": "Google developers console API activation", "url": address}],
        },
    ]
    found = error(403, "PERMISSION_DENIED", text, details)
    return found if service == SHEETS else _with_reasons(found, text, "accessNotConfigured", "usageLimits")


def scopes_too_narrow(service: str, method: str, wanted: str) -> ApiError:
    """403 of a token whose scopes don't allow the method; the header names a scope that would."""
    text = "Request had insufficient authentication scopes."
    metadata = {"service": service, "method": method}
    details: list[Json] = [
        {
            "@type": _ERROR_INFO,
            "reason": "ACCESS_TOKEN_SCOPE_INSUFFICIENT",
            "domain": "googleapis.com",
            "metadata": metadata,
        }
    ]
    found = error(403, "PERMISSION_DENIED", text, details)
    challenge = f'Bearer realm="https://accounts.google.com/", error="insufficient_scope", scope="{wanted}"'
    found.headers["WWW-Authenticate"] = challenge
    return (
        found
        if service == SHEETS
        else _with_reasons(found, "Insufficient Permission", "insufficientPermissions", "global")
    )


def drive_quota(reason: str = "userRateLimitExceeded") -> ApiError:
    """403 with which the Drive API refuses too many calls: only its domain tells it from a forbidden file."""
    text = "User Rate Limit Exceeded" if reason == "userRateLimitExceeded" else "Rate Limit Exceeded"
    return drive_error(403, text, reason, domain="usageLimits")


def _with_reasons(found: ApiError, message: str, reason: str, domain: str) -> ApiError:
    """The Drive API adds its older list of reasons."""
    found.body["error"]["errors"] = [{"message": message, "domain": domain, "reason": reason}]
    return found
