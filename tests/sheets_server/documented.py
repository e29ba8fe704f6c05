"""What Google's description says, so that a test can cite it and notice when it is said no more."""

from tests.sheets_server.discovery import SHEETS, document
from tests.sheets_server.plain import Json


def told(where: str, sentence: str) -> None:
    """Demands that the description says so: of a message (`MergeCellsRequest`), a field of it
    (`SheetProperties.index`) or a method (`spreadsheets.batchUpdate`).
    """
    assert sentence in _description(where), f"{where} doesn't say: {sentence}"


def _description(where: str) -> str:
    description: Json = document(SHEETS)
    first, _, rest = where.partition(".")
    if first in description["schemas"]:
        message: Json = description["schemas"][first]
        return str((message["properties"][rest] if rest else message)["description"])
    found: Json = description
    *resources, method = where.split(".")
    for name in resources:
        found = found["resources"][name]
    return str(found["methods"][method]["description"])
