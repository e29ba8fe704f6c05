"""A letter ↔ the bytes that go to the mail server: the same letter always gives the same bytes, its id included."""

import hashlib
from datetime import date
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from sync.state.outbox import Letter

_IDS = 32


def delivery_id(recipient: str, address: str, day: date, kind: str) -> str:
    """What a delivery is known by: a repeat has the same, another day, kind or person has another one."""
    parts = (recipient, address.casefold(), day.isoformat(), kind)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:_IDS]


def message_of(letter: Letter, sender: str) -> EmailMessage:
    """The message: plain text with a simple HTML alternative of the same words.

    Its moment is that at which the letter was composed, so that a repeat is the same to the last byte.
    """
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["To"] = letter.address
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(letter.composed)
    message["Message-ID"] = f"<{letter.id}@{domain_of(sender)}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text, cte="base64")
    message.add_alternative(letter.html, subtype="html", cte="base64")
    message.set_boundary(f"rpo-{letter.id}")
    return message


def domain_of(address: str) -> str:
    """What stands after the @."""
    return address.rpartition("@")[2]
