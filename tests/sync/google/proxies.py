"""A proxy on the loopback that stands in the way to Google's real addresses; nothing goes out of the machine."""

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Thread

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

REFUSED = b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
OPENED = b"HTTP/1.1 200 Connection established\r\n\r\n"


class _Proxy(ThreadingTCPServer):
    daemon_threads = True
    after: Callable[["_Connection"], None]


class _Connection(StreamRequestHandler):
    def handle(self) -> None:
        while self.rfile.readline().strip():
            pass
        assert isinstance(self.server, _Proxy)  # nobody else makes connections of this kind
        self.server.after(self)


@contextmanager
def proxy(certificate: Path | None = None) -> Iterator[str]:
    """The address of a proxy that lets nobody in; with a certificate it plays Google itself behind it."""

    def answer(connection: _Connection) -> None:
        connection.wfile.write(REFUSED if certificate is None else OPENED)
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            with suppress(OSError), context.wrap_socket(connection.connection, server_side=True) as talk:
                talk.recv(1)

    with _Proxy(("127.0.0.1", 0), _Connection) as server:
        server.after = answer
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def made_up_certificate(path: Path) -> Path:
    """A certificate of Google's address that nobody but ourselves has signed, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "oauth2.googleapis.com")])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = made.serial_number(1).not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    signed = made.sign(key, hashes.SHA256())
    form = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    private = key.private_bytes(serialization.Encoding.PEM, *form)
    path.write_bytes(private + signed.public_bytes(serialization.Encoding.PEM))
    return path
