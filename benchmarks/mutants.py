"""Mutants of our own templates: what is damaged is refused or read whole, never read shorter without a word.

Each kind of mutant has a known oracle. A checksum stands over every part of a workbook, so damage of its bytes or of
its directory must be refused, unless it hit what holds no data, and then the tables are the same to a cell. Edits of
the XML under a right checksum are made so that they either can't be read (refused) or change nothing (the same).
"""

import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from random import Random

from benchmarks.outcome import Outcome
from config.registers.enterprises import ENT
from config.registers.plan import PLAN
from config.registers.pupils import SCH
from reports.templates import Numbering, render_workbook
from sync.backends.base import FileRead
from sync.backends.readers.calamine import CalamineProcess
from sync.backends.readers.file import read_file
from sync.backends.readers.refusal import CAUSES

A_CASE = 50
FILLED, NUMBERED = 40, 60
REGISTERS = (SCH, ENT, PLAN)
Parts = dict[str, bytes]


@dataclass(frozen=True)
class Mutant:
    """A spoiled workbook: how it was made, its bytes, and what may become of it."""

    kind: str
    data: bytes
    may_be_same: bool = True
    may_be_refused: bool = True


@cache
def template(number: int) -> bytes:
    """One of our templates, its first rows filled."""
    register = REGISTERS[number % len(REGISTERS)]
    rows = [
        {column.heading: f"{column.heading} {row}" for column in register.columns if column.field != "id"}
        for row in range(1, FILLED + 1)
    ]
    return render_workbook((register,), rows={register.key: rows}, numbering=Numbering(count=NUMBERED))


@cache
def whole(number: int) -> FileRead:
    """What stands in the template."""
    file = read_file("Книга.xlsx", template(number))
    if file.code is not None:
        raise SystemExit(f"the template itself is refused: {file.refused}")
    return file


