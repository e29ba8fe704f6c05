"""Drop-downs and other rules of what may be typed into cells."""

from tests.sheets_server.edit import Edit
from tests.sheets_server.errors import Refused
from tests.sheets_server.plain import Json, without


def set_rule(edit: Edit, request: Json) -> None:
    """setDataValidation: without a rule the cells lose theirs."""
    sheet, area = edit.place(request.get("range", {}))
    edit.writes(sheet, area)
    rule: Json | None = request.get("rule")
    if rule is not None:
        check(rule)
    for position in area.positions():
        cell = without(sheet.cell(position), "dataValidation")
        sheet.put(position, cell | ({"dataValidation": rule} if rule else {}))


def check(rule: Json) -> None:
    """Refuses a rule whose condition lacks what it compares with."""
    condition: Json = rule.get("condition", {})
    kind = condition.get("type", "CONDITION_TYPE_UNSPECIFIED")
    given = [each.get("userEnteredValue", "") for each in condition.get("values", [])]
    if kind == "CONDITION_TYPE_UNSPECIFIED":
        raise Refused("No condition type specified.")
    if kind == "ONE_OF_LIST" and not given:
        raise Refused("BooleanCondition.values must not be empty for ONE_OF_LIST.")
    if kind in {"ONE_OF_RANGE", "CUSTOM_FORMULA"} and not (len(given) == 1 and given[0].startswith("=")):
        raise Refused(f"Invalid ConditionValue.userEnteredValue: {given[0] if given else ''}")
