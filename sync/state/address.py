"""Where a history is kept: a file on this machine, or a database on a server whose password stands elsewhere."""

from dataclasses import dataclass
from pathlib import Path

from config.errors import SettingsError

SQLITE = "sqlite:///"


@dataclass(frozen=True)
class Server:
    """A database of PostgreSQL: its address without a password, and the file that holds the password, if any.

    Without a file the password is that of PGPASSWORD or of a pgpass file, as every program of PostgreSQL takes it.
    """

    url: str
    password_file: Path | None = None

    @property
    def password(self) -> str | None:
        """The first line of the file. Raises SettingsError when it can't be read."""
        if self.password_file is None:
            return None
        try:
            return self.password_file.read_text(encoding="utf-8").split("\n")[0].strip()
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(
                f"Файл с паролем базы истории «{self.password_file.name}» не читается.",
                advice="Проверьте [state] password_file в office.toml и права на файл.",
            ) from error


Place = Path | Server


def place_of(place: Place | str) -> Place:
    """The place that a text names: `sqlite:///path`, or the address of a server."""
    if not isinstance(place, str):
        return place
    return Path(place.removeprefix(SQLITE)) if place.startswith(SQLITE) else Server(place)
