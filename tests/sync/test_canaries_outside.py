"""Fifty canaries in the registers, notes and explanations of the made-up office: none in what goes outside."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pypdf
import pytest

from config.cells.text import fold
from reports.disclosure import release
from sync.cli import main
from sync.demo.office import office
from sync.demo.planting import TypedRow
from sync.demo.workbooks import workbooks

MARKS = ("канарейкин", "canary", "983777", "983 777", "983-777", "777-123-4")
"""Parts by which every canary is known, whatever is done with it."""

_CASES = ("", "а", "у", "ым", "е", "ой")
_PEOPLE = ("SCH", "UNI", "MENT")
_WORDS = {
    "NOTE": ("reason", "measures", "note"),
    "TEAM": ("project", "note"),
    "PLAN": ("why_off", "note"),
    "DEC": ("content", "instruction", "note"),
    "IND": ("why_off", "note"),
    "PUB": ("title",),
    "DOC": ("title", "note"),
}
DAY = ("--today", "2026-05-05")
PERIOD = "2026-04"


def canaries() -> Iterator[str]:
    """Surnames of the registers in every case, telephones, addresses and СНИЛС."""
    for number in range(11):
        yield f"поручено Канарейкин{_CASES[number % len(_CASES)]}"
        yield f"звонить +7 983 777-{number:02d}-{number * 7:02d}"
        yield f"писать canary{number}@example.org"
        yield f"болен К.К. Канарейкин, заявление {number}"
        yield f"СНИЛС 777-123-4{number:02d} 00"


def spoiled() -> Mapping[str, list[TypedRow]]:
    """The rows of the office with canaries: in names and contacts of people, and in the words of staff."""
    rows: dict[str, list[TypedRow]] = {key: list(some) for key, some in office(1).rows.items()}
    words = canaries()
    for key in _PEOPLE:
        for at in range(4):
            contacts = {"phone": f"+7 983 777-{at:02d}-11", "email": f"canary{key}{at}@example.org"}
            rows[key][at] = {**rows[key][at], "surname": "Канарейкин", **contacts}
    for key, fields in _WORDS.items():
        for at, row in enumerate(rows[key]):
            known = [name for name in fields if name in row]
            for name in known if at < 12 else ():
                rows[key][at] = {**rows[key][at], name: f"{row[name] or 'Сверить'}; {next(words, 'без канарейки')}"}
    return rows


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The office with canaries whose April is closed."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "registers").mkdir()
    for name, data in workbooks(spoiled()).items():
        (folder / "registers" / name).write_bytes(data)
    head = '[office]\nregion = "Светлоборская область"\noktmo = "62"\nseason = "2025/2026"\ntoday = 2026-04-30\n'
    (folder / "office.toml").write_text(head, encoding="utf-8")
    assert main(["sync", "-q", "--office", str(folder)]) == 0
    assert main(["close", PERIOD, "--office", str(folder), *DAY]) == 0
    return folder


def words_of(path: Path) -> str:
    """Everything that a file says: the parts of an archive unpacked, a PDF read."""
    return _said(path.name, path.read_bytes())


def _said(name: str, data: bytes) -> str:
    if data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return " ".join(_said(one, archive.read(one)) for one in archive.namelist())
    if data[:5] == b"%PDF-":
        return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)
    return f"{name} {data.decode('utf-8', 'replace')}"


def flown(*texts: str) -> list[str]:
    """The marks of canaries that some text has."""
    folded = fold(" ".join(texts))
    return [mark for mark in MARKS if fold(mark) in folded]


def exported(root: Path, out: Path) -> str:
    """What a package says, the folder and the archive."""
    assert main(["export", "federal", "--period", PERIOD, "--out", str(out), "--office", str(root), *DAY]) == 0
    return " ".join(words_of(path) for path in sorted(out.parent.rglob("*")) if path.is_file())


def test_the_office_is_full_of_them(root: Path) -> None:
    typed = " ".join(words_of(path) for path in (root / "registers").iterdir())
    assert fold(typed).count("канарейкин") >= 30, "some stand in notes"
    assert len(list(canaries())) >= 50
    assert set(flown(typed)) >= {"канарейкин", "canary", "983 777", "777-123-4"}


def test_none_flies_into_a_package(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = exported(root, tmp_path / "package" / PERIOD)
    assert flown(said, *capsys.readouterr()) == []


def test_a_gate_that_leaks_one_is_found(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(release, "found_in", lambda *_, **__: ())
    (root / "state").rename(tmp_path / "state")
    try:
        said = _of_a_broken_gate(root, tmp_path)
    finally:
        _put_back(root, tmp_path)
    assert flown(said) != []


def _of_a_broken_gate(root: Path, tmp_path: Path) -> str:
    """The package of the same office with a history of its own."""
    assert main(["sync", "-q", "--office", str(root)]) == 0
    assert main(["close", PERIOD, "--office", str(root), *DAY]) == 0
    return exported(root, tmp_path / "leaking" / PERIOD)


def _put_back(root: Path, tmp_path: Path) -> None:
    (root / "state").rename(tmp_path / "broken")
    (tmp_path / "state").rename(root / "state")


@pytest.mark.parametrize("name", ["Отчёт по этапу", "Доклад", "Аналитическая справка", "Итоговый отчёт", "council"])
def test_none_flies_into_a_document_for_outside(
    root: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["report", name, "--format", "docx,pdf,xlsx,html", "--out", str(tmp_path)]
    assert main([*asked, "--office", str(root), *DAY]) == 0
    told = [words_of(path) for path in tmp_path.iterdir()]
    assert len(told) >= 4
    assert flown(*told, *capsys.readouterr()) == []


@pytest.mark.parametrize("asked", [["status"], ["figures"], ["explain", "K24"], ["plan"], ["sync", "-v"], ["doctor"]])
def test_none_flies_into_what_a_command_says(root: Path, asked: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    main([*asked, "--office", str(root)])
    assert flown(*capsys.readouterr()) == []
