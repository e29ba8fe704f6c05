"""The mail server of the office: how one signs in, and every way in which it refuses, in words and without its own."""

import smtplib
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from threading import Timer

from sync.mail.message import domain_of
from sync.steps import step

_DEADLINE = 4
"""One letter takes at most so many times the wait for one answer."""


@dataclass(frozen=True)
class Server:
    """Where letters are given. `timeout` is the wait for one answer, seconds; `authority` — a certificate file."""

    host: str
    port: int
    sender: str
    tls: str = "starttls"
    user: str = ""
    password: str = ""
    authority: Path | None = None
    timeout: float = 30


class RefusedError(Exception):
    """A letter did not go. `again` — it may go when tried once more now; `lost` — nothing more goes on this line."""

    def __init__(self, why: str, *, again: bool, lost: bool) -> None:
        """`why` is Russian and holds nothing that the server said but its numbers."""
        super().__init__(why)
        self.why, self.again, self.lost = why, again, lost


class Line:
    """An open conversation with the server."""

    def __init__(self, session: smtplib.SMTP, server: Server) -> None:
        """Use `opened`."""
        self._session, self._server = session, server

    def send(self, message: EmailMessage) -> None:
        """Gives one letter: it is sent when the server has said so. Raises RefusedError."""
        wait = self._server.timeout * _DEADLINE
        with _refusals(), _by_deadline(self._session, wait), step("mail.send", message["Message-ID"]):
            self._session.send_message(message)


@contextmanager
def opened(server: Server) -> Iterator[Line]:
    """A conversation in which the server has shown who it is and we have. Raises RefusedError with `lost`."""
    session = _signed_in(server)
    try:
        yield Line(session, server)
        with suppress(smtplib.SMTPException, OSError):
            session.quit()
    finally:
        session.close()


def _signed_in(server: Server) -> smtplib.SMTP:
    with _refusals(opening=True):
        session = _connected(server)
        try:
            with _by_deadline(session, server.timeout * _DEADLINE):
                session.ehlo()
                if server.tls == "starttls":
                    session.starttls(context=_trust(server))
                    session.ehlo()
                if server.user:
                    session.login(server.user, server.password)
        except BaseException:
            session.close()
            raise
        return session


def _connected(server: Server) -> smtplib.SMTP:
    own, wait = domain_of(server.sender), server.timeout
    if server.tls == "tls":
        return smtplib.SMTP_SSL(server.host, server.port, own, timeout=wait, context=_trust(server))
    return smtplib.SMTP(server.host, server.port, own, timeout=wait)


def _trust(server: Server) -> ssl.SSLContext:
    """Certificates are always checked; the office's own authority is trusted besides those of the machine."""
    context = ssl.create_default_context()
    if server.authority is not None:
        context.load_verify_locations(cafile=server.authority)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


@contextmanager
def _by_deadline(session: smtplib.SMTP, seconds: float) -> Iterator[None]:
    """Ends the conversation when it drags on, be it a byte at a time."""
    timer = Timer(seconds, _cut(session))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _cut(session: smtplib.SMTP) -> Callable[[], None]:
    def cut() -> None:
        line = session.sock
        if line is not None and line.fileno() >= 0:
            socket.socket.shutdown(line, socket.SHUT_RDWR)

    return cut


@contextmanager
def _refusals(*, opening: bool = False) -> Iterator[None]:
    """Turns whatever smtplib and sockets raise into RefusedError."""
    try:
        yield
    except smtplib.SMTPRecipientsRefused as error:
        code = next(iter(error.recipients.values()))[0]
        raise RefusedError(_numbered(code, "адрес не принят"), again=_passes(code), lost=False) from error
    except smtplib.SMTPAuthenticationError as error:
        words = _numbered(error.smtp_code, "имя или пароль не приняты")
        raise RefusedError(words, again=_passes(error.smtp_code), lost=True) from error
    except smtplib.SMTPResponseException as error:
        again, lost = _passes(error.smtp_code), opening or error.smtp_code == _CLOSING
        raise RefusedError(_numbered(error.smtp_code, "письмо не принято"), again=again, lost=lost) from error
    except smtplib.SMTPNotSupportedError as error:
        raise RefusedError("сервер не умеет шифрования или входа, заданных в [mail]", again=False, lost=True) from error
    except ssl.SSLCertVerificationError as error:
        raise RefusedError("сертификату сервера нельзя доверять", again=False, lost=True) from error
    except (smtplib.SMTPException, OSError) as error:
        raise RefusedError(_of_network(error), again=True, lost=True) from error


_CLOSING = 421


def _passes(code: int) -> bool:
    return 400 <= code < 500


def _numbered(code: int, words: str) -> str:
    return f"{code}: {words}{' пока' if _passes(code) else ''}"


def _of_network(error: Exception) -> str:
    """smtplib says of a wait in vain that the line is closed, and keeps what it was in the context."""
    match error.__context__ if isinstance(error.__context__, TimeoutError) else error:
        case TimeoutError():
            return "почтовый сервер не отвечает"
        case ConnectionRefusedError():
            return "почтовый сервер не принимает соединение"
        case socket.gaierror():
            return "почтовый сервер не найден по имени"
        case ssl.SSLError():
            return "шифрование с почтовым сервером не установлено"
        case _:
            return "связь с почтовым сервером прервалась"
