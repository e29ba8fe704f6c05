"""Text that flows over sheets of paper: justified, with an indent, never one line of a paragraph alone."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from reports.formats.marks import Mark
from reports.formats.marks import Text as Words
from reports.formats.palette import INK
from reports.formats.paper import Papers
from reports.formats.wrapping import wrapped

START, CENTRE, END, BOTH = "start", "middle", "end", "both"
_LEADING = 1.28
"""From line to line, as a share of the height of the font."""
_HAIR = 0.01
"""Points that no eye sees: sums of fractions differ by less."""


class Text(NamedTuple):
    """A paragraph: its words, size in points, look; `first` is the indent of its first line."""

    words: str
    size: float
    bold: bool = False
    align: str = START
    first: float = 0.0


class Line(NamedTuple):
    """A line of a paragraph; `last` of its lines, or before a line end, it is not stretched."""

    words: str
    indent: float
    last: bool


class Flow:
    """Where the next text will stand."""

    def __init__(self, papers: Papers) -> None:
        self.papers = papers

    @property
    def width(self) -> float:
        """Points between the margins."""
        return self.papers.width

    @property
    def is_fresh(self) -> bool:
        """Nothing stands on the sheet yet."""
        return self.papers.is_fresh

    def gap(self, points: float) -> None:
        """Leaves room, but not at the top of a sheet."""
        if not self.is_fresh:
            self.papers.y += points

    def need(self, points: float) -> None:
        """Begins another sheet when so much does not find room on this one."""
        if points > self.papers.room + _HAIR and not self.is_fresh:
            self.papers.next()

    def height(self, text: Text, width: float | None = None) -> float:
        """How high the paragraph is; nothing for no words."""
        return len(self.lines(text, width or self.width)) * text.size * _LEADING

    def lines(self, text: Text, width: float) -> list[Line]:
        """The lines of the paragraph."""
        return list(self._lines(text, width)) if text.words else []

    def _lines(self, text: Text, width: float) -> Iterator[Line]:
        def wide(words: str) -> float:
            return self.papers.measure(words, text.size, text.bold)

        for number, part in enumerate(text.words.split("\n")):
            indent = text.first if number == 0 else 0.0
            fitting = _with_indent(part, width, indent, wide)
            for at, words in enumerate(fitting, 1):
                yield Line(words, indent if at == 1 else 0.0, at == len(fitting))

    def text(self, text: Text, below: float = 0.0) -> None:
        """The paragraph, over sheets if need be. `below` is what must stand under its last lines on their sheet."""
        lines, step = self.lines(text, self.width), text.size * _LEADING
        while lines:
            here = self._fitting(len(lines), step, below)
            if not here:
                self.papers.next()
                continue
            for line in lines[:here]:
                self.papers.put(self._drawn(line, text, 0, self.width), step)
            lines = lines[here:]

    def _fitting(self, count: int, step: float, below: float) -> int:
        """How many lines stand on this sheet: at least two here and two on the next, all where nothing else helps."""
        room = int((self.papers.room + _HAIR) / step)
        if count * step + below <= self.papers.room + _HAIR:
            return count
        here = min(room, count - 2)
        if here >= 2:
            return here
        return max(min(room, count), 1) if self.is_fresh else 0

    def beside(self, *columns: tuple[Text, float, float]) -> None:
        """Texts side by side, each from so many points and so wide; they stay on one sheet."""
        deepest = max(self.height(text, width) for text, _, width in columns)
        self.need(deepest)
        for text, left, width in columns:
            for number, line in enumerate(self.lines(text, width)):
                down = number * text.size * _LEADING
                marks = self._drawn(line, text, left, width)
                self.papers.put([_lower(one, down) for one in marks], 0)
        self.papers.y += deepest

    def _drawn(self, line: Line, text: Text, left: float, width: float) -> list[Words]:
        y, x = text.size, left + line.indent
        if text.align == CENTRE:
            return [Words(left + width / 2, y, line.words, text.size, INK, CENTRE, text.bold)]
        if text.align == END:
            return [Words(left + width, y, line.words, text.size, INK, END, text.bold)]
        words = line.words.split(" ")
        if text.align != BOTH or line.last or len(words) == 1:
            return [Words(x, y, line.words, text.size, INK, START, text.bold)]
        return self._stretched(words, text, x, y, width - line.indent)

    def _stretched(self, words: Sequence[str], text: Text, x: float, y: float, width: float) -> list[Words]:
        """Each word with the space after it, so that a copied text keeps its spaces."""
        takes = [self.papers.measure(one, text.size, text.bold) for one in words]
        space = (width - sum(takes)) / (len(words) - 1)
        marks = []
        for word, wide in zip(words, takes, strict=True):
            marks.append(Words(x, y, f"{word} ", text.size, INK, START, text.bold))
            x += wide + space
        return marks


def _with_indent(part: str, width: float, indent: float, wide: Callable[[str], float]) -> list[str]:
    """The lines of a text whose first line is shorter by the indent."""
    first = wrapped(part, width - indent, wide)[0]
    rest = part[len(first) :].removeprefix(" ")
    return [first, *wrapped(rest, width, wide)] if rest else [first]


def _lower(mark: Words, down: float) -> Mark:
    return mark._replace(y=mark.y + down)
