"""Who has left (X46) is no longer in a team, at its head, or on a site."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from validators.counting.approvals import CLOSED
from validators.counting.count import references
from validators.counting.media import teams_of
from validators.counting.people import LEFT, Person, has_left, people
from validators.office import Office, Scene
from validators.remark import Severity
from validators.rule import Complaint, RowOf, rule

_ON_SITE = ("Профессиональная проба", "Стажировка")
_AT_WORK = "В процессе"


@rule("X46", Severity.ERROR, "Выбывший не числится в команде и на площадке")
def who_has_left_is_nowhere(scene: Scene) -> Iterator[Complaint]:
    """Уберите выбывшего из команды и с площадки или исправьте статус участника, если он не выбыл."""
    office = scene.office
    gone = {one.id: one for one in people(office) if one.status == LEFT and has_left(one, scene.today)}
    if not gone:
        return
    headed = _heads(office)
    for one in gone.values():
        yield from _in_teams(office, one, headed.get(one.id, {}))
    yield from _on_sites(office, gone)


def _heads(office: Office) -> Mapping[str, Mapping[int, str]]:
    """Code of a participant → index of each team at work that he heads → the field that says so."""
    found: dict[str, dict[int, str]] = {}
    if office.has("TEAM"):
        table = office.tables["TEAM"]
        for index in table.counted:
            if table.values["stage"][index] != CLOSED:
                for field in ("leaders", "captain"):
                    for code in references(table.values[field][index]):
                        found.setdefault(code, {})[index] = field
    return found


def _in_teams(office: Office, one: Person, headed: Mapping[int, str]) -> Iterator[Complaint]:
    """One remark at his own cell; where that says nothing of teams, at the cells of the teams."""
    own = [team for team in teams_of(one) if not _is_closed(office, team)]
    when = f" {one.left:%d.%m.%Y}" if one.left else ""
    if own:
        codes = {office.tables["TEAM"].ids[index] for index in headed}
        heads = ", и возглавляет её" if codes & set(own) else ""
        field = "team" if "team" in one.table.values else "teams"
        text = f"Выбыл{when}, но числится в команде {', '.join(own)}{heads}."
        yield Complaint(RowOf(one.table, one.index), field, text)
        return
    for index, field in headed.items():
        role = "капитаном" if field == "captain" else "студентом-лидером или тьютором"
        text = f"{one.id} выбыл{when}, но остаётся {role}."
        yield Complaint(RowOf(office.tables["TEAM"], index), field, text)


def _is_closed(office: Office, code: str) -> bool:
    if not office.has("TEAM"):
        return False
    table = office.tables["TEAM"]
    index = table.index_of.get(code)
    return index is not None and table.values["stage"][index] == CLOSED


def _on_sites(office: Office, gone: Mapping[str, Person]) -> Iterator[Complaint]:
    """A test or an internship that goes on; one whose dates say more than that is spoken of elsewhere (X23)."""
    if not office.has("PROG"):
        return
    table = office.tables["PROG"]
    columns: Mapping[str, Any] = table.values  # Any: columns of many types
    for index in table.counted:
        one = gone.get(str(columns["participant"][index]))
        if one is None or columns["result"][index] != _AT_WORK or columns["kind"][index] not in _ON_SITE:
            continue
        end, start = columns["end"][index], columns["start"][index]
        late = any(isinstance(day, date) and one.left is not None and day > one.left for day in (start, end))
        if not late:
            when = f" {one.left:%d.%m.%Y}" if one.left else ""
            text = f"Участник выбыл{when}, а «{columns['kind'][index]}» всё ещё идёт."
            yield Complaint(RowOf(table, index), "result", text)
