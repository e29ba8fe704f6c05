"""A real mail server on this machine that keeps what it is given, and refuses what a test wants refused."""

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

PASSWORD = "sesame"  # noqa: S105  of a server that lives for one test


@dataclass
class PostOffice:
    """What came, and what is answered: `answers` one a letter, «250» when they are used up.

    `heard` is called when a letter was taken and that was not said yet.
    """

    taken: list[tuple[str, bytes]] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    tried: list[bytes] = field(default_factory=list)
    port: int = 0
    heard: Callable[[], object] = field(default=lambda: None)

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802  aiosmtpd's name
        assert isinstance(envelope.content, bytes)
        self.tried.append(envelope.content)
        answer = self.answers.pop(0) if self.answers else "250 taken"
        if answer.startswith("2"):
            self.taken.append((envelope.rcpt_tos[0], envelope.content))
            self.heard()
        return answer

    @property
    def letters(self) -> list[EmailMessage]:
        """What came, as messages."""
        found = [message_from_bytes(data, policy=default) for _, data in self.taken]
        return [one for one in found if isinstance(one, EmailMessage)]


class _OneLoop(Controller):
    """The controller's own loop serves every call; left alone, the library makes one more for each and forgets it."""

    def factory(self) -> SMTP:
        return SMTP(self.handler, loop=self.loop, **self.SMTP_kwargs)


@contextmanager
def post_office(*, context: ssl.SSLContext | None = None, password: bool = False) -> Iterator[PostOffice]:
    """A server that runs as long as the test needs it."""
    office = PostOffice(port=free_port())
    more: dict[str, Any] = {"tls_context": context, "require_starttls": True} if context is not None else {}
    if password:
        more |= {"authenticator": _knows, "auth_required": True}
    server = _OneLoop(office, hostname="127.0.0.1", port=office.port, **more)
    server.start()
    try:
        yield office
    finally:
        server.stop()


def _knows(_server: SMTP, _session: Session, _envelope: Envelope, _way: str, data: object) -> AuthResult:
    good = isinstance(data, LoginPassword) and data.password.decode() == PASSWORD
    return AuthResult(success=good, handled=False)


@contextmanager
def silent_port() -> Iterator[int]:
    """A port that takes the call and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as line:
        yield line.getsockname()[1]


def free_port() -> int:
    """A port where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as line:
        return int(line.getsockname()[1])


def own_certificate(folder: Path) -> tuple[ssl.SSLContext, Path]:
    """A certificate that the office has made for itself: what the server shows, and the file by which it is known."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    authority, private = folder / "ca.pem", folder / "key.pem"
    authority.write_bytes(built.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(authority, private)
    return context, authority
