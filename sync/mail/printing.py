"""What a cycle of the post did, for a person at the terminal and for a program: employees by code, never by address."""

from collections.abc import Sequence

from reports import wording
from reports.facts import Undelivered
from reports.mail.letter import Digest, as_text
from reports.mail.summary import undelivered_words
from sync.mail.due import Posted


def said(posted: Posted) -> list[str]:
    """The lines that a person reads."""
    if posted.why:
        return [posted.why]
    letters = wording.counted(posted.sent, "письмо", "письма", "писем")
    lines = [f"Отправлено {letters}." if posted.sent else "Отправлять нечего."]
    return [*(lines if posted.sent or not posted.left else []), *troubles(posted.left)]


def troubles(left: Sequence[Undelivered]) -> list[str]:
    """A line for each employee whom letters do not reach."""
    return [f"{undelivered_words(one, one.recipient)}." for one in left]


def as_json(posted: Posted) -> dict[str, object]:
    """The same for a program."""
    left = left_as_json(posted.left)
    return {"composed": posted.composed, "sent": posted.sent, "left": left, "why": posted.why or None}


def left_as_json(left: Sequence[Undelivered]) -> list[dict[str, object]]:
    """The employees whom letters do not reach, for a program."""
    return [
        {"recipient": one.recipient, "since": one.since.isoformat(), "why": one.why, "given_up": one.given_up}
        for one in left
    ]


def letters_in_words(letters: Sequence[Digest]) -> str:
    """Letters that were not sent, one after another."""
    if not letters:
        return "Сегодня писать некому и не о чем."
    return "\n".join(f"Кому: {one.recipient}. Тема: {one.subject}\n\n{as_text(one)}" for one in letters)


def letters_as_json(letters: Sequence[Digest]) -> list[dict[str, str]]:
    """The same for a program."""
    return [{"recipient": one.recipient, "subject": one.subject, "text": as_text(one)} for one in letters]
