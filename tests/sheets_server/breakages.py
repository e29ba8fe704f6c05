"""Deliberate breakages of the server: each is a way in which it could be wrong, with the tests that must notice."""

from dataclasses import replace
from functools import partial

from tests.sheets_server.breaking import Breakage, Function
from tests.sheets_server.lookup import found as find
from tests.sheets_server.plain import Json, Value
from tests.sheets_server.ranges import GridRange
from tests.sheets_server.tokens import DRIVE_SCOPE


def _keeps(place: str, name: str, right: Function) -> Function:
    """Puts back what the function has changed; the argument at that place holds it under that name."""
    index = ("book", "sheet").index(place)

    def wrong(*arguments: Value, **more: Value) -> Value:
        old = getattr(arguments[index], name)
        found = right(*arguments, **more)
        setattr(arguments[index], name, old)
        return found

    return wrong


def _does_nothing(_right: Function) -> Function:
    return lambda *_arguments, **_more: None


def _edits_the_original(right: Function) -> Function:
    def wrong(world: Value, book_id: str, email: str | None) -> Value:
        found = right(world, book_id, email)
        found.book = world.books[book_id]
        return found

    return wrong


def _nulls_are_empty(right: Function) -> Function:
    def wrong(edit: Value, sheet: Value, area: Value, rows: list[list[Value]], *more: Value) -> Value:
        return right(edit, sheet, area, [["" if each is None else each for each in row] for row in rows], *more)

    return wrong


def _from_column_a(right: Function) -> Function:
    def wrong(*arguments: Value) -> Value:
        found = right(*arguments)
        return found and found._replace(left=0)

    return wrong


def _padded(right: Function) -> Function:
    def wrong(book: Value, sheet: Value, area: Value, rendering: Value) -> Json:
        found: Json = right(book, sheet, area, rendering)
        rows = [[*row, *[""] * (area.columns - len(row))] for row in found.get("values", [])]
        return found | {"values": rows + [[""] * area.columns] * (min(area.rows, 50) - len(rows))}

    return wrong


def _hidden_values_stay(right: Function) -> Function:
    def wrong(edit: Value, request: Json) -> None:
        sheet, area = edit.place(request["range"])
        old = {place: sheet.cell(place) for place in area.positions()}
        right(edit, request)
        for place, cell in old.items():
            sheet.put(place, cell)

    return wrong


def _sheet_0_is_named(_right: Function) -> Function:
    def wrong(self: GridRange) -> Json:
        bounds = {
            "startRowIndex": self.top,
            "endRowIndex": self.bottom,
            "startColumnIndex": self.left,
            "endColumnIndex": self.right,
        }
        return {"sheetId": self.sheet_id} | {key: value for key, value in bounds.items() if value is not None}

    return wrong


def _counted_after_the_move(right: Function) -> Function:
    def wrong(edit: Value, sheet: Value, index: int) -> None:
        here = edit.book.sheets.index(sheet)
        right(edit, sheet, min(index + 1, len(edit.book.sheets)) if index > here else index)

    return wrong


def _not_clipped(_right: Function) -> Function:
    def wrong(book: Value, text: str) -> Value:
        sheet, wanted = find(book, text)
        return sheet, wanted.area(max(sheet.rows, wanted.bottom or 0), max(sheet.columns, wanted.right or 0))

    return wrong


def _in_american(place: int, right: Function) -> Function:
    def wrong(*arguments: Value, **more: Value) -> Value:
        changed = [*arguments]
        changed[place] = "en_US"
        return right(*changed, **more)

    return wrong


def _says_when_to_come_back(right: Function) -> Function:
    def wrong(*arguments: Value) -> Value:
        found = right(*arguments)
        found.headers["Retry-After"] = "30"
        return found

    return wrong


def _notes_are_cleared_too(right: Function) -> Function:
    def wrong(edit: Value, text: str) -> Value:
        found = right(edit, text)
        sheet, wanted = find(edit.book, text)
        for place in [each for each in sheet.cells if sheet.area(wanted).holds(each)]:
            sheet.put(place, {})
        return found

    return wrong


def _everybody_reads(right: Function) -> Function:
    return lambda *arguments: max(right(*arguments), 1)


def _readers_write(right: Function) -> Function:
    return lambda world, book_id, email, **_more: right(world, book_id, email)


def _changed_token(right: Function, **changed: Value) -> Function:
    def wrong(text: str | None) -> Value:
        found = right(text)
        return found and replace(found, **changed)

    return wrong


