"""How much speaks for a block of rows being the heading of what stands below: one number, from named pieces.

The weights were chosen on tables of many origins; no piece decides alone.
"""

import re
from dataclasses import dataclass

from config.cells.text import fold
from validators.framing.block import Block
from validators.framing.body import Body, Profile
from validators.framing.flatten import Label, joined
from validators.framing.looks import NOTHING, TEXTS, Look, look
from validators.framing.sheet import Sheet
from validators.framing.units import is_units_row

_USUAL = re.compile(
    r"(?:№|n|id|код|ф\s?и\s?о|фамилия|имя|отчество|дата|год|месяц|квартал|адрес|телефон|e ?mail|эл почта|почта|сайт|"
    r"сумма|всего|итого|ед|единица|статус|срок|срок\w+|район|округ|школа|класс|курс|инн|кпп|огрн|октмо|план|факт|тип|вид|"
    r"name|date|total|type|code|year|month|description|amount|number|address|country|region|city|age|title|category)\b"
    r"|(?:наименован|назван|показател|ответственн|муниципал|количеств|кол во|примечан|категор|направлен|учрежден|"
    r"организац|руководит|контакт|должност|источник|исполнит|мероприят|результат|содержан)\w*"
)

MOST_ABOVE = 2.4
"""The cost of full rows above, after which more of them cost nothing."""


@dataclass(frozen=True)
class Evidence:
    """What speaks for a heading in the rows from `top` to `bottom`, with the labels that it gives."""

    top: int
    bottom: int
    labels: tuple[Label, ...]
    body: Body
    score: float
    named: int

    @property
    def is_believable(self) -> bool:
        """A third of the columns is named, and a lone column of text is a list of short names, not running text."""
        if self.named * 3 < len(self.body.columns):
            return False
        if len(self.body.columns) > 1:
            return True
        profile = next(iter(self.body.columns.values()))
        word = next(label for label in self.labels if label)[-1]
        return look(word) is Look.WORDS and profile.prose < 0.3 and profile.fill > 0.5


def weigh(block: Block, above: float) -> Evidence | None:
    """The evidence for a block; None when it names nothing, or names as much without one of its rows.

    `above` is what the rows over the block cost (`weight_above`).
    """
    if not block.named or not block.needs_each_row:
        return None
    score = _naming(block) + _contrast(block) + bool(block.body.number_row) - _cost_of_shape(block) - above
    return Evidence(block.top, block.bottom, block.labels, block.body, score, len(block.named))


def _naming(block: Block) -> float:
    """How many columns are named, how far apart the names are, and how usual; at most 2.9."""
    body, names = block.body, block.named.values()
    used = [joined(label) for label in block.labels if label]
    share = sum(body.columns[at].weight for at in block.named) / body.weight
    apart = 0.8 * len(set(names)) / len(body.columns) + 0.6 * len(set(map(fold, used))) / len(used)
    return share + apart + 0.5 * sum(bool(_USUAL.match(fold(name))) for name in names) / len(used)


def _contrast(block: Block) -> float:
    """How unlike its column each name is, by weight of the columns; from about -1 to 2."""
    total = 0.0
    for at, profile in block.body.columns.items():
        if at in block.series:
            total += profile.weight
        elif at in block.names:
            word = block.labels[at][-1]
            total += profile.weight * (_unlike(word, profile) + 0.8 * _textual(word))
        total -= profile.weight * 1.5 * (profile.figures >= 0.6 and profile.first in TEXTS)
    return total / block.body.weight


def _textual(word: str) -> float:
    found = look(word)
    if found in TEXTS:
        return 1.0
    return 0.8 if found is Look.YEAR else 0.3 if found is Look.CODE else 0.0


def _unlike(word: str, profile: Profile) -> float:
    found = look(word)
    if found in TEXTS:
        if fold(word) in profile.values:
            return -0.6
        long_name = found is Look.PROSE and profile.words > 0.5 and profile.prose < 0.3
        return 1.2 * profile.figures + 0.2 * profile.words + 0.3 * (profile.prose > 0.5) - 0.3 * long_name
    if found is Look.YEAR:
        return 0.9 * (profile.figures - 1.2 * profile.years) if profile.words < 0.5 else 0.3
    return 0.3 if profile.words > 0.7 else -0.9 * profile.figures


def _cost_of_shape(block: Block) -> float:
    """Every row more, blank rows in it and under it, words over nothing, merged areas that the block cuts."""
    sheet, below = block.sheet, block.bottom + 1
    blank = sum(sheet.is_blank(row) for row in range(block.top, min(below, sheet.height) + 1))
    orphans = sum(map(bool, block.labels)) - len(block.named)
    units = is_units_row(sheet, below)
    height = 0.1 * (block.bottom - block.top)
    return height + 0.8 * units + 0.12 * blank + 0.02 * min(orphans, 10) + 0.4 * min(_areas_cut(block), 4)


def _areas_cut(block: Block) -> int:
    return sum(
        bool(area and area.top <= edge < area.bottom)
        for edge in (block.top - 1, block.bottom)
        for at in block.body.columns
        if (area := block.sheet.area(max(edge, 1), at))
    )


def weight_above(sheet: Sheet, body: Body, top: int) -> float:
    """What the rows over a heading cost: a full one would have been the heading itself, a title costs little."""
    cost = 0.0
    for row in range(1, top):
        filled = [at for at in body.columns if sheet.looks[row - 1][at] not in NOTHING]
        share = len(filled) / len(body.columns)
        if len(filled) > 1:
            strange = sum(_is_strange(sheet.looks[row - 1][at], body.columns[at]) for at in filled) / len(filled)
            cost += 0.8 * (1.0 if share >= 0.5 else share) * (1 - 0.9 * strange)
        elif filled:
            cost += 0.05
    return min(cost, MOST_ABOVE)


def _is_strange(found: Look, profile: Profile) -> bool:
    return found in TEXTS and profile.figures >= 0.6
