"""`make pictures`: the tabs of the head as they look in LibreOffice, the first page of each, and what the guides show.

Needs `soffice`, `pdftoppm` and `pdftotext`; without them it says so and changes nothing.
"""

import contextlib
import io
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from benchmarks.guide_pictures import draw_guides
from reports.head.summary import TAB as SUMMARY
from sync.cli import main as rpo

PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
RESOLUTION = "80"
COLOURS = 48
_FOOTER = re.compile(r"^ *(\S.*?) +Страница \d+ из \d+ *$", re.MULTILINE)
NEEDED = ("soffice", "pdftoppm", "pdftotext")
NAMES = {
    "Отчёт. Показатели": "indicators",
    "Отчёт. План и просрочки": "plan",
    "Отчёт. Участники": "participants",
    "Отчёт. Команды и проекты": "teams",
    "Отчёт. Наставники и площадки": "mentors",
    "Отчёт. Организации образования": "institutions",
    "Отчёт. Финансы": "finance",
    "Отчёт. НП «Образование»": "national_projects",
    "Отчёт. Инфосопровождение": "media",
    "Отчёт. Решения и поручения": "decisions",
    "Отчёт. Работа РПО": "work",
    "Отчёт. Региональная повестка": "agenda",
    "Отчёт. Муниципалитеты": "municipalities",
    "Отчёт. Качество данных": "quality",
    "Отчёт. Сверка": "reconciliation",
    "Расшифровка": "trace",
    "Состояние": "state",
    SUMMARY: "summary",
}
"""Tab → the name of its picture. The page of the summary has no footer, it comes first."""


def first_pages(pdf: Path) -> Iterator[tuple[str, int]]:
    """Tab → the number of its first page, by the footers."""
    told = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    seen = {SUMMARY}
    yield SUMMARY, 1
    for number, page in enumerate(told.split("\f"), start=1):
        found = _FOOTER.search(page)
        footer = found[1] if found else ""
        if footer in NAMES and footer not in seen:
            seen.add(footer)
            yield footer, number


def draw(workbook: Path, folder: Path) -> list[str]:
    """One picture a tab; the names of tabs of which there is none."""
    subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, workbook], check=True)
    pdf = folder / f"{workbook.stem}.pdf"
    found = dict(first_pages(pdf))
    for tab, page in found.items():
        target = PICTURES / NAMES[tab]
        pages = ["-f", str(page), "-l", str(page), "-singlefile"]
        subprocess.run(["pdftoppm", "-png", "-r", RESOLUTION, *pages, pdf, target], check=True)
    return [tab for tab in NAMES if tab not in found]


def lighten(picture: Path) -> None:
    """The same picture with few colours: a third of the bytes."""
    with Image.open(picture) as drawn:
        few = drawn.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(picture, optimize=True)


def main() -> None:
    """Builds the made-up office, renders «Отчёты» and what the guides show, and keeps the pictures."""
    lacking = [one for one in NEEDED if shutil.which(one) is None]
    if lacking:
        raise SystemExit(f"No pictures: there is no {', '.join(lacking)} here.")
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        office = Path(name) / "office"
        with contextlib.redirect_stdout(io.StringIO()):
            rpo(["demo", str(office)])
        missing = draw(office / "reports" / "Отчёты.xlsx", Path(name))
        guides = draw_guides(office, Path(name), PICTURES)
    for picture in PICTURES.glob("*.png"):
        lighten(picture)
    count = len(NAMES) - len(missing) + len(guides)
    print(f"{count} pictures in {PICTURES.name}/", *(f"none of {one}" for one in missing), sep="\n")
    raise SystemExit(int(bool(missing)))


if __name__ == "__main__":
    main()
