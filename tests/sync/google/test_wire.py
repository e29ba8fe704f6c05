"""Nothing outlives its deadline on the wire, however slowly and however politely it comes; a slow line is no fault."""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
import requests
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from sync.google.deadlines import InTime, read_whole, within
from sync.google.failures import CERTIFICATE, CLOSED, CUT, LOST, SLOW
from sync.google.troubles import TROUBLES, trouble_of

SECONDS = 0.6
SLOW_BODY = 16_000_000
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
GZIP_WITH_A_NAME = b"\x1f\x8b\x08\x08\0\0\0\0\0\3"
Serve = Callable[[socket.socket, threading.Event], None]


@contextmanager
def serving(serve: Serve, context: ssl.SSLContext | None = None) -> Iterator[str]:
    """A server for one connection, which does as it likes until the block ends."""
    over = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def run() -> None:
            try:
                connection, _ = listener.accept()
                if context is not None:
                    connection = context.wrap_socket(connection, server_side=True)
                with connection:
                    connection.recv(65_536)
                    serve(connection, over)
            except OSError:
                return  # the caller has gone

        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        yield f"127.0.0.1:{listener.getsockname()[1]}"
        over.set()
        thread.join(5)


def dripping(start: bytes, drop: bytes) -> Serve:
    def serve(connection: socket.socket, over: threading.Event) -> None:
        connection.sendall(start)
        while not over.wait(0.05):
            connection.sendall(drop)

    return serve


def silent(_connection: socket.socket, over: threading.Event) -> None:
    over.wait(10)


def hung_up(_connection: socket.socket, _over: threading.Event) -> None:
    return


def half(connection: socket.socket, _over: threading.Event) -> None:
    connection.sendall(HEAD + b'Content-Length: 100\r\n\r\n{"half": ')


def whole(connection: socket.socket, _over: threading.Event) -> None:
    connection.sendall(HEAD + b"Content-Length: 2\r\n\r\n{}")


def session() -> requests.Session:
    one = requests.Session()
    one.trust_env = False
    one.mount("http://", InTime())
    one.mount("https://", InTime())
    return one


def fetched(address: str, *, body: bytes | None = None, seconds: float = SECONDS, connect: float = 5) -> bytes:
    """The body, its headers and pieces waited for 60 seconds each, but all of it within the deadline."""
    with session() as one, within(seconds):
        response = one.request("POST", address, data=body, timeout=(connect, 60), stream=True)
        read_whole(response)
        return response.content


@pytest.mark.parametrize(
    "serve",
    [
        dripping(HEAD + b"Content-Length: 1000000\r\n\r\n", b"x"),
        dripping(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
        dripping(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"0"),
        dripping(HEAD + b"Content-Encoding: gzip\r\nContent-Length: 1000000\r\n\r\n" + GZIP_WITH_A_NAME, b"x"),
        dripping(HEAD + b"Content-Length: 1000000\r\n\r\nx", b""),
        dripping(b"HTTP/1.1 200 OK\r\nX-Long: ", b"x"),
        dripping(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        silent,
    ],
    ids=[
        "body",
        "chunks",
        "head of a chunk",
        "a body that unpacks to nothing",
        "half a body",
        "header",
        "promises",
        "silence",
    ],
)
def test_a_drip_is_cut_at_the_deadline(serve: Serve) -> None:
    began = time.monotonic()
    with serving(serve) as place, pytest.raises(TROUBLES) as caught:
        fetched(f"http://{place}/")
    assert trouble_of(caught.value) is SLOW
    assert time.monotonic() - began >= SECONDS - 0.05


def test_a_server_that_takes_nothing_is_left_at_the_deadline() -> None:
    with serving(silent) as place, pytest.raises(TROUBLES) as caught:
        fetched(f"http://{place}/", body=b"x" * 50_000_000)
    assert trouble_of(caught.value) is SLOW


def test_a_slow_line_may_send_for_longer_than_it_may_connect() -> None:
    def serve(connection: socket.socket, _over: threading.Event) -> None:
        left = SLOW_BODY - 65_536
        while left > 0:
            left -= len(connection.recv(65_536))
            time.sleep(0.01)
        whole(connection, _over)

    with serving(serve) as place:
        assert fetched(f"http://{place}/", body=b"x" * SLOW_BODY, seconds=60, connect=0.2) == b"{}"


def test_an_answer_in_time_is_whole_and_the_connection_is_used_again() -> None:
    with serving(whole) as place:
        assert fetched(f"http://{place}/") == b"{}"


@pytest.mark.parametrize(("serve", "failure"), [(hung_up, LOST), (half, CUT)])
def test_a_cut_connection_is_told_from_a_cut_answer(serve: Serve, failure: object) -> None:
    with serving(serve) as place, pytest.raises(TROUBLES) as caught:
        fetched(f"http://{place}/")
    assert trouble_of(caught.value) is failure


def test_a_port_where_nobody_listens_has_done_nothing() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        place = "{}:{}".format(*listener.getsockname())
    with pytest.raises(TROUBLES) as caught:
        fetched(f"http://{place}/")
    assert trouble_of(caught.value) is CLOSED


def test_a_server_with_a_certificate_of_its_own_making_is_refused(tmp_path: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(homemade(tmp_path))
    with serving(whole, context) as place, pytest.raises(TROUBLES) as caught:
        fetched(f"https://{place}/")
    assert trouble_of(caught.value) is CERTIFICATE


def test_the_same_server_is_talked_to_within_the_deadline_when_its_certificate_is_trusted(tmp_path: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    chain = homemade(tmp_path)
    context.load_cert_chain(chain)
    drip = dripping(HEAD + b"Content-Length: 1000000\r\n\r\n", b"x")
    with serving(drip, context) as place, session() as one, within(SECONDS):
        response = one.get(f"https://{place}/", timeout=(5, 60), stream=True, verify=str(chain))
        with pytest.raises(TROUBLES) as caught:
            read_whole(response)
    assert trouble_of(caught.value) is SLOW


def homemade(folder: Path) -> Path:
    """A key and a certificate for 127.0.0.1 that nobody but its maker knows."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    built = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    built = built.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    place = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    signed = built.add_extension(place, critical=False).sign(key, hashes.SHA256())
    form = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    path = folder / "server.pem"
    path.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, *form) + signed.public_bytes(serialization.Encoding.PEM)
    )
    return path
