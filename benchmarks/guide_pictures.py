"""The pictures of the guides: remarks as a clerk sees them, a template with its hint, documents, the package."""

import contextlib
import io
import re
import subprocess
from pathlib import Path
from zipfile import ZipFile

from openpyxl import load_workbook
from PIL import Image, ImageChops, ImageDraw, ImageFont

from config.registers.pupils import SCH
from reports.formats.letters import font_files
from sync.cli import main as rpo

DOTS = 100
MARGIN = 12
_FOOTER = 0.06
_ROWS = 14
_HINTED = "born"
_CLERK = "Замечания — Специалист по работе со школьниками.xlsx"
_MEETING = "2026-04-23"


def draw_guides(office: Path, work: Path, out: Path) -> list[str]:
    """Draws them all into `out`, out of the made-up office; gives their names."""
    _remarks(office, work, out)
    _template(work, out)
    _documents(office, work, out)
    _package(office, work, out)
    return ["remarks", "template", "document", "meeting", "package"]


def _remarks(office: Path, work: Path, out: Path) -> None:
    _page(_as_pdf(office / "reports" / _CLERK, work), 1).save(out / "remarks.png")


def _template(work: Path, out: Path) -> None:
    _quietly("init", str(work / "new"))
    workbook = work / "new" / "registers" / f"{SCH.workbook}.xlsx"
    pdf = _as_pdf(workbook, work)
    page = _page(pdf, 1, cut=False)
    words = _words_of(pdf)
    left, top = words["рождения"][0], words[f"{SCH.prefix}-0002"][1]
    _hint(page, (left, top), _prompt(workbook))
    bottom = words[f"{SCH.prefix}-{_ROWS:04}"][3]
    _trimmed(page.crop((0, 0, page.width, round(bottom)))).save(out / "template.png")


def _prompt(workbook: Path) -> tuple[str, str]:
    """The hint of a column: its title and its words, as Excel shows them beside the cell."""
    heading = SCH.by_field[_HINTED].heading
    sheet = load_workbook(workbook)[SCH.tab]
    found = next(one for one in sheet.data_validations.dataValidation if one.promptTitle == heading)
    return heading, str(found.prompt)


def _hint(page: Image.Image, at: tuple[float, float], told: tuple[str, str]) -> None:
    letters = ImageFont.truetype(str(font_files()[0]), 15)
    text = "\n".join((told[0], *re.sub(r"\. ", ".\n", told[1]).splitlines()))
    brush = ImageDraw.Draw(page)
    left, top = at
    right, bottom = brush.multiline_textbbox(at, text, font=letters, spacing=3)[2:]
    brush.rectangle((left - 8, top - 6, right + 8, bottom + 8), fill="#ffffe1", outline="#767676")
    brush.multiline_text(at, text, font=letters, fill="#000000", spacing=3)


def _documents(office: Path, work: Path, out: Path) -> None:
    made = work / "documents"
    _quietly("report", "Д2", "council", "--meeting", _MEETING, "--office", str(office), "--out", str(made))
    _page(next(made.glob("Доклад*.pdf")), 1).save(out / "document.png")
    _page(next(made.glob("Материалы*.pdf")), 1).save(out / "meeting.png")


def _package(office: Path, work: Path, out: Path) -> None:
    day = ("--today", "2026-05-05", "--office", str(office))
    _quietly("close", "2026-04", *day)
    _quietly("export", "federal", *day, "--out", str(work / "package"))
    with ZipFile(next((work / "package").glob("*.zip"))) as package:
        name = next(one for one in package.namelist() if one.endswith("summary.xlsx"))
        book = Path(package.extract(name, work / "opened"))
    pdf = _as_pdf(book, work)
    told = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    pages = told.split("\f")
    _page(pdf, next(at for at, page in enumerate(pages, start=1) if "3. Участники" in page)).save(out / "package.png")


def _quietly(*words: str) -> None:
    with contextlib.redirect_stdout(io.StringIO()):
        code = rpo([*words])
    if code:
        raise SystemExit(f"rpo {words[0]}: exit code {code}")


def _as_pdf(workbook: Path, work: Path) -> Path:
    subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", work, workbook], check=True)
    return work / f"{workbook.stem}.pdf"


def _page(pdf: Path, number: int, *, cut: bool = True) -> Image.Image:
    target = pdf.with_name("page")
    pages = ["-f", str(number), "-l", str(number), "-singlefile"]
    subprocess.run(["pdftoppm", "-png", "-r", str(DOTS), *pages, pdf, target], check=True)
    with Image.open(target.with_suffix(".png")) as drawn:
        page = drawn.convert("RGB")
    return _trimmed(page.crop((0, 0, page.width, round(page.height * (1 - _FOOTER))))) if cut else page


def _trimmed(page: Image.Image) -> Image.Image:
    inked = ImageChops.difference(page, Image.new("RGB", page.size, "white")).getbbox()
    left, top, right, bottom = inked or (0, 0, *page.size)
    low = (min(page.width, right + MARGIN), min(page.height, bottom + MARGIN))
    return page.crop((max(0, left - MARGIN), max(0, top - MARGIN), *low))


def _words_of(pdf: Path) -> dict[str, tuple[float, ...]]:
    """Word → its box on the first page, in dots."""
    told = subprocess.run(["pdftotext", "-bbox", "-l", "1", pdf, "-"], capture_output=True, text=True, check=True)
    shape = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
    return {word: tuple(float(one) * DOTS / 72 for one in box) for *box, word in shape.findall(told.stdout)}
