"""What is in the files that a document became: their words, and all that could act in them."""

import io
import re
import zipfile
from html.parser import HTMLParser

import openpyxl
import pypdf
from lxml import etree

from reports.formats.documents.inert import plain

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ACTING = ("hyperlink", "instrText", "altChunk", "object", "fldChar", "script", "subDoc", "attachedTemplate")


def squeezed(text: str) -> str:
    """Without spaces: where a line is broken is the paper's affair."""
    return re.sub(r"[\s\u200b\u00a0]+", "", plain(text))


def words_of_docx(data: bytes) -> str:
    """The words of the body, in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return "".join(one.text or "" for one in root.iter(f"{_W}t"))


def acts_of_docx(data: bytes) -> list[str]:
    """Links, fields and objects of every part; the number of the page is the one field that may be."""
    found = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if not name.endswith((".xml", ".rels")):
                continue
            root = etree.fromstring(archive.read(name))
            found += [f"{name}: {tag}" for tag in _ACTING for _ in root.iter(f"{_W}{tag}")]
            found += [str(one.get(f"{_W}instr")).strip() for one in root.iter(f"{_W}fldSimple")]
            found += [f"{name}: external" for one in root.iter() if one.get("TargetMode") == "External"]
    return [one for one in found if one != "PAGE"]


def words_of_pdf(data: bytes) -> str:
    """The words of every sheet."""
    return "".join(str(sheet.extract_text()) for sheet in pypdf.PdfReader(io.BytesIO(data)).pages)


def acts_of_pdf(data: bytes) -> list[str]:
    """Annotations and actions."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    found = [str(one) for sheet in reader.pages for one in sheet.get("/Annots", ())]
    root = reader.root_object
    opening = root.get("/OpenAction", [])
    found += [] if isinstance(opening, list) else [str(opening)]  # a list is where the reader looks first
    return found + [name for name in ("/AA", "/AcroForm", "/Names") if name in root]


def cells_of_xlsx(data: bytes) -> list[str]:
    """The texts of all cells."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [str(cell.value) for tab in book.worksheets for row in tab.iter_rows() for cell in row if cell.value]


def acts_of_xlsx(data: bytes) -> list[str]:
    """Formulas and links."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = [cell for tab in book.worksheets for row in tab.iter_rows() for cell in row]
    return [str(cell.value) for cell in cells if cell.data_type == "f" or cell.hyperlink is not None]


class Reader(HTMLParser):
    """The words of a page, and the tags and attributes that a page of ours has no use for."""

    _OURS = frozenset(
        [
            "html",
            "head",
            "meta",
            "title",
            "style",
            "body",
            "main",
            "section",
            "h1",
            "h2",
            "p",
            "table",
            "caption",
            "colgroup",
            "col",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "br",
            "data",
            "time",
            "figure",
            "svg",
            "rect",
            "polyline",
            "polygon",
            "circle",
            "text",
        ]
    )

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.words: list[str] = []
        self.acts: list[str] = []
        self.feed(data.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        acting = [name for name, _ in attrs if name.startswith("on") or name in {"href", "src", "srcdoc", "action"}]
        self.acts += acting if tag in self._OURS else [tag]

    def handle_data(self, data: str) -> None:
        self.words.append(data)
