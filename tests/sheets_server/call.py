"""A call and its answer, apart from how they travel."""

import json
from dataclasses import dataclass, field, replace

from tests.sheets_server.errors import ApiError, invalid
from tests.sheets_server.plain import Json, Value


@dataclass(frozen=True)
class Call:
    """One request: `path` is decoded and without a slash at its end, `query` has every value of a name.

    `token` is what stood after "Bearer"; `email` is who that is, as far as anybody said so.
    """

    method: str
    path: str
    query: dict[str, list[str]] = field(default_factory=dict)
    body: bytes = b""
    token: str | None = None
    email: str | None = None
    content_type: str = "application/json"

    def by(self, email: str | None) -> "Call":
        """The same call made by somebody."""
        return replace(self, email=email)

    def first(self, name: str, default: str = "") -> str:
        """The last value of a query parameter, as Google takes it; either spelling of the name is for the caller."""
        return self.query.get(name, [default])[-1]

    def json(self) -> Value:
        """The body as JSON; {} when there is none. Raises Google's 400."""
        if not self.body.strip():
            return {}
        try:
            return json.loads(self.body)
        except ValueError as wrong:
            text = f"Invalid JSON payload received. {str(wrong)[:1].upper()}{str(wrong)[1:]}"
            raise invalid(text) from wrong


@dataclass(frozen=True)
class Answer:
    """Status, body and headers; the body is whole, with Content-Length added by who sends it."""

    status: int
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)

    def json(self) -> Value:
        return json.loads(self.body) if self.body else None


def answered(document: Json, status: int = 200, headers: dict[str, str] | None = None) -> Answer:
    """An answer of JSON."""
    usual = {"Content-Type": "application/json; charset=UTF-8", "Vary": "Origin"}
    text = json.dumps(document, ensure_ascii=False)
    return Answer(status, text.encode(), usual | (headers or {}))


def refused(wrong: ApiError) -> Answer:
    """The answer that a refusal is."""
    return answered(wrong.body, wrong.status, wrong.headers)
