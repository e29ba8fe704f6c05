"""The tab «Ведомость» to type marks into: the very layout that validators.marksheet reads back."""

from collections.abc import Mapping, Sequence

from config.registers.participation import ACTIVITY_KINDS, PROG
from reports.forms.form import Attendee, Event, Form
from reports.forms.style import A4, Looks, Tab
from reports.layout import height_of
from reports.sheet import Tone
from validators.grid import column_letters
from validators.marksheet.signs import LEGEND, SIGNS

TAB = PROG.marksheet or "Ведомость"
LISTS_TAB = "Списки"
_BESIDE = ("Код", "Участник", "Команда", "Школа, вуз")
_WIDTHS = (11, 34, 18, 26)
_ONE, _MANY, _FEW = 26, 16, 3
_CODE_ROW, _TITLE_ROW = 2, 3
_SPARE_ROWS = 15
_HINTS = {
    "kind": "Выберите вид занятия из списка.",
    "start": "Пусто — дата берётся из «Плана мероприятий» (факт, а если его нет — план).",
    "organisation": "Код или название площадки из реестра.",
    "mentor": "Код или фамилия, имя, отчество наставника.",
    "proof": "Приказ или код документа.",
}
_ADVICE = (
    f"{LEGEND}. Пустая клетка — записи нет. Заполненный файл положите в папку registers. Новых людей дописывайте снизу."
)


def write_marks(tab: Tab, form: Form, looks: Looks) -> None:
    """Writes the ведомость into an empty tab."""
    left, count = len(_BESIDE), len(form.events)
    wide = _ONE if count <= _FEW else _MANY
    for at, width in enumerate(_WIDTHS):
        tab.set_column(at, at, width)
    tab.set_column(left, left + count - 1, wide)
    names = ("kind", "start", *form.wanted)
    first = _TITLE_ROW + 1 + len(names)
    _top(tab, form, looks, wide)
    for row, name in enumerate(names, _TITLE_ROW + 1):
        _said(tab, row, name, form, looks)
        tab.set_row(
            row, 18 if name != "kind" else max(height_of(one.kind or "", wide, Tone.CELL) for one in form.events)
        )
    last = _people(tab, first, form.people, count, looks)
    tab.data_validation(first, left, last, left + count - 1, _signs())
    tab.ignore_errors({"number_stored_as_text": f"A1:{column_letters(left + count - 1)}{last + 1}"})
    tab.freeze_panes(first, 2)
    _page(tab, count, last)


def list_columns(form: Form) -> Mapping[str, int]:
    """Field → its column in the tab of lists, for those that have something to offer."""
    return {name: at for at, name in enumerate(name for name in form.wanted if form.options.get(name))}


def write_lists(tab: Tab, form: Form) -> None:
    """Writes the long lists of the dropdowns."""
    for name, at in list_columns(form).items():
        tab.write_string(0, at, PROG.by_field[name].heading)
        for row, words in enumerate(form.options[name], 1):
            tab.write_string(row, at, words)
    tab.hide()


def _top(tab: Tab, form: Form, looks: Looks, wide: int) -> None:
    left = len(_BESIDE)
    tab.write_string(0, 0, f"{TAB}: {form.title}", looks["left_title"])
    tab.set_row(0, 24)
    across = min(left + len(form.events) - 1, left + 5)
    tab.merge_range(1, 0, 1, across, f"Отметки: {_ADVICE}", looks["legend"])
    room = sum(_WIDTHS) + wide * (across - left + 1)
    tab.set_row(1, height_of(_ADVICE, room * 0.9, Tone.PLAIN))
    tab.merge_range(_CODE_ROW, 0, _CODE_ROW, left - 1, "Код мероприятия", looks["label"])
    for at, words in enumerate(_BESIDE):
        tab.write_string(_TITLE_ROW, at, words, looks["head_left"])
    for at, event in enumerate(form.events, left):
        tab.write_string(_CODE_ROW, at, event.code, looks["code"])
        tab.write_string(_TITLE_ROW, at, event.title, looks["code"])
    tab.set_row(_TITLE_ROW, max(height_of(event.title, wide * 0.9, Tone.HEAD_CELL) for event in form.events))


def _said(tab: Tab, row: int, name: str, form: Form, looks: Looks) -> None:
    """A row of the head: what it says of each activity, with its dropdown."""
    left = len(_BESIDE)
    label = "Дата" if name == "start" else PROG.by_field[name].heading
    tab.merge_range(row, 0, row, left - 1, label, looks["label"])
    for at, event in enumerate(form.events, left):
        if name == "kind" and event.kind:
            tab.write_string(row, at, event.kind, looks["said"])
        else:
            tab.write_blank(row, at, None, looks[_look(name, event)])
    tab.data_validation(row, left, row, left + len(form.events) - 1, _choice(name, form))


def _look(name: str, event: Event) -> str:
    """What must be filled in is yellow; a day is a day."""
    kinds = [kind for one in PROG.by_field[name].when if one.field == "kind" for kind in one.values]
    if name == "start":
        return "day" if event.start else "wanted"
    return "wanted" if event.kind is None or event.kind in kinds else "said"


def _choice(name: str, form: Form) -> dict[str, object]:
    base = {"ignore_blank": True, "show_error": False, "input_message": _HINTS[name]}
    if name == "kind":
        return {**base, "validate": "list", "source": list(ACTIVITY_KINDS.values)}
    at = list_columns(form).get(name)
    if at is None:
        return {**base, "validate": "any"}
    letters = column_letters(at)
    return {
        **base,
        "validate": "list",
        "source": f"='{LISTS_TAB}'!${letters}$2:${letters}${len(form.options[name]) + 1}",
    }


def _signs() -> dict[str, object]:
    return {"validate": "list", "source": list(SIGNS), "ignore_blank": True, "show_error": False}


def _people(tab: Tab, row: int, people: Sequence[Attendee], count: int, looks: Looks) -> int:
    blank = Attendee("", "", "", "")
    for one in (*people, *(blank for _ in range(_SPARE_ROWS))):
        for at, words in enumerate((one.code, one.name, one.team, one.school)):
            tab.write_string(row, at, words, looks["text"]) if words else tab.write_blank(row, at, None, looks["text"])
        for at in range(len(_BESIDE), len(_BESIDE) + count):
            tab.write_blank(row, at, None, looks["mark"])
        tab.set_row(row, max(18.0, *(height_of(one_cell, width, Tone.CELL) for one_cell, width in _sizes(one))))
        row += 1
    return row - 1


def _sizes(one: Attendee) -> Sequence[tuple[str, int]]:
    return list(zip((one.name, one.team, one.school), _WIDTHS[1:], strict=True))


def _page(tab: Tab, count: int, last: int) -> None:
    if count > _FEW:
        tab.set_landscape()
    tab.set_paper(A4)
    tab.set_margins(left=0.4, right=0.4, top=0.45, bottom=0.6)
    tab.fit_to_pages(1, 0)
    tab.repeat_rows(_CODE_ROW, _TITLE_ROW)
    tab.print_area(0, 0, last, len(_BESIDE) + count - 1)
    tab.set_footer("&L&8&A&R&8Страница &P из &N")
