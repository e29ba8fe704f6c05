"""`[page]`: where the office's page answers, and how long people may come in."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from pydantic import Field, field_validator

from config.section import Section


class PageSection(Section):
    """`host` and `port` are where the page listens; `address` is how people open it, when it stands behind a proxy.

    `behind_proxy` — another server in front answers by https; `link_days` is how long a personal link waits to be
    opened, `session_days` how long its person stays signed in.
    """

    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65535)
    behind_proxy: bool = False
    address: str | None = None
    link_days: int = Field(default=7, ge=1, le=90)
    session_days: int = Field(default=90, ge=1, le=366)

    @field_validator("address")
    @classmethod
    def _https(cls, address: str | None) -> str | None:
        if address is None:
            return None
        parts = urlsplit(address)
        if parts.scheme != "https" or not parts.hostname or parts.path.strip("/") or parts.query:
            msg = "нужен адрес вида https://rpo.example.ru, без пути"
            raise ValueError(msg)
        return address.rstrip("/")

    @property
    def is_here(self) -> bool:
        """Only this machine reaches the page."""
        if self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def url(self) -> str:
        """The address that a personal link begins with."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return self.address or f"http://{host}:{self.port}"
