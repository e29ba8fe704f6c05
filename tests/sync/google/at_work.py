"""Which deeds people do in histories: every kind at every step of an update, and many by chance."""

import random
from collections.abc import Sequence

from sync.google.names import REPORTS_TITLE
from sync.google.remembered import Remembered
from tests.sheets_server.hand import ACTIONS, BY_NAME
from tests.sheets_server.hand.grip import Glance
from tests.sheets_server.human import Deed
from tests.sync.google.histories import Act, History
from tests.sync.google.stage import Moment, Stage
from tests.sync.google.verdict import Told, faults_of

KINDS = tuple(action.name for action in ACTIONS)
REGISTER, OURS = "register", "ours"
TARGETS = (REGISTER, OURS)
_OPENING = [
    Deed("type", {"sheet": "Команды и проекты", "cell": f"B{row}", "text": f"Команда у истока {row}"})
    for row in (7, 8, 9)
]
_CLOSING = Deed("type", {"sheet": "Команды и проекты", "cell": "B2", "text": "Команда к концу"})


def opened(stage: Stage) -> Moment:
    """The moment at which histories begin: reports stand, people have made new mistakes, metadata are not known.

    The next update has to read and to write every spreadsheet.
    """
    _furnish(stage)
    stage.update()
    stage.office.type("РПО", "'Состав и обязанности РПО'!D3", "R9 Никто")
    stage.office.type("Команды", "'Команды и проекты'!G5", "Скоро")
    remembered = Remembered(stage.office.folder / "state" / "google.json")
    for spreadsheet_id in stage.office.ids.values():
        remembered.drop(spreadsheet_id)
    return stage.save()


def _furnish(stage: Stage) -> None:
    """What staff keep beside registers: a tab with formulas, merged and coloured cells, a note, a hidden tab, a filter."""
    draft = {"properties": {"sheetId": 700, "title": "Черновик", "gridProperties": {"rowCount": 30, "columnCount": 8}}}
    words: list[list[dict[str, object]]] = [
        [{"userEnteredValue": {"numberValue": row * 10 + at}} for at in range(3)] for row in range(6)
    ]
    words[0][0] |= {"note": "Уточнить"}
    area = {"sheetId": 700, "startRowIndex": 8, "endRowIndex": 10, "startColumnIndex": 0, "endColumnIndex": 3}
    red = {"userEnteredFormat": {"backgroundColor": {"red": 1.0}}}
    stage.office.batch(
        "Команды",
        [
            {"addSheet": draft},
            {"updateCells": {"start": {"sheetId": 700, "rowIndex": 0, "columnIndex": 0}, "rows": [{"values": row} for row in words], "fields": "userEnteredValue,note"}},
            {"mergeCells": {"range": area, "mergeType": "MERGE_ALL"}},
            {"repeatCell": {"range": area, "cell": red, "fields": "userEnteredFormat.backgroundColor"}},
            {"addSheet": {"properties": {"sheetId": 701, "title": "Архив", "hidden": True}}},
            {"setBasicFilter": {"filter": {"range": {"sheetId": 700, "startRowIndex": 0, "endRowIndex": 6}}}},
        ],
    )  # fmt: skip
    stage.office.type("Команды", "'Черновик'!D1", "=SUM(A1:C1)")
    stage.office.type("Команды", "'Черновик'!D2", "=A2*2+B2")
    stage.office.type(REPORTS_TITLE, "'Sheet1'!A1", "Заметки руководителя")


def deed_of(kind: str, target: str, stage: Stage) -> tuple[str, Deed] | None:
    """A deed of this kind at the beginning of histories, in a tab of staff or of ours; None when there is none to do."""
    for book in ("Команды", REPORTS_TITLE):
        present = stage.book(book)
        own = {tab.sheet_id for tab in stage.known(book).tabs if tab.name is not None}
        sheets = [sheet for sheet in present.sheets if (sheet.id in own) == (target == OURS)]
        for sheet in sheets:
            drawn = BY_NAME[kind].draw(Glance(random.Random(f"{kind} {target}"), present, sheet))
            if drawn is not None:
                return book, Deed(kind, {"sheet": sheet.id, **drawn})
    return None


def calls_of_an_update(stage: Stage, start: Moment) -> int:
    """How many calls the first update of a history makes when nobody disturbs it."""
    stage.put_back(start)
    stage.update()
    return sum(stage.around.counts.routes.values())


def at_steps(
    stage: Stage,
    start: Moment,
    deeds: Sequence[tuple[str, Deed]],
    calls: Sequence[int],
    known: dict[object, Told] | None = None,
) -> tuple[list[str], int]:
    """Each deed right before that call of one update (after the last one: when it has ended); faults, cells changed."""
    stage.put_back(start)
    acts = [Act(book, 1, call, deed) for (book, deed), call in zip(deeds, calls, strict=True)]
    history = History(stage, acts)
    for deed in _OPENING:
        history.open("Команды", deed)
    history.play(1)
    return faults_of(history, start, 1, known=known), history.changed


def by_chance(stage: Stage, start: Moment, seed: int) -> tuple[list[str], int]:
    """A history of two to four updates with two to six deeds at random steps; faults, deeds that changed a cell."""
    chance = random.Random(f"history {seed}")
    updates = chance.randrange(2, 5)
    acts = [
        Act(
            chance.choices(("Команды", "РПО", REPORTS_TITLE), (5, 2, 3))[0],
            chance.randrange(1, updates + 1),
            chance.randrange(1, 13),
            seed=f"{seed}/{number}",
        )
        for number in range(chance.randrange(2, 7))
    ]
    stage.put_back(start, seed)
    history = History(stage, [*acts, Act("Команды", updates, 100, _CLOSING)])
    for deed in _OPENING:
        history.open("Команды", deed)
    history.play(updates)
    return faults_of(history, start, updates), history.changed


ROUGH = (
    "clear_column", "replace_table", "rename_header", "merge", "delete_columns", "delete_most_rows", "delete_tab",
    "remake_tab", "rename_tab", "restore_version",
)  # fmt: skip
"""What leaves a register unread or held: done together, so that the consequences of all other deeds are seen."""
TOGETHER = 12


def groups_of(kinds: Sequence[str], turn: int) -> list[list[str]]:
    """The kinds in groups of one history each; every turn in another order."""
    gentle = [kind for kind in kinds if kind not in ROUGH]
    rough = [kind for kind in kinds if kind in ROUGH]
    found = []
    for some in (gentle, rough):
        random.Random(f"groups {turn}").shuffle(some)
        found += [some[at : at + TOGETHER] for at in range(0, len(some), TOGETHER)]
    return found
