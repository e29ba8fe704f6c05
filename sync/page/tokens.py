"""Tokens: what only the person's browser has, the digest that the history keeps, and the mark of his forms."""

import hashlib
import hmac
import secrets

_BYTES = 32


def new_token() -> str:
    """256 bits by chance, as they stand in a link or a cookie."""
    return secrets.token_urlsafe(_BYTES)


def digest_of(token: str) -> str:
    """What is kept instead of the token. A token is all chance, so a plain sha256 tells nothing of it."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def form_mark(session: str) -> str:
    """The mark that every form of a session bears: it proves that the form is ours, and does not tell the session."""
    return hmac.new(session.encode("utf-8", "replace"), b"form", hashlib.sha256).hexdigest()


def same(one: str, other: str) -> bool:
    """Compared in a time that tells nothing."""
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))
