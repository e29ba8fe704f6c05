"""What of a form its copy can't have: the parts of a workbook that are not kept when it is written anew."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping

_PARTS: Mapping[str, str] = {
    "xl/charts/": "диаграммы",
    "xl/ctrlProps/": "кнопки и флажки",
    "xl/activeX/": "кнопки и флажки",
    "xl/embeddings/": "вставленные документы",
    "xl/slicers/": "срезы",
    "xl/threadedComments/": "обсуждения в примечаниях",
    "_xmlsignatures/": "электронная подпись",
    "customXml/": "сведения надстроек",
}
_SHAPE = re.compile(rb"<(?:\w+:)?(?:sp|cxnSp|grpSp|graphicFrame)\b")
_KEPT = (".png", ".jpg", ".jpeg", ".gif", ".bmp")
_NEWER = re.compile(rb"<x14:(dataValidation|conditionalFormatting|sparkline)\b")
_NEWER_WORDS = {
    b"dataValidation": "списки выбора из другого листа",
    b"conditionalFormatting": "часть условного форматирования",
    b"sparkline": "спарклайны",
}
MACROS = "xl/vbaProject.bin"


def lost(data: bytes) -> tuple[str, ...]:
    """What the copy of a form will lack, as people call it, each kind once."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return tuple(dict.fromkeys(_lost(archive)))


def has_macros(data: bytes) -> bool:
    """The workbook holds a programme."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return MACROS in archive.namelist()


def _lost(archive: zipfile.ZipFile) -> Iterator[str]:
    for name in archive.namelist():
        yield from (words for start, words in _PARTS.items() if name.startswith(start))
        if name.startswith("xl/drawings/drawing") and _SHAPE.search(archive.read(name).replace(b"graphicFrame", b"")):
            yield "фигуры и надписи"
        if name.startswith("xl/media/") and not name.lower().endswith(_KEPT):
            yield "векторные рисунки"
        if name.startswith("xl/worksheets/sheet"):
            yield from (_NEWER_WORDS[found] for found in dict.fromkeys(_NEWER.findall(archive.read(name))))
