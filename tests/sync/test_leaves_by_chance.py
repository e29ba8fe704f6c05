"""Whatever staff write, sort and mend in whatever order: no answer is lost, no remark is silent without one."""

import os
import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import pytest

from reports.row_mark import REASON, UNTIL
from sync.run import update
from tests.sync.leaving import Book, Line, common, day_of, own
from tests.sync.offices import build, desk_of, team, write_book
from validators.leave import MOST_DAYS

START = date(2026, 4, 15)
CODES = [f"КМ-{number:04d}" for number in range(1, 7)]
WRONG = ["почти", "скоро", "вот-вот", "как получится"]
RIGHT = "Идея"
STEPS = 14


@dataclass(frozen=True)
class Said:
    """What should be kept of a remark: the reasons, the last day of silence, the value that it was said of."""

    reasons: frozenset[str]
    end: date
    value: str


@dataclass
class Desk:
    """A workbook of remarks: what it shows, what was typed into it and not read yet."""

    book: Book
    seen: dict[str, str] = field(default_factory=dict)
    filled: set[str] = field(default_factory=set)
    typed: dict[str, tuple[str, date | None, str]] = field(default_factory=dict)
    hidden: bytes | None = None


@dataclass
class Story:
    """An office, what people do in it by chance, and what must come of it."""

    folder: Path
    chance: random.Random
    today: date = START
    stages: dict[str, str] = field(default_factory=dict)
    kept: dict[str, Said] = field(default_factory=dict)
    desks: list[Desk] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    number: int = 0

    def begin(self) -> None:
        self.stages = {code: self.chance.choice([*WRONG, RIGHT]) for code in CODES}
        build(self.folder, teams=self._teams())
        reports = self.folder / "reports"
        self.desks = [Desk(common(reports)), Desk(own(reports, "Специалист по работе со студентами"))]
        self.update()

    def act(self) -> None:
        self.chance.choice(
            [self.write, self.write, self.write, self.wipe, self.sort, self.spoil, self.mend, self.hide]
        )()
        if self.chance.random() < 0.5:
            self.update()

    def write(self) -> None:
        desk = self.chance.choice(self.desks)
        if desk.hidden is None and desk.seen:
            code = self.chance.choice(sorted(desk.seen))
            self.number += 1
            until = self.chance.choice([None, self.today + timedelta(days=self.chance.randrange(130))])
            typed = until if until is None or self.chance.random() < 0.5 else until.strftime("%d.%m.%Y")
            desk.book.write(code, f"причина {self.number}", typed)
            desk.typed[code] = (f"причина {self.number}", until, desk.seen[code])
            self.told.append(f"{desk.book.path.name}: {code} {self.number} {until}")

    def wipe(self) -> None:
        desk = self.chance.choice(self.desks)
        if desk.hidden is None and desk.seen:
            code = self.chance.choice(sorted(desk.seen))
            desk.book.write(code)
            desk.typed.pop(code, None)
            if code in desk.filled:
                desk.typed[code] = ("", None, desk.seen[code])
            self.told.append(f"{desk.book.path.name}: {code} wiped")

    def sort(self) -> None:
        desk = self.chance.choice(self.desks)
        if desk.hidden is None and desk.seen:

            def shuffle(lines: list[Line]) -> None:
                self.chance.shuffle(lines)

            desk.book.change(shuffle, in_sight=self.chance.random() < 0.5)
            self.told.append(f"{desk.book.path.name}: sorted")

    def spoil(self) -> None:
        code = self.chance.choice(CODES)
        self.stages[code] = self.chance.choice([one for one in WRONG if one != self.stages[code]])
        self.told.append(f"{code} is {self.stages[code]}")

    def mend(self) -> None:
        code = self.chance.choice(CODES)
        self.stages[code] = RIGHT
        self.told.append(f"{code} is mended")

    def hide(self) -> None:
        """The workbook can't be read for a while."""
        desk = self.chance.choice(self.desks)
        if desk.hidden is None:
            desk.hidden = desk.book.path.read_bytes()
            desk.book.path.write_bytes(desk.hidden[:500])
            self.told.append(f"{desk.book.path.name}: damaged")

    def update(self) -> None:
        self.today += timedelta(days=self.chance.choice([0, 0, 1, 30]))
        self.told.append(f"update on {self.today}")
        write_book(self.folder, ["TEAM"], {"TEAM": self._teams()})
        update(desk_of(self.folder, self.today.isoformat()))
        self._expect()
        for desk in self.desks:
            if desk.hidden is None:
                self._compare(desk)
                desk.typed, desk.filled = {}, {code for code in CODES if self._is_silent(code)}
                desk.seen = {code: stage for code, stage in self.stages.items() if stage != RIGHT}
            else:
                desk.book.path.write_bytes(desk.hidden)
                desk.hidden = None

    def _expect(self) -> None:
        for code, stage in self.stages.items():
            edits = [desk.typed[code] for desk in self.desks if desk.hidden is None and code in desk.typed]
            said = [one for one in edits if one[0]]
            if stage == RIGHT or (edits and not said):
                self.kept.pop(code, None)
            elif said:
                dates = [until for _, until, _ in reversed(said) if until is not None]
                latest = self.today + timedelta(days=MOST_DAYS)
                end = min(dates[0], latest) if dates else latest
                self.kept[code] = Said(frozenset(reason for reason, *_ in said), end, self._value(said))

    def _value(self, said: list[tuple[str, date | None, str]]) -> str:
        return said[-1][2]

    def _is_silent(self, code: str) -> bool:
        said = self.kept.get(code)
        return said is not None and said.value == self.stages[code] and said.end >= self.today

    def _compare(self, desk: Desk) -> None:
        wrong = {code for code, stage in self.stages.items() if stage != RIGHT}
        silent = {code for code in wrong if self._is_silent(code)}
        lines = desk.book.lines() if wrong else []
        left = {one["Строка"].split("(")[-1].rstrip(")"): one for one in lines if one["Что это"] == "Оставлено"}
        opened = {one["Строка"].split("(")[-1].rstrip(")") for one in lines if one["Что это"] == "Строка"}
        story = "\n".join(self.told)
        assert left.keys() == silent, story
        assert opened == wrong - silent, story
        for code, line in left.items():
            assert day_of(line[UNTIL]) == self.kept[code].end, story
            mine = desk is self.desks[1] or str(line[REASON]).startswith("причина")
            assert not mine or set(line[REASON].split("; ")) == self.kept[code].reasons, story

    def _teams(self) -> list[dict[str, object]]:
        return [dict(team(number, Стадия=self.stages[code])) for number, code in enumerate(CODES, start=1)]


@pytest.mark.parametrize("seed", range(int(os.environ.get("RPO_SEEDS", "2"))))
def test_no_answer_is_lost_and_nothing_is_silent_without_one(tmp_path: Path, seed: int) -> None:
    story = Story(tmp_path, random.Random(f"leaves {seed}"))
    story.begin()
    for _ in range(STEPS):
        story.act()
    story.update()
