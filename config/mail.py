"""`[mail]`: the office's mail server, who may get letters, and when the digest of the day goes out."""

import re
from datetime import time
from typing import Literal

from pydantic import Field, field_validator, model_validator

from config.section import Section, one_or_many

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)*[A-Za-z0-9-]{1,63}")
_DOMAIN = re.compile(r"@(?:[A-Za-z0-9-]{1,63}\.)*[A-Za-z0-9-]{1,63}")
_HOST = r"^$|^[A-Za-z0-9]([A-Za-z0-9.:-]{0,252}[A-Za-z0-9])?$"
_THIS_MACHINE = frozenset({"127.0.0.1", "::1", "localhost"})


class MailSection(Section):
    """`[mail]`: without `host` no letter is ever written.

    The password is never in the settings: it stands in the file `password_file` beside office.toml or in the variable
    RPO_MAIL_PASSWORD. `recipients` is the allow-list: whole addresses, or `@domain` for all of a domain; nobody else
    gets a letter. `send_at` is the hour of the digest in the office's zone, `give_up_days` are calendar days,
    `ca_file` is the certificate by which the server is known when the machine does not know it.
    """

    host: str = Field(default="", pattern=_HOST)
    port: int = Field(default=587, ge=1, le=65535)
    tls: Literal["starttls", "tls", "none"] = "starttls"
    user: str = ""
    password_file: str | None = None
    ca_file: str | None = None
    sender: str = Field(default="", alias="from")
    recipients: tuple[str, ...] = ()
    digest: bool = True
    send_at: str = Field(default="08:30", pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")
    timeout_seconds: float = Field(default=30, gt=0, le=300)
    give_up_days: int = Field(default=5, ge=1)

    _recipients = field_validator("recipients", mode="before")(one_or_many)

    @field_validator("sender")
    @classmethod
    def _is_address(cls, text: str) -> str:
        if text and not _ADDRESS.fullmatch(text):
            msg = "нужен адрес вида office@example.ru"
            raise ValueError(msg)
        return text

    @field_validator("recipients")
    @classmethod
    def _are_addresses(cls, found: tuple[str, ...]) -> tuple[str, ...]:
        if not all(_ADDRESS.fullmatch(one) or _DOMAIN.fullmatch(one) for one in found):
            msg = "нужны адреса вида ivanov@example.ru или домен целиком: @example.ru"
            raise ValueError(msg)
        return tuple(one.casefold() for one in found)

    @model_validator(mode="after")
    def _is_whole(self) -> "MailSection":
        if self.host and not self.sender:
            msg = "укажите from — от чьего имени идут письма"
            raise ValueError(msg)
        if self.tls == "none" and self.host not in {"", *_THIS_MACHINE}:
            msg = 'письма без шифрования (tls = "none") можно отдавать только почтовой программе этого компьютера'
            raise ValueError(msg)
        return self

    @property
    def hour(self) -> time:
        """When the digest goes out."""
        return time.fromisoformat(self.send_at)

    @property
    def is_on(self) -> bool:
        """The office has a mail server and wants digests."""
        return bool(self.host) and self.digest

    def may_get(self, address: str) -> bool:
        """The address is on the allow-list."""
        name, _, domain = address.casefold().rpartition("@")
        return bool(name) and (f"{name}@{domain}" in self.recipients or f"@{domain}" in self.recipients)
