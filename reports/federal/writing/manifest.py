"""`manifest.json`: what a package is, the sha256 of each of its files, and the package before it in the chain."""

import hashlib
import json
from datetime import date

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from reports.federal.writing.summary import as_text

MANIFEST = "manifest.json"
_DIGEST = r"^[0-9a-f]{64}$"


class Manifest(BaseModel):
    """What the package is, and the sha256 of every other file; `previous` — that of the manifest before in the chain.

    `seal` is the sha256 of the manifest itself with an empty seal: a slip in it is seen without the next package.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    schema_version: int = Field(ge=1)
    recipient: str
    region: str
    oktmo: str
    season: str
    period: str
    as_of: date
    correction: int = Field(ge=0)
    reason: str
    request: str
    rules: str
    k: int = Field(ge=1)
    number: int = Field(ge=1)
    previous: str | None = Field(pattern=_DIGEST)
    files: dict[str, str]
    seal: str = ""

    def sealed(self) -> "Manifest":
        """With its seal."""
        bare = self.model_copy(update={"seal": ""})
        return bare.model_copy(update={"seal": digest_of(as_text(bare.model_dump(mode="json")))})

    def as_bytes(self) -> bytes:
        """The file."""
        return as_text(self.model_dump(mode="json"))


def manifest_in(data: bytes) -> Manifest | None:
    """The manifest that the bytes hold; None when they hold none."""
    try:
        return Manifest.model_validate_json(data)
    except ValidationError:
        return None


def version_in(data: bytes) -> int | None:
    """The version that the bytes tell, whatever the shape of the rest; None when they tell none."""
    try:
        told = json.loads(data)
    except (ValueError, RecursionError):
        return None
    version = told.get("schema_version") if isinstance(told, dict) else None
    return version if isinstance(version, int) else None


def digest_of(data: bytes) -> str:
    """The sha256, 64 hex digits. That of the manifest is the digest of the package."""
    return hashlib.sha256(data).hexdigest()
