"""What is due by mail: the letters of a working day are composed once, at their hour, and tried until they go out."""

import os
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from config.calendar import is_working_day
from reports.facts import Undelivered
from reports.mail.digest import digests
from reports.mail.letter import Digest, as_html, as_text
from sync.desk import Desk
from sync.lock import only_one
from sync.look import look_once
from sync.mail.message import delivery_id
from sync.mail.round import give
from sync.mail.server import Server
from sync.state.mail_store import MailStore
from sync.state.outbox import Letter

PASSWORD = "RPO_MAIL_PASSWORD"  # noqa: S105  the name of the variable, not a password
LOCK = "mail.lock"
_BARRED = "адреса нет в списке recipients раздела [mail]"
_UNREADABLE = "файл с паролем (password_file раздела [mail]) не читается"


@dataclass(frozen=True)
class Posted:
    """What a cycle did: letters composed and sent now, what does not go out; `why` when there was nothing to do."""

    composed: int = 0
    sent: int = 0
    left: tuple[Undelivered, ...] = field(default=())
    why: str = ""


def send_due(desk: Desk, now: datetime, *, early: bool = False) -> Posted:
    """Composes the letters of the desk's day when their hour has come, and sends what waits; trouble is no error.

    `now` is the moment in the office's zone; `early` does not wait for the hour. Nothing happens at weekends and on
    holidays. A letter that was sent just before the program died is sent again under the same Message-ID.
    Raises BusyError while another process does the same, StateError.
    """
    why = _nothing(desk)
    if why:
        return Posted(why=why)
    with only_one(desk.state.parent, LOCK), MailStore.open(desk.history) as store:
        composed = 0
        if not store.is_composed(desk.today):
            if not early and now.time() < desk.settings.mail.hour:
                return Posted(why=f"Письма уходят в {desk.settings.mail.send_at}.")
            composed = store.keep_letters(desk.today, now, _letters(desk, store, now))
        sent = _send(desk, store, now)
        return Posted(composed, sent, store.undelivered(desk.today))


def drafts(desk: Desk) -> tuple[Digest, ...]:
    """The letters as they would be composed now; nothing is noted and nothing goes out."""
    with MailStore.open(desk.history, read_only=True) as store:
        told = store.told_to()
    return digests(look_once(desk, quiet=True).facts, told)


def _nothing(desk: Desk) -> str:
    if not desk.settings.mail.host:
        return "Почта не настроена: в office.toml не указан host раздела [mail]."
    if not desk.settings.mail.digest:
        return "Письма отключены: digest = false в разделе [mail]."
    return "" if is_working_day(desk.today) else "Сегодня нерабочий день, письма не рассылаются."


def _letters(desk: Desk, store: MailStore, now: datetime) -> list[Letter]:
    found = digests(look_once(desk, quiet=True).facts, store.told_to())
    return [_letter(one, now) for one in found]


def _letter(one: Digest, now: datetime) -> Letter:
    return Letter(
        id=delivery_id(one.recipient, one.address, one.day, one.kind),
        recipient=one.recipient,
        address=one.address,
        kind=one.kind,
        day=one.day,
        since=one.day,
        composed=now.replace(microsecond=0),
        subject=one.subject,
        text=as_text(one),
        html=as_html(one),
        told=one.told,
    )


def _send(desk: Desk, store: MailStore, now: datetime) -> int:
    """Sends the letters of the day; those of earlier days wait to be replaced. Gives how many went out."""
    mail, sent = desk.settings.mail, list[Letter]()
    due = [one for one in store.waiting() if one.day == desk.today]
    allowed = [one for one in due if mail.may_get(one.address)]

    def note(letter: Letter) -> None:
        store.sent(letter.id, now)
        sent.append(letter)

    troubles = {one.id: _BARRED for one in due if one not in allowed}
    server = server_of(desk)
    if server is None:
        troubles |= dict.fromkeys((one.id for one in allowed), _UNREADABLE)
    elif allowed:
        troubles |= give(server, allowed, desk.ports, note)
    for one in due:
        if one.id in troubles:
            last = one.since + timedelta(days=mail.give_up_days) <= desk.today
            store.failed(one.id, now, troubles[one.id], give_up=last)
    return len(sent)


def server_of(desk: Desk) -> Server | None:
    """The server of the settings with its password; None when the password can't be read."""
    mail, password = desk.settings.mail, os.environ.get(PASSWORD, "")
    if mail.user and not password:
        try:
            password = (desk.root / (mail.password_file or "")).read_text(encoding="utf-8").splitlines()[0].strip()
        except (OSError, UnicodeDecodeError, IndexError):
            return None
    authority = Path(desk.root / mail.ca_file) if mail.ca_file else None
    return Server(mail.host, mail.port, mail.sender, mail.tls, mail.user, password, authority, mail.timeout_seconds)