def _never_after(right: Function) -> Function:
    def wrong(*arguments: Value) -> Value:
        found = right(*arguments)
        return found and found._replace(after=False)

    return wrong


def _without(name: str, right: Function) -> Function:
    def wrong(edit: Value, request: Json) -> Value:
        return right(edit, {key: value for key, value in request.items() if key != name})

    return wrong


def _owners_too(_right: Function) -> Function:
    return lambda edit, protection: edit.email in protection.get("editors", {}).get("users", [])


BREAKAGES: tuple[Breakage, ...] = (
    Breakage("a batch that fails keeps what its first requests did", "world:World.edit", _edits_the_original,
             ("test_batch.py::test_a_batch_that_fails_at_its_last_request_changes_nothing",)),
    Breakage("empty replies are left out", "batch:perform", lambda right: lambda *a: [each for each in right(*a) if each],
             ("test_batch.py::test_every_request_has_a_reply_even_an_empty_one",)),
    Breakage("unknown names in a body are passed over", "proto:_Reader._unknown", _does_nothing,
             ("test_batch.py::test_a_wrong_request_is_refused_in_googles_words",)),
    Breakage("null overwrites a cell", "writing:_put", _nulls_are_empty,
             ("test_values.py::test_null_skips_a_cell_and_an_empty_text_clears_it",)),
    Breakage("a second sheet of the same title is accepted", "requests.sheets:_check_title", _does_nothing,
             ("test_batch.py::test_a_wrong_request_is_refused_in_googles_words",)),
    Breakage("all sheets can be hidden", "requests.sheets:_check_visible", _does_nothing,
             ("test_sheets.py::test_the_last_sheet_that_is_seen_stays_in_sight",)),
    Breakage("the index of a sheet is counted after the move", "requests.sheets:move", _counted_after_the_move,
             ("test_contract_grids.py::test_the_index_of_a_sheet_is_counted_before_the_move",)),
    Breakage("a spreadsheet grows past ten million cells", "requests.sheets:_check_size", _does_nothing,
             ("requests/test_kinds.py::test_ten_million_cells_are_the_limit",)),
    Breakage("append does not shift to the last table", "tables:last_table", _from_column_a,
             ("test_append.py::test_append_shifts_to_the_last_block_of_the_row",)),
    Breakage("sheet 0 is named in ranges", "ranges:GridRange.json", _sheet_0_is_named,
             ("test_ranges.py::test_sheet_0_is_left_out_and_an_index_of_0_is_not",)),
    Breakage("an answered range is not clipped to the grid", "lookup:bounded", _not_clipped,
             ("test_values.py::test_a_range_is_answered_by_its_canonical_name",)),
    Breakage("empty cells at the end are answered", "values:value_range", _padded,
             ("test_values.py::test_a_range_is_answered_by_its_canonical_name",)),
    Breakage("values wider than their range are written", "writing:_fits", _does_nothing,
             ("test_values.py::test_writing_past_a_range_is_refused_and_changes_nothing",)),
    Breakage("clearing values takes notes and formats too", "writing:clear", _notes_are_cleared_too,
             ("test_values.py::test_clearing_takes_values_and_leaves_notes_and_formats",)),
    Breakage("fields outside of the mask are lost", "masks:updated", lambda _right: lambda _old, new, _mask: new,
             ("requests/test_kinds.py::test_only_masked_fields_of_a_cell_change",)),
    Breakage("colours are kept exactly", "colours:quantised", lambda _right: lambda colour: colour,
             ("requests/test_kinds.py::test_a_colour_is_kept_in_eight_bits_and_told_twice",)),
    Breakage("a merge keeps the values that it hides", "requests.merges:merge", _hidden_values_stay,
             ("requests/test_kinds.py::test_a_merge_keeps_the_first_value_and_drops_the_rest",)),
    Breakage("empty cells are sorted like values", "requests.sorting:_rank",
             lambda right: lambda *a: right(*a) or (9, 0.0, ""),
             ("requests/test_kinds.py::test_empty_cells_are_last_in_both_orders",)),
    Breakage("a search takes parts of a cell for the whole", "requests.finding:find_replace",
             partial(_without, "matchEntireCell"),
             ("test_finding.py::test_what_is_found_and_what_the_reply_counts",)),
    Breakage("what hangs on a copied tab points at the original", "pointing:pointed", lambda _right: lambda sheet, _id: sheet.copy(),
             ("test_copies.py::test_everything_on_the_copy_is_its_own",)),
    Breakage("rows put in do not make the grid larger", "shifts:_resize", _does_nothing,
             ("test_sheets.py::test_rows_put_in_make_the_grid_larger_and_rows_taken_out_smaller",)),
    Breakage("merges stay where they were when rows are put in", "shifts:shift", partial(_keeps, "sheet", "merges"),
             ("test_shifts.py::test_rows_put_in_above_move_all_of_it_down",)),
    Breakage("names stay where they were when rows are put in", "shifts:shift", partial(_keeps, "book", "named"),
             ("test_shifts.py::test_rows_put_in_above_move_all_of_it_down",)),
    Breakage("protections stay where they were when rows are put in", "shifts:shift",
             partial(_keeps, "sheet", "protected"),
             ("test_shifts.py::test_rows_put_in_above_move_all_of_it_down",)),
    Breakage("metadata outlives its row", "shifts:_metadata", lambda right: lambda entry, *a: right(entry, *a) or entry,
             ("test_shifts.py::test_a_row_taken_out_takes_its_metadata_and_leaves_the_rest_shorter",)),
    Breakage("formulas do not follow their cells", "engine:shift_formulas", _does_nothing,
             ("test_contract_grids.py::test_formulas_of_cells_rules_and_formats_follow_the_rows_put_in",)),
    Breakage("what is typed is read as in America", "engine:typed", partial(_in_american, 1),
             ("test_human.py::test_what_is_typed_is_read_in_the_locale_of_the_spreadsheet",)),
    Breakage("values are shown as in America", "engine:shown", partial(_in_american, 2),
             ("test_contract_grids.py::test_typed_input_is_read_and_shown_in_russian",)),
    Breakage("a change does not make the version higher", "world:World.touch", _does_nothing,
             ("test_drive.py::test_every_change_makes_the_version_higher_and_a_read_does_not",)),
    Breakage("protections stop nobody", "edit:Edit.writes", _does_nothing,
             ("test_protected_ranges.py::test_no_writing_of_values_changes_protected_cells",)),
    Breakage("protections stop the owner, and a warning stops people", "edit:Edit.passes", _owners_too,
             ("test_protected_ranges.py::test_a_warning_stops_no_program",)),
    Breakage("cells left free in a protected tab are protected", "ranges:Area.less", lambda _right: lambda area, _hole: [area],
             ("test_protected_ranges.py::test_cells_left_free_inside_a_protected_tab_can_be_written",)),
    Breakage("strangers may read", "world:World.rank", _everybody_reads,
             ("test_identities.py::test_who_may_read_and_who_may_write",)),
    Breakage("readers may write", "world:World.book", _readers_write,
             ("test_identities.py::test_who_may_read_and_who_may_write",)),
    Breakage("a token never runs out", "tokens:read", partial(_changed_token, expires=float("inf")),
             ("test_identities.py::test_a_signed_statement_gets_a_token_that_lasts_an_hour",)),
    Breakage("every token is good for everything", "tokens:read", partial(_changed_token, scopes=(DRIVE_SCOPE,)),
             ("test_identities.py::test_a_token_is_good_for_its_scopes_only",)),
    Breakage("a revoked key still gets tokens", "tokens:_check_signature", _does_nothing,
             ("test_identities.py::test_a_revoked_key_gets_no_further_token_but_the_present_one_lasts",)),
    Breakage("there is no quota", "quota:Quota.take", _does_nothing,
             ("test_quota.py::test_a_user_has_sixty_reads_and_sixty_writes_a_minute",)),
    Breakage("429 says when to come back", "quota:exceeded", _says_when_to_come_back,
             ("test_quota.py::test_no_refusal_says_when_to_come_back",)),
    Breakage("a call that looks failed never took effect", "faults:Faults._drawn", _never_after,
             ("test_faults.py::test_a_refusal_before_its_effect_and_after_it",)),
    Breakage("nobody counts what took effect after all", "faults:Faults.took", _does_nothing,
             ("test_faults.py::test_a_sweep_fails_its_share_of_calls_and_half_of_those_take_effect[0.5]",)),
    Breakage("an undo takes back what programs did too", "hand.past:_changed", lambda _right: lambda *_a: True,
             ("test_human.py::test_an_undo_leaves_what_programs_did_meanwhile",)),
)  # fmt: skip
