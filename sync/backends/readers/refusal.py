"""A file that is not read, and why: raised inside the readers, a value outside of them."""

from collections.abc import Mapping
from types import MappingProxyType

from validators.catalogue import FAULTS


class RefusedFileError(Exception):
    """A file that can't be taken. `code` is F01…F05; `text` and `advice` are for people."""

    def __init__(self, code: str, text: str, advice: str = "") -> None:
        """Without an advice the one of the code's catalogue entry is given."""
        self.code = code
        self.text = text
        self.advice = advice or FAULTS[code].advice
        super().__init__(f"{code}: {text}")


OLD_KINDS: Mapping[str, str] = MappingProxyType(
    {
        ".xls": "книга старого вида (.xls)",
        ".xlt": "шаблон старого вида (.xlt)",
        ".xlsb": "двоичная книга (.xlsb)",
        ".xltx": "шаблон книги (.xltx)",
        ".xltm": "шаблон книги с макросами (.xltm)",
        ".ods": "книга OpenDocument (.ods)",
        ".fods": "книга OpenDocument (.fods)",
        ".xml": "таблица XML 2003",
        ".numbers": "книга Numbers (.numbers)",
    }
)
"""Ends of names that hold tables which are not read yet."""


def not_yet(name: str, suffix: str) -> RefusedFileError:
    """The refusal of a kind of file that is not read yet."""
    kind = OLD_KINDS[suffix]
    return RefusedFileError(
        "F03",
        f"Файл «{name}» не прочитан: {kind} пока не читается.",
        "Откройте файл и сохраните его как «Книга Excel (.xlsx)».",
    )
