"""Key files of service accounts, made here and known to the server: unmodified clients sign in with them."""

from functools import cache

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.sheets_server.identities import Account
from tests.sheets_server.plain import Json

EMAIL = "robot@local-sheets.iam.gserviceaccount.com"


def key_file(url: str, email: str = EMAIL) -> Json:
    """What Google's console gives as a key file, but for `token_uri`, which is the server's."""
    private, _ = _pair(email)
    return {
        "type": "service_account",
        "project_id": "local-sheets",
        "private_key_id": "1",
        "private_key": private,
        "client_email": email,
        "client_id": "1",
        "token_uri": f"{url}/token",
    }


def account(email: str = EMAIL) -> Account:
    """The account of that key file, with its public key: the server checks what it signs."""
    return Account(email, _pair(email)[1])


@cache
def _pair(_email: str) -> tuple[str, str]:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = serialization.Encoding.PEM
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    public = key.public_key().public_bytes(pem, serialization.PublicFormat.SubjectPublicKeyInfo)
    return private.decode(), public.decode()
