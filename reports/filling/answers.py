"""What a form is told: for each mark a value that the gate has let out, «скрыто», or why the cell stays empty."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from config.cells.text import fold
from reports.disclosure.draft import Mark, Shown, address
from reports.disclosure.release import Released
from reports.facts import Facts
from reports.federal.indicators import DONE, FACT, PLANNED, at
from reports.federal.participants import CATEGORIES
from reports.figures.catalogue import BY_ID
from reports.figures.cuts import CUTS
from reports.figures.figure import STATE
from reports.figures.grouped import known_count
from reports.figures.own import own_figures
from reports.filling.beside import STATES, is_told, key_of
from reports.filling.marks import Asked, Said, Wanted, What
from reports.naming import title_in
from validators.counting.count import NOT_KEPT
from validators.counting.plans import code_of
from validators.counts import PARTS
from validators.place_names import bare

_COLUMNS: Mapping[What, str] = {
    What.FACT: FACT,
    What.PLAN: PLANNED,
    What.PLAN_YEAR: "План года",
    What.SHARE: DONE,
}
_PASSPORT: Mapping[Said, str] = {
    Said.REGION: "Субъект Российской Федерации",
    Said.OKTMO: "Код ОКТМО",
    Said.PERIOD: "Отчётный период",
    Said.AS_OF: "По состоянию на",
    Said.HEAD: "Подписал: имя",
}
_CALLED: Mapping[str, str] = {
    "школьники": "Школьник",
    "студенты спо": "Студент СПО",
    "студенты вузов": "Студент вуза",
    "студенты вуза": "Студент вуза",
}
_OF_STAFF = "owner"


@dataclass(frozen=True)
class Place:
    """Where the answer to a mark stands among the cells of the gate; else why there is none."""

    key: str = ""
    why: str = ""


@dataclass(frozen=True)
class Answer:
    """What is written for a mark: a value, or «скрыто»; None, and why, where the cell stays empty."""

    value: Shown = None
    why: str = ""

    @property
    def is_hidden(self) -> bool:
        """The gate does not let it out."""
        return self.value is Mark.HIDDEN


def place_of(facts: Facts, asked: Asked) -> Place:
    """The address of what a mark asks for; what makes no sense has none."""
    if isinstance(asked, Said):
        return Place(address("1", _PASSPORT[asked], "Значение"))
    if asked.why:
        return Place(why=asked.why)
    code = _code(facts, asked.code)
    if code is None:
        return Place(why=f"показателя {asked.code} нет")
    if not asked.cut:
        return Place(at(code, _COLUMNS[asked.what]))
    why = _no_cut(code, asked)
    if why:
        return Place(why=why)
    group = _group(facts, asked)
    return Place(key_of(code, asked.cut, group)) if group else Place(why=f"группы «{asked.group}» нет")


def cuts_of(facts: Facts, some: Iterable[Asked]) -> frozenset[tuple[str, str]]:
    """The cuts that must go before the gate for these marks."""
    places = ((one, place_of(facts, one)) for one in some)
    return frozenset((one.code, one.cut) for one, place in places if isinstance(one, Wanted) and one.cut and place.key)


def answer_of(facts: Facts, released: Released, asked: Asked) -> Answer:
    """What is written for a mark, by the cells that the gate has let out."""
    place = place_of(facts, asked)
    if not place.key:
        return Answer(why=place.why)
    value = released.cells().get(place.key)
    if value is None or value in (Mark.NO_DATA, Mark.NOT_MEANT):
        return Answer(why=_why_none(facts, asked, value))
    return Answer(value)


def _code(facts: Facts, code: str) -> str | None:
    """The code as the package has it: of the catalogue, or one of the office's own indicators."""
    if code in BY_ID:
        return code
    own = {code_of(one.indicator.id): one.indicator.id for one in own_figures(facts)}
    return own.get(code)


def _no_cut(code: str, asked: Wanted) -> str:
    """Why an indicator is not told by these groups; empty when it is."""
    if asked.what is not What.FACT:
        return "план и его доля есть только у показателя целиком"
    if asked.cut == STATE:
        return "" if code in STATES else f"{code} по состояниям в форму не выводится"
    if asked.cut == _OF_STAFF:
        return "показатели отдельных сотрудников в форму не выводятся"
    if code not in BY_ID or asked.cut not in BY_ID[code].cuts:
        return f"у показателя {code} нет разреза «{CUTS[asked.cut][0]}»"
    return "" if is_told(code, asked.cut) else "доли по направлениям в форму не выводятся: человек бывает в двух"


def _group(facts: Facts, asked: Wanted) -> str:
    """The group as the registers call it; empty when there is none, or several are called so."""
    wanted, office = fold(asked.group), facts.scene.office
    wanted = fold(_CALLED.get(wanted, wanted))
    if asked.cut == STATE:
        names = set(PARTS.get(asked.code, {}))
    else:
        names = {name for some in office.once(CUTS[asked.cut][1]).values() for name in some}
        names |= set(CATEGORIES) if asked.cut == "category" else set()
    titles = {name: name for name in sorted(names)}
    for key, cut in (("MUN", "municipality"), ("PRIORITY", "priority")):
        if cut == asked.cut and office.has(key):
            table = office.tables[key]
            titles |= {title_in(table, one) or one: one for one in table.ids} | {one: one for one in table.ids}
    alike = [name for title, name in titles.items() if fold(title) == wanted]
    if not alike and asked.cut == "municipality":
        alike = [name for title, name in titles.items() if bare(wanted) and bare(fold(title)) == bare(wanted)]
    return alike[0] if len(set(alike)) == 1 else ""


def _why_none(facts: Facts, asked: Asked, value: Shown) -> str:
    if isinstance(asked, Said):
        return "в паспорте РПО и настройках этого нет"
    if asked.what is not What.FACT:
        return "план не утверждён" if value is Mark.NOT_MEANT else "нет данных"
    why = known_count(facts, asked.code).why
    if asked.cut and not why:
        return "в этой группе никого" if value is Mark.NO_DATA else "на эту дату такой группы нет"
    return f"реестр {why}" if why == NOT_KEPT else why or "нет данных"
