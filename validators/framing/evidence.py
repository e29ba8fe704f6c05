"""How much speaks for some rows being the heading of what stands below them: one number, from named pieces."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from config.cells.text import fold
from config.columns import Raw
from validators.framing.body import Body, Profile
from validators.framing.flatten import Label, flatten, joined, own_words
from validators.framing.looks import NOTHING, TEXTS, Look, look
from validators.framing.sheet import Sheet

_USUAL = re.compile(
    r"(?:№|n|id|код|ф\s?и\s?о|фамилия|имя|отчество|дата|год|месяц|квартал|адрес|телефон|e ?mail|эл почта|почта|сайт|"
    r"сумма|всего|итого|ед|единица|статус|срок|срок\w+|район|округ|школа|класс|курс|инн|кпп|огрн|октмо|план|факт|тип|вид|"
    r"name|date|total|type|code|year|month|description|amount|number|address|country|region|city|age|title|category)\b"
    r"|(?:наименован|назван|показател|ответственн|муниципал|количеств|кол во|примечан|категор|направлен|учрежден|"
    r"организац|руководит|контакт|должност|источник|исполнит|мероприят|результат|содержан)\w*"
)


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


def weigh(sheet: Sheet, body: Body, top: int, bottom: int, above: float) -> Evidence | None:
    """The evidence for a block of rows; None when one of them is not needed to name the columns.

    `above` is what the rows over the block cost (`weight_above`).
    """
    labels = flatten(sheet, top, bottom)
    if top < bottom and not _each_row_is_needed(sheet, body, top, bottom, labels):
        return None
    own = own_words(sheet, top, bottom)
    named = {at: joined(labels[at]) for at in body.columns if labels[at] and own[at]}
    series = _series(sheet, bottom) - (_series(sheet, bottom + 1) if bottom < sheet.height else frozenset())
    named = {at: words for at, words in named.items() if at in series or not _is_figure(labels[at], body.columns[at])}
    if not named:
        return None
    used = [joined(label) for label in labels if label]
    score = (
        sum(body.columns[at].weight for at in named) / body.weight
        + 0.8 * len(set(named.values())) / len(body.columns)
        + 0.6 * len(set(map(fold, used))) / len(used)
        + _contrast(body, labels, own, series)
        + 0.5 * sum(bool(_USUAL.match(fold(words))) for words in named.values()) / len(used)
        + (1.0 if body.number_row else 0.0)
        - _cost_of_shape(sheet, body, top, bottom, len(used) - len(named))
        - above
    )
    return Evidence(top, bottom, labels, body, score, len(named))


def _is_figure(label: Label, profile: Profile) -> bool:
    return len(label) == 1 and look(label[-1]) in {Look.NUMBER, Look.DATE} and profile.figures >= 0.5


_LONG_ENOUGH = 4
"""Numbers in a row that make a series."""


def _series(sheet: Sheet, row: int) -> frozenset[int]:
    """The columns of a row that count days, weeks, months or years one after another: such numbers are names."""
    series: set[int] = set()
    run: list[int] = []
    for at, cell in enumerate((*sheet.rows[row - 1], None)):
        if run and not _follows(sheet.rows[row - 1], run, cell):
            series.update(run if len(run) >= _LONG_ENOUGH else ())
            run = []
        if isinstance(cell, int):
            run.append(at)
    return frozenset(series)


def _follows(row: Sequence[Raw], run: Sequence[int], cell: Raw) -> bool:
    if not isinstance(cell, int):
        return False
    last = row[run[-1]]
    step = cell - last if isinstance(last, int) else 0
    return step in {1, 7, 91, 92} or 28 <= step <= 31


def _contrast(body: Body, labels: Sequence[Label], own: Sequence[bool], series: frozenset[int]) -> float:
    """How unlike its column each name is, by weight of the columns; from about -1 to 2."""
    total = 0.0
    for at, profile in body.columns.items():
        if at in series:
            total += profile.weight
        elif labels[at] and own[at]:
            total += profile.weight * (_unlike(labels[at][-1], profile) + 0.8 * _is_text(labels[at][-1]))
        total -= profile.weight * 1.5 * (profile.figures >= 0.6 and profile.first in TEXTS)
    return total / body.weight


def _is_text(word: str) -> float:
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


def _cost_of_shape(sheet: Sheet, body: Body, top: int, bottom: int, orphans: int) -> float:
    blank = sum(sheet.is_blank(row) for row in range(top, bottom + 1))
    apart = bottom < sheet.height and sheet.is_blank(bottom + 1)
    cut = sum(
        bool(area and area.top <= edge < area.bottom)
        for edge in (top - 1, bottom)
        for at in body.columns
        if (area := sheet.area(max(edge, 1), at))
    )
    units = bottom < sheet.height and is_units_row(sheet, bottom + 1)
    return 0.1 * (bottom - top) + 0.8 * units + 0.12 * (blank + apart) + 0.02 * min(orphans, 10) + 0.4 * min(cut, 4)


def _each_row_is_needed(sheet: Sheet, body: Body, top: int, bottom: int, labels: Sequence[Label]) -> bool:
    """Without its first row, or its last, the block would name fewer columns or name them less apart."""
    if is_units_row(sheet, bottom):
        upper = flatten(sheet, top, bottom - 1)
        return bottom - top == 1 or _each_row_is_needed(sheet, body, top, bottom - 1, upper)
    full = _names(sheet, body, labels, top, bottom)
    without_first = _names(sheet, body, flatten(sheet, top + 1, bottom), top + 1, bottom)
    if not _fewer(without_first, full):
        return False
    if _is_bound(sheet, bottom):
        return True
    return _fewer(_names(sheet, body, flatten(sheet, top, bottom - 1), top, bottom - 1), full)


def _is_bound(sheet: Sheet, row: int) -> bool:
    """A merged area that begins higher ends in this row."""
    areas = [sheet.area(row, at) for at in range(sheet.width)]
    return any(area is not None and area.top < row == area.bottom for area in areas)


def _names(sheet: Sheet, body: Body, labels: Sequence[Label], top: int, bottom: int) -> list[str]:
    own = own_words(sheet, top, bottom)
    return [joined(labels[at]) for at in body.columns if labels[at] and own[at]]


def _fewer(some: Sequence[str], full: Sequence[str]) -> bool:
    lost, before, after = len(full) - len(some), len(some) - len(set(some)), len(full) - len(set(full))
    return lost > 0.03 * len(full) or (before - after > 0.08 * len(full) and after * 2 <= before)


_UNIT = re.compile(
    r"\(.+\)|%|(?:тыс|млн|млрд)\.?(?: ?руб\.?)?|руб\.?(?:лей)?|чел\.?(?:овек)?|"
    r"ед\.?|шт\.?|га|км|м2|м²|кв\.? ?м\.?|час\.?(?:ов)?|балл(?:ов)?|"
    r"[£$€₽]|mm|cm|kg|km|m",
    re.IGNORECASE,
)


def is_units_row(sheet: Sheet, row: int) -> bool:
    """Every filled cell of the row is a unit of measure or stands in brackets, two at least."""
    words = [sheet.text(row, at) for at in sheet.filled(row)]
    return len(words) > 1 and all(map(_UNIT.fullmatch, words))


MOST_ABOVE = 3.0
"""Full rows above, after which more of them cost nothing."""


def weight_above(sheet: Sheet, body: Body, top: int) -> float:
    """What the rows over a heading cost: a full one would have been the heading itself, a title costs little."""
    cost = 0.0
    for row in range(1, top):
        filled = [at for at in body.columns if sheet.looks[row - 1][at] not in NOTHING]
        share = len(filled) / len(body.columns)
        if len(filled) > 1:
            alien = sum(_is_alien(sheet.looks[row - 1][at], body.columns[at]) for at in filled) / len(filled)
            cost += (1.0 if share >= 0.5 else share) * (1 - 0.9 * alien)
        elif filled:
            cost += 0.06
    return 0.8 * min(cost, MOST_ABOVE)


def _is_alien(found: Look, profile: Profile) -> bool:
    return found in TEXTS and profile.figures >= 0.6
