"""What the guides say can be done: every link leads somewhere, every command line is one that the program takes."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.cli import build_parser

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
GENERATED = "commands.md"
"""The parser's own words: places stand in it where a value should."""

_FENCE = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`([^`]+)`")
_PROGRAM = re.compile(r"^(?:\.venv/bin/)?rpo(?:\.cmd)? +")
_LINK = re.compile(r"\]\(([^)\s]+)\)")


def lines_of(text: str) -> Iterator[tuple[str, bool]]:
    """Command lines of a text, and whether each is whole (in a block of its own) or only named in a sentence."""
    for block in _FENCE.findall(text):
        yield from ((line, True) for line in block.splitlines() if _PROGRAM.match(line))
    yield from ((" ".join(code.split()), False) for code in _CODE.findall(_FENCE.sub("", text)) if _PROGRAM.match(code))


def words_of(line: str) -> list[str]:
    """The words after `rpo`; what may be left out is written out, «…» and the comment are dropped."""
    return shlex.split(re.sub(r"[\[\]…]", " ", _PROGRAM.sub("", line)), comments=True)


def trouble(line: str, capsys: pytest.CaptureFixture[str], *, whole: bool) -> str:
    """What the program says against the line; a line that is only named may lack what it needs."""
    try:
        build_parser().parse_args(words_of(line))
    except SystemExit as end:
        said = capsys.readouterr().err
        return said if end.code and (whole or "не указано" not in said) else ""
    return ""


@pytest.mark.parametrize("page", [page for page in PAGES if page.name != GENERATED], ids=lambda page: page.name)
def test_every_command_line_is_taken(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = {line: trouble(line, capsys, whole=whole) for line, whole in lines_of(page.read_text(encoding="utf-8"))}
    assert not {line: said for line, said in told.items() if said}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in _LINK.findall(page.read_text(encoding="utf-8")):
        name, _, anchor = link.partition("#")
        if "://" in name:
            continue
        target = page.parent / name if name else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


def anchors(page: Path) -> set[str]:
    """The headings of a page as a link names them."""
    headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("role", ["staff", "head", "secretary", "administrator"])
def test_a_guide_is_a_page_with_no_line_of_a_programmer(role: str) -> None:
    lines = (ROOT / "docs" / f"{role}.md").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 130
    assert not any("Traceback" in line or "import " in line for line in lines)


def test_pictures_are_small() -> None:
    pictures = list((ROOT / "docs" / "pictures").glob("*.png"))
    assert pictures
    assert max(path.stat().st_size for path in pictures) <= 120_000


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("rpo sync --plann 5", "непонятно"),
        ("rpo synk", "нет «"),
        ("rpo explain", "не указано"),
        ("rpo explain K02 --cut category=Школьник   # разрез", ""),
        ("rpo figures [K02 …] [--cut РАЗРЕЗ]", ""),
    ],
)
def test_a_line_that_the_program_does_not_take_is_found(
    line: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said in trouble(line, capsys, whole=True)
    assert bool(said) is bool(trouble(line, capsys, whole=True))
