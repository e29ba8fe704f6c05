"""Key files of service accounts for tests: a key of their own, made on the spot, good for nothing else."""

import json
from functools import cache
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.sheets_server.identities import Account

EMAIL = "robot@local-sheets.iam.gserviceaccount.com"
"""The service account of a server started by hand."""


@cache
def private_key() -> str:
    """A private key in PEM, one for all tests of a process."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=1024)  # noqa: S505  a long one is slow to load
    kind, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    return key.private_bytes(kind, form, serialization.NoEncryption()).decode()


def public_key() -> str:
    """The public half in PEM: whoever knows it can check what the key signs."""
    key = serialization.load_pem_private_key(private_key().encode(), None)
    kind, form = serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    return key.public_key().public_bytes(kind, form).decode()


def account(email: str) -> Account:
    """The account of such a key file as the server knows it; what it signs is checked."""
    return Account(email, public_key())


def key_text(email: str, token_uri: str) -> str:
    """The JSON of a key file."""
    return json.dumps(
        {
            "type": "service_account",
            "project_id": "office",
            "private_key_id": "made-for-tests",
            "private_key": private_key(),
            "client_email": email,
            "client_id": "1",
            "token_uri": token_uri,
        }
    )


def key_file(path: Path, email: str, token_uri: str) -> Path:
    """Writes a key file that only its owner may read."""
    path.write_text(key_text(email, token_uri), encoding="utf-8")
    path.chmod(0o600)
    return path