def parts_of(data: bytes) -> Parts:
    """Name → content of every part."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The parts as a package with right checksums."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def flipped(data: bytes, chance: Random) -> Mutant:
    """One to eight bytes anywhere are others."""
    spoiled = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        spoiled[chance.randrange(len(spoiled))] ^= chance.randrange(1, 256)
    return Mutant("bytes flipped", bytes(spoiled))


def flipped_directory(data: bytes, chance: Random) -> Mutant:
    """One to three bytes of the directory at the end are others."""
    start = data.index(b"PK\x01\x02")
    spoiled = bytearray(data)
    for _ in range(chance.randint(1, 3)):
        spoiled[chance.randrange(start, len(spoiled))] ^= 1 << chance.randrange(8)
    return Mutant("directory flipped", bytes(spoiled))


def flipped_head(data: bytes, chance: Random) -> Mutant:
    """A byte in the heading of a part is another."""
    heads = [found.start() for found in re.finditer(rb"PK\x03\x04", data)]
    spoiled = bytearray(data)
    spoiled[chance.choice(heads) + chance.randrange(30)] ^= 1 << chance.randrange(8)
    return Mutant("heading of a part flipped", bytes(spoiled))


def lost_line(data: bytes, chance: Random) -> Mutant:
    """A line of the directory is gone and the end of the directory tells so."""
    start, end = data.index(b"PK\x01\x02"), data.rindex(b"PK\x05\x06")
    lines = re.split(rb"(?=PK\x01\x02)", data[start:end])[1:]
    del lines[chance.randrange(len(lines))]
    directory, tail = b"".join(lines), bytearray(data[end:])
    tail[8:10] = tail[10:12] = len(lines).to_bytes(2, "little")
    tail[12:16] = len(directory).to_bytes(4, "little")
    return Mutant("a line of the directory lost", data[:start] + directory + bytes(tail))


def truncated(data: bytes, chance: Random) -> Mutant:
    """The end is missing."""
    return Mutant("truncated", data[: chance.randrange(1, len(data))], may_be_same=False)


def hole(data: bytes, chance: Random) -> Mutant:
    """A piece in the middle is zeros, as after an interrupted copying."""
    start = chance.randrange(len(data) - 600)
    return Mutant("a hole of zeros", data[:start] + bytes(512) + data[start + 512 :])


def part_lost(data: bytes, chance: Random) -> Mutant:
    """A part is missing."""
    parts = parts_of(data)
    name = chance.choice(list(parts))
    del parts[name]
    return Mutant(f"lost {name}", packed(parts))


def part_cut(data: bytes, chance: Random) -> Mutant:
    """The XML of a part breaks off."""
    name, xml, parts = _xml(data, chance)
    parts[name] = xml[: chance.randrange(len(xml))]
    return Mutant(f"cut {name}", packed(parts))


def part_swapped(data: bytes, chance: Random) -> Mutant:
    """A part holds what another one should."""
    parts = parts_of(data)
    one, other = chance.sample(list(parts), 2)
    parts[one] = parts[other]
    return Mutant(f"{other} in {one}", packed(parts))


def tag_broken(data: bytes, chance: Random) -> Mutant:
    """A tag that holds something has lost its end, or a mark of the XML is gone."""
    name, xml, parts = _xml(data, chance)
    places = [*re.finditer(rb"</\w[^>]*>", xml), *re.finditer(rb"[<>\"]", xml)]
    place = chance.choice(places[:1] + chance.sample(places, min(5, len(places))))
    parts[name] = xml[: place.start()] + xml[place.end() :]
    return Mutant(f"tag broken in {name}", packed(parts))


def words_lost(data: bytes, chance: Random) -> Mutant:
    """The table of words is shorter than the cells need."""
    parts = parts_of(data)
    words = re.findall(rb"<si>.*?</si>", parts["xl/sharedStrings.xml"], re.DOTALL)
    kept = words[: chance.randrange(len(words))]
    head, tail = parts["xl/sharedStrings.xml"].split(b"<si>", 1)[0], b"</sst>"
    parts["xl/sharedStrings.xml"] = head + b"".join(kept) + tail
    return Mutant("words lost", packed(parts), may_be_same=False)


def doctype(data: bytes, chance: Random) -> Mutant:
    """A part declares its own type."""
    name, xml, parts = _xml(data, chance)
    end = xml.index(b"?>") + 2 if xml.startswith(b"<?xml") else 0
    parts[name] = xml[:end] + b'<!DOCTYPE x [<!ENTITY a "b">]>' + xml[end:]
    return Mutant(f"DOCTYPE in {name}", packed(parts), may_be_same=False)


def recoded(data: bytes, chance: Random) -> Mutant:
    """A part is written in another encoding."""
    name, xml, parts = _xml(data, chance)
    parts[name] = xml.decode().replace("UTF-8", "UTF-16").encode("utf-16")
    return Mutant(f"UTF-16 in {name}", packed(parts), may_be_same=False)


def harmless(data: bytes, chance: Random) -> Mutant:
    """Comments between rows, single quotes for double ones, another order of parts: the same table."""
    parts = parts_of(data)
    name = next(name for name in parts if "worksheets/sheet1" in name and name.endswith(".xml"))
    change = chance.choice((_commented, _single_quoted, _spaced))
    parts[name] = change(parts[name])
    names = list(parts)
    chance.shuffle(names)
    return Mutant(f"harmless: {change.__name__}", packed({name: parts[name] for name in names}), may_be_refused=False)


def _commented(xml: bytes) -> bytes:
    return xml.replace(b"</row>", b'</row><!-- hidden="1" -->')


def _single_quoted(xml: bytes) -> bytes:
    return re.sub(rb"(<(?:row|c)\b)([^>]*)", lambda tag: tag[1] + tag[2].replace(b'"', b"'"), xml)


def _spaced(xml: bytes) -> bytes:
    return xml.replace(b"</c><c ", b"</c>\n  <c ")


def _xml(data: bytes, chance: Random) -> tuple[str, bytes, Parts]:
    parts = parts_of(data)
    name = chance.choice([name for name in parts if name.endswith((".xml", ".rels"))])
    return name, parts[name], parts


KINDS: Sequence[Callable[[bytes, Random], Mutant]] = (
    flipped, flipped_directory, flipped_head, lost_line, truncated, hole, part_lost, part_cut, part_swapped,
    tag_broken, words_lost, doctype, recoded, harmless,
)  # fmt: skip


def mutants(seed: int, count: int = A_CASE) -> Iterator[tuple[int, Mutant]]:
    """(number of the template, mutant), the same for the same seed; the kinds take turns."""
    chance = Random(seed)
    for number in range(count):
        make = KINDS[(seed * count + number) % len(KINDS)]
        base = chance.randrange(len(REGISTERS))
        yield base, make(template(base), chance)


def wrong_with(base: int, mutant: Mutant, process: CalamineProcess) -> str:
    """What is wrong with the reading of a mutant; nothing, when all is right."""
    try:
        file = read_file("Книга.xlsx", mutant.data, process)
    except Exception as error:  # noqa: BLE001  any kind that comes out is a finding
        return f"{mutant.kind}: {type(error).__name__}"
    if file.code is not None:
        known = file.refused in CAUSES and not file.grids and bool(file.text and file.advice)
        return "" if mutant.may_be_refused and known else f"{mutant.kind}: refused as {file.refused}"
    same = _cells(file) == _cells(whole(base))
    return "" if same and mutant.may_be_same else f"{mutant.kind}: read {'the same' if same else 'OTHERWISE'}"


def _cells(file: FileRead) -> list[object]:
    return [(grid.tab, grid.columns(), grid.merges) for grid in file.grids]


def spoiled_templates(seed: int) -> Outcome:
    """A case of the torture: fifty mutants of one seed."""
    with CalamineProcess() as process:
        wrongs = [(number, wrong_with(base, one, process)) for number, (base, one) in enumerate(mutants(seed))]
    told = [f"seed {seed}, mutant {number}: {wrong}" for number, wrong in wrongs if wrong]
    return Outcome(told, Counter({"mutants": len(wrongs)}))
