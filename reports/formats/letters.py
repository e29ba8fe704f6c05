"""The letters of paper and pictures: where the files of the font lie and how wide words are in it."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from reports.formats.wrapping import Measure

FAMILY = "PT Sans"
_UNKNOWN = "?"
"""Stands for a letter that the font does not have."""

Widths = Mapping[int, float]
"""Code of a letter → its width in thousandths of the font's size."""


def font_files() -> tuple[Path, Path]:
    """The files of the font, regular and bold: they come with a package, nothing is fetched when a report is made."""
    from fontpkg_pt_sans import ROOT

    files = Path(ROOT) / "files"
    return files / "PT_Sans-Web-Regular.ttf", files / "PT_Sans-Web-Bold.ttf"


def known(words: str, widths: Widths) -> str:
    """The words with a question mark for every letter that the font lacks."""
    return "".join(one if ord(one) in widths else _UNKNOWN for one in words)


def measure_by(regular: Widths, bold: Widths) -> Measure:
    """Measures words by the widths of letters."""

    @lru_cache(maxsize=65_536)
    def thousandths(words: str, is_bold: bool) -> float:  # noqa: FBT001  a key of the cache
        widths = bold if is_bold else regular
        return sum(widths[ord(one)] for one in known(words, regular))

    return lambda words, size, is_bold: thousandths(words, is_bold) * size / 1000


@lru_cache(maxsize=1)
def usual_measure() -> Measure:
    """Measures words where no PDF is being written."""
    return measure_by(*map(_widths, font_files()))


def _widths(file: Path) -> Widths:
    from fontTools.ttLib import TTFont

    with TTFont(file) as font:
        unit, advances = font["head"].unitsPerEm, font["hmtx"]
        return {code: advances[glyph][0] * 1000 / unit for code, glyph in font.getBestCmap().items()}
