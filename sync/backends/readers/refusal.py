"""A file that is not read, and why: raised inside the readers, a value outside of them."""

from collections.abc import Mapping
from types import MappingProxyType

from sync.backends.base import FileRead
from validators.catalogue import FAULTS

_SAVE_AS = "Откройте файл в Excel или LibreOffice и сохраните как «Книга Excel (.xlsx)»."

CAUSES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "password": ("F01", FAULTS["F01"].advice),
        "truncated": ("F02", "Скопируйте или скачайте файл заново: он сохранён не до конца."),
        "damaged": ("F02", FAULTS["F02"].advice),
        "encoding": ("F02", "Выгрузите таблицу из исходной программы заново, в кодировке UTF-8 или как книгу .xlsx."),
        "html": ("F03", _SAVE_AS),
        "xml": ("F03", _SAVE_AS),
        "csv": ("F03", _SAVE_AS),
        "xlsb": ("F03", _SAVE_AS),
        "document": ("F03", "Перенесите таблицу из документа в книгу Excel и положите её вместо этого файла."),
        "archive": ("F03", "Распакуйте архив и положите сами таблицы."),
        "not_a_workbook": ("F03", FAULTS["F03"].advice),
        "too_large": ("F04", FAULTS["F04"].advice),
        "empty": ("F05", "Проверьте, докопирован ли файл; если он не нужен, удалите его."),
        "unreadable": ("F05", FAULTS["F05"].advice),
    }
)
"""Cause → the code of its remark and the usual advice."""


class RefusedFileError(Exception):
    """A file that can't be taken. `cause` is a key of CAUSES; `text` and `advice` are for people."""

    def __init__(self, cause: str, text: str, advice: str = "") -> None:
        """Without an advice the usual one of the cause is given."""
        self.cause = cause
        self.text = text
        self.code, usual = CAUSES[cause]
        self.advice = advice or usual
        super().__init__(f"{self.code} {cause}")

    def as_read(self, name: str, digest: str) -> FileRead:
        """The refusal as a value."""
        return FileRead(name, digest, code=self.code, text=self.text, advice=self.advice, refused=self.cause)


def damaged_part(name: str, part: str) -> RefusedFileError:
    """A part of the workbook that can't be read, named."""
    return RefusedFileError("damaged", f"Файл «{name}» повреждён: не читается его часть «{part}».")


def other_content(name: str, cause: str, what: str) -> RefusedFileError:
    """A file that holds something else than a table."""
    return RefusedFileError(cause, f"Файл «{name}» не прочитан: это не таблица, внутри {what}.")


def unread_kind(name: str, cause: str, what: str, advice: str = "") -> RefusedFileError:
    """A table of a kind that is not read."""
    text = f"Файл «{name}» не прочитан: это {what}, такие таблицы не читаются."
    return RefusedFileError(cause, text, advice or _SAVE_AS)
