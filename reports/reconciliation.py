"""«Отчёт. Сверка»: where two registers say different things of the same fact, which is believed, what to mend."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reports import wording
from reports.facts import Facts
from reports.naming import tab_of
from reports.reader import Reader
from reports.reconciling import PAIRS
from reports.reconciling.pair import Compared, Pair, Said
from reports.remark_lines import link_to
from reports.report import Field, Form, Light, Link, Listing, Recipe, Report, Value, Words
from validators.counting.count import obstacle
from validators.office import Standing

WORKBOOK = "Отчёты"
TAB = "Отчёт. Сверка"
_PAIRS = (
    Field("Что сверяется", 30),
    Field("Где записано", 46),
    Field("Итог", 36),
    Field("Расхождений", 12, Form.WHOLE),
    Field("Верным считается", 34),
    Field("Оценка", 12),
)
_LINES = (
    Field("Что расходится", 21),
    Field("Запись", 13),
    Field("Один реестр", 25),
    Field("Что в нём", 20),
    Field("Другой реестр", 25),
    Field("Что в нём", 20),
    Field("Верным считается", 24),
    Field("Что исправить", 32),
)
_METHOD = (
    "Сверяется только то, что вписано в обоих реестрах и читается. Какому реестру верить, решает офис: раздел "
    "[ownership] в office.toml. Люди названы кодами."
)


@dataclass(frozen=True)
class Outcome:
    """A pair and what came of it; `why` it was not compared, None of `compared` then."""

    pair: Pair
    compared: Compared | None
    why: str = ""

    @property
    def apart(self) -> int:
        """How many facts disagree."""
        return len(self.compared.disagreements) if self.compared else 0

    @property
    def light(self) -> Light:
        """Green when everything agrees, red when something does not, grey when nothing was compared."""
        if self.compared is None or not self.compared.facts:
            return Light.GREY
        return Light.RED if self.apart else Light.GREEN

    @property
    def words(self) -> str:
        """«сходится 21 из 22», «не проверялось: …»."""
        if self.compared is None:
            return f"не проверялось: {self.why}"
        if not self.compared.facts:
            return "сверять нечего"
        return f"сходится {self.compared.facts - self.apart} из {self.compared.facts}{self.why}"


def outcomes(facts: Facts) -> list[Outcome]:
    """Every pair, compared where both registers are kept and read."""
    return [_outcome(facts, pair) for pair in PAIRS]


def compose(facts: Facts) -> tuple[Report, ...]:
    """The one tab."""
    found = outcomes(facts)
    lines = tuple(line for one in found for line in _lines(facts, one))
    blocks = (
        Words("Сверка реестров", "title"),
        Words(f"По состоянию на {wording.day(facts.today)}", "subtitle"),
        Words(_headline(found)),
        Listing("", _PAIRS, tuple(_pair_line(facts, one) for one in found)),
        Listing("Расхождения", _LINES, lines, "расхождений нет", filtered=bool(lines)),
        Words(_METHOD, "small"),
    )
    return (Report(WORKBOOK, TAB, blocks),)


RECONCILIATION = Recipe("Сверка", compose)


def _outcome(facts: Facts, pair: Pair) -> Outcome:
    for key, *fields in pair.needs:
        why = obstacle(facts.scene.office, key, *fields)
        if why:
            return Outcome(pair, None, f"«{tab_of(key)}» — {why}")
    return Outcome(pair, pair.compare(facts), _held(facts, pair))


def _held(facts: Facts, pair: Pair) -> str:
    """A register whose reading waits for a person tells its last accepted data."""
    accounts = facts.scene.office.accounts
    waiting = [key for key, *_ in pair.needs if key in accounts and accounts[key].standing is Standing.HELD]
    return f"; «{tab_of(waiting[0])}» — последние принятые данные" if waiting else ""


def _pair_line(facts: Facts, one: Outcome) -> tuple[Value, ...]:
    where = "; ".join(name for _, name in one.pair.sides)
    apart = one.apart if one.compared else None
    return (one.pair.title, where, one.words, apart, one.pair.believed(facts), one.light)


def _lines(facts: Facts, one: Outcome) -> Iterator[tuple[Value, ...]]:
    pair, names = one.pair, [name for _, name in one.pair.sides]
    for found in one.compared.disagreements if one.compared else ():
        first, second = _where(facts, names[0], found.first), _where(facts, names[1], found.second)
        believed, mend = pair.believed(facts), pair.mend[pair.owner(facts)]
        yield (pair.title, found.subject, first, found.first.words, second, found.second.words, believed, mend)


def _where(facts: Facts, name: str, said: Said) -> Value:
    """The register, with a link to the cell when one cell says it."""
    if said.place is None:
        return name.partition(":")[0]
    link = link_to(Reader(facts), said.place)
    words = f"{tab_of(said.place.register)}, {said.place.cell or said.place.row}"
    return replace(link, words=words) if isinstance(link, Link) else words


def _headline(found: list[Outcome]) -> str:
    apart = [one.pair.title[:1].lower() + one.pair.title[1:] for one in found if one.apart]
    compared = [one for one in found if one.compared and one.compared.facts]
    silent = sum(one.compared is None for one in found)
    if not compared:
        return "Сверять пока нечего: нужных реестров нет или они не прочитаны."
    words = f"Сверено видов сведений: {len(compared)} из {len(found)}."
    total = sum(one.apart for one in found)
    count = wording.counted(total, "расхождение", "расхождения", "расхождений")
    words += f" Найдено {count}: {', '.join(apart)}." if apart else " Всё сверенное сходится."
    return words + (f" Не проверялось: {silent}." if silent else "")
