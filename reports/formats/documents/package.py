"""A file of Word: an empty one to begin with, and a written one packed so that the same content is the same bytes."""

import io
import zipfile
from datetime import date, datetime, time
from typing import Any

from reports.formats.documents.styles import styles_xml

Word = Any  # python-docx has no types
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FORMATS = "http://schemas.openxmlformats.org"
_MAIN = f"{_FORMATS}/wordprocessingml/2006/main"
_KINDS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_LINKS = f"{_FORMATS}/officeDocument/2006/relationships"
_PROGRAM = (
    f'<Properties xmlns="{_FORMATS}/officeDocument/2006/extended-properties"><Application>rpo</Application>'
    "</Properties>"
)
_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_FORMATS}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_KINDS}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{_KINDS}.styles+xml"/>'
        f'<Override PartName="/word/settings.xml" ContentType="{_KINDS}.settings+xml"/>'
        "</Types>"
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_FORMATS}/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_LINKS}/officeDocument" Target="word/document.xml"/></Relationships>'
    ),
    "word/_rels/document.xml.rels": (
        f'<Relationships xmlns="{_FORMATS}/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_LINKS}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId2" Type="{_LINKS}/settings" Target="settings.xml"/></Relationships>'
    ),
    "word/document.xml": (
        f'<w:document xmlns:w="{_MAIN}" xmlns:r="{_LINKS}" xmlns:a="{_FORMATS}/drawingml/2006/main" '
        f'xmlns:pic="{_FORMATS}/drawingml/2006/picture" '
        f'xmlns:wp="{_FORMATS}/drawingml/2006/wordprocessingDrawing"><w:body><w:sectPr/></w:body></w:document>'
    ),
    "word/settings.xml": (
        f'<w:settings xmlns:w="{_MAIN}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="ru-RU"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
        "</w:settings>"
    ),
}


def empty() -> Word:
    """A document of python-docx with nothing in it but our styles, in Russian."""
    from docx import Document

    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in _PARTS.items():
            archive.writestr(name, _HEAD + text)
        archive.writestr("word/styles.xml", _HEAD + styles_xml())
    return Document(stream)


def describe(word: Word, title: str, day: date) -> None:
    """The properties of the file: its title and day, Russian; no machine and no person."""
    told, noon = word.core_properties, datetime.combine(day, time(12))
    told.title, told.language = title[:255], "ru-RU"
    told.author = told.last_modified_by = told.comments = told.keywords = told.subject = told.category = ""
    told.created = told.modified = noon
    told.revision = 1


def packed(word: Word) -> bytes:
    """The file: its parts in order, without the hour of the packing and the name of the program that made a part."""
    written, stream = io.BytesIO(), io.BytesIO()
    word.save(written)
    with zipfile.ZipFile(written) as made, zipfile.ZipFile(stream, "w") as archive:
        for name in _first_the_types(made.namelist()):
            data = made.read(name)
            if name == "docProps/app.xml":
                data = (_HEAD + _PROGRAM).encode()
            info = zipfile.ZipInfo(name, _LONG_AGO)
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(info, data)
    return stream.getvalue()


def _first_the_types(names: list[str]) -> list[str]:
    return sorted(names, key=lambda name: (name != "[Content_Types].xml", not name.startswith("_rels/"), name))
