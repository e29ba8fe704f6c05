"""What staff answered in the service's tabs «Соответствия» and «Замечания»: read back before they are written again."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from config.cells.text import fold, tidy
from config.codes import fold_code
from config.columns import Raw
from config.imports import key_of_name
from config.registers import REGISTERS
from reports.list_seal import HEADING, seal_of
from reports.naming import REMARKS
from reports.pairs import PAIR, WHO
from reports.pairs import WHERE as REGISTERS_OF_PAIR
from reports.questions import ANSWER, OF_PEOPLE, SPELLING, WHERE, WORKBOOK
from reports.reader import OWN
from reports.row_mark import plain
from reports.strangers import EXPORT, MARK
from sync.before import Before, Edit
from sync.google.names import REPORTS_TITLE, is_in_google, parted
from sync.leave_tabs import page_of, said_above
from sync.plan import Stands
from sync.shelves.shelves import Shelves
from validators.grid import Grid

ANSWERED = (f"{WORKBOOK}.xlsx", f"{OF_PEOPLE}.xlsx")
"""Workbooks of the folder that are made for answers alone."""
_UNHEARD = (
    "файл не читается, а сотрудники могли в нём ответить, поэтому он оставлен как есть: закройте его, сохраните заново "
    "или удалите, и сервис сделает его снова"
)


def with_answers(shelves: Shelves, before: Before) -> Before:
    """The memory with what staff answered since the last update, and which files could be read for that."""
    names = [name for name in dict.fromkeys((*ANSWERED, *sorted(before.files))) if takes_answers(name)]
    standing = shelves.standing(names)
    answers, edits, read = dict(before.answers) | dict(before.begun.answers), list[Edit](), dict[str, str]()
    for name, stands in standing.items():
        if stands.digest is None or stands.digest == before.files.get(name):
            continue
        grids = shelves.present(name)
        if grids:
            answers |= read_answers(grids)
            edits += [edit for grid in grids for edit in page_of(grid).edits]
            read[name] = stands.digest
    return replace(before, answers=answers, edits=(*_heard_before(before, standing, edits), *edits), heard=read)


def _heard_before(before: Before, standing: Mapping[str, Stands], edits: Sequence[Edit]) -> Iterator[Edit]:
    """What a killed update heard and did not live to record, where the file in which it stood is there no more.

    What staff have typed in the same place since goes over it.
    """
    first: dict[str, str | None] = {}
    for one in before.intents:  # of several killed updates the later ones found what the earlier ones had put
        first.setdefault(one.target, one.was)
    untouched = {target for target, was in first.items() if standing.get(target, Stands()).digest == was}
    since = {(one.fingerprint, one.place) for one in edits}
    for edit in before.begun.edits:
        if edit.place.rpartition("#")[0] not in untouched and (edit.fingerprint, edit.place) not in since:
            yield edit


def heard(standing: Mapping[str, Stands], before: Before) -> dict[str, Stands]:
    """What stands, with the files left as they are in which staff may have answered and nobody has read it."""
    return {
        name: replace(one, blocked=_UNHEARD) if _unheard(name, one, before) else one for name, one in standing.items()
    }


def _unheard(name: str, stands: Stands, before: Before) -> bool:
    if stands.digest is None or stands.blocked or name not in before.files or not takes_answers(name):
        return False
    return stands.digest not in {before.files[name], before.heard.get(name)}


def takes_answers(name: str) -> bool:
    """Staff answer in the workbooks of questions and of remarks, in the folder or as tabs in the table of reports."""
    if is_in_google(name):
        return parted(name)[0] == REPORTS_TITLE
    return name in ANSWERED or name == f"{REMARKS}.xlsx" or name.startswith(OWN)


def only_answers(grids: Sequence[Grid]) -> bool:
    """Nothing was typed into the tabs but answers, and each of them has been understood: no copy need be kept."""
    return bool(grids) and all(page_of(grid).is_clean or _is_clean_list(grid) for grid in grids)


def _is_clean_list(grid: Grid) -> bool:
    """Nothing but answers was typed into a list of questions: all else is as its seal says."""
    for what, where, said, _ in _LISTS:
        start, places = _heading(grid, {what, where, said})
        seal = next((head for head in places if head.startswith(f"{HEADING} ")), "")
        if seal:
            fields = {head: at for head, at in places.items() if head != seal}
            lines = [_asked(row, fields, said) for row in grid.rows[start:] if any(map(plain, row))]
            found = seal_of(said_above(grid.rows[: start - 1]), fields, lines)
            return all(lines) and seal == f"{HEADING} {found}"
    return False


def _asked(row: Sequence[Raw], places: Mapping[str, int], said: str) -> list[tuple[str, Raw]]:
    """What a row asks, with what was typed beside it; nothing when there is but an answer."""
    heads = {at: head for head, at in places.items() if head != said}
    answer = places[said]
    return [(heads.get(at, ""), cell) for at, cell in enumerate(row) if at != answer and plain(cell)]


def read_answers(grids: Iterable[Grid]) -> dict[tuple[str, str], str]:
    """(register key, folded spelling) → code, from the tabs in which staff answer."""
    answers: dict[tuple[str, str], str] = {}
    for grid in grids:
        answers |= _answers(grid)
    return answers


def _answers(grid: Grid) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for what, where, said, keys_of in _LISTS:
        start, places = _heading(grid, {what, where, said})
        for row in grid.rows[start:] if places else ():
            cells = [row[places[name]] if places[name] < len(row) else None for name in (what, where, said)]
            spelling, place, answer = (tidy(cell) if isinstance(cell, str) else "" for cell in cells)
            code = fold_code(answer.split(" · ")[0]) or answer.split(" · ")[0]
            if spelling and code:
                found |= {(key, fold(spelling)): code for key in keys_of(place)}
    return found


def _registers(where: str) -> list[str]:
    keys = {register.tab: register.key for register in REGISTERS}
    return [keys[tab] for tab in where.split("; ") if tab in keys]


def _export(where: str) -> list[str]:
    return [key_of_name(where)] if where else []


_LISTS: tuple[tuple[str, str, str, Callable[[str], list[str]]], ...] = (
    (SPELLING, WHERE, ANSWER, _registers),
    (MARK, EXPORT, ANSWER, _export),
    (PAIR, REGISTERS_OF_PAIR, WHO, _registers),
)
"""The lists in which staff answer: headings of what is asked, of where it stands and of the answer; keys of a place."""


def _heading(grid: Grid, wanted: set[str]) -> tuple[int, dict[str, int]]:
    for index, row in enumerate(grid.rows):
        if wanted <= set(row):
            return index + 1, {str(cell): at for at, cell in enumerate(row) if cell}
    return 0, {}
