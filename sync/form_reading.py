"""A form read from its file: an .xlsx without macros that the readers of registers and openpyxl both understand."""

from pathlib import Path
from zipfile import BadZipFile

from openpyxl.utils.exceptions import InvalidFileException

from config.errors import OfficeError, UsageError
from reports.filling.lost import has_macros
from reports.filling.workbook import opened
from sync.backends.entries import Entry, contents
from sync.backends.readers.file import read_file
from sync.backends.readers.kinds import Kind, kind_of
from sync.backends.readers.refusal import RefusedFileError

_BROKEN = (BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, AttributeError, IndexError)
"""What openpyxl answers with when a part of the workbook is not as it should be."""


class FormError(OfficeError):
    """Эту форму заполнить нельзя."""


def read_form(path: Path, megabytes: float) -> bytes:
    """The bytes of a form that can be filled. Raises UsageError for no file, FormError for what is no .xlsx."""
    if not path.is_file():
        raise UsageError(f"Файла «{path}» нет.", advice="Проверьте имя и папку; имя с пробелами возьмите в кавычки.")
    try:
        data = contents(Entry(path, path.name), megabytes)
        kind = kind_of(path.name, data)
    except RefusedFileError as refusal:
        raise FormError(refusal.text, advice=refusal.advice) from refusal
    if kind is not Kind.XLSX or path.suffix.lower() == ".xlsm" or has_macros(data):
        raise FormError(
            f"Форма «{path.name}» — не обычная книга .xlsx"
            + (", в ней есть макросы." if kind is Kind.XLSX else f", а {kind.value}."),
            advice="Откройте её и сохраните как «Книга Excel (.xlsx)» и повторите: макросы не переносятся.",
        )
    read = read_file(path.name, data)
    if read.code is not None:
        raise FormError(read.text, advice=read.advice)
    try:
        opened(data)
    except _BROKEN as error:
        raise FormError(
            f"Форма «{path.name}» устроена так, что её нельзя переписать.",
            advice="Откройте её в Excel, сохраните заново как .xlsx и повторите.",
        ) from error
    return data
