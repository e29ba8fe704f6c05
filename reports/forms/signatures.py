"""The signature list of an event, to print: A4 upright, the heading on every page, pages numbered."""

from collections.abc import Sequence

from reports.forms.form import Attendee, Event, Form
from reports.forms.style import A4, Looks, Tab
from reports.layout import height_of
from reports.sheet import Tone
from reports.wording import NBSP, counted, day

TITLE = "Лист регистрации участников"
TAB = "Лист регистрации"
_HEADINGS = ("№", "Фамилия, имя, отчество", "Команда", "Образовательная организация", "Подпись")
_WIDTHS = (5, 34, 20, 30, 19)
_LAST = len(_WIDTHS) - 1
_ROOM_TO_SIGN = 26.0
_SPARE_LINES = 3


def write_signatures(tab: Tab, form: Form, looks: Looks) -> None:
    """Writes the list into an empty tab. The form has one event."""
    (event,) = form.events
    for at, width in enumerate(_WIDTHS):
        tab.set_column(at, at, width)
    row = _top(tab, form, event, looks)
    heading = row
    tab.set_row(row, 30)
    for at, words in enumerate(_HEADINGS):
        tab.write_string(row, at, words, looks["head"])
    row = _people(tab, row + 1, form.people, looks)
    last = _bottom(tab, row, form, event, looks)
    _page(tab, event, heading, last)


def when(event: Event) -> str:
    """«12.03.2026», «01.12.2025–19.12.2025», with the hour; a line to fill in when the day is not known."""
    if event.start is None:
        return "____________"
    days = day(event.start) + (f"–{day(event.end)}" if event.end else "")
    return f"{days}, {event.time}" if event.time else days


def _top(tab: Tab, form: Form, event: Event, looks: Looks) -> int:
    lines = [
        (TITLE, "title", Tone.TITLE),
        (event.title, "event", Tone.HEADING),
        (f"{event.code} · Дата: {when(event)} · Место: {event.place or '____________________'}", "line", Tone.PLAIN),
        (form.office, "line", Tone.PLAIN),
    ]
    row = 0
    for words, look, tone in lines:
        if words:
            tab.merge_range(row, 0, row, _LAST, words, looks[look])
            tab.set_row(row, max(20.0, height_of(words, sum(_WIDTHS), tone)))
            row += 1
    tab.set_row(row, 8)
    return row + 1


def _people(tab: Tab, row: int, people: Sequence[Attendee], looks: Looks) -> int:
    for number, one in enumerate(people, 1):
        cells = (one.shown, one.team, one.school)
        heights = [height_of(words, width, Tone.CELL) for words, width in zip(cells, _WIDTHS[1:], strict=False)]
        tab.set_row(row, max(_ROOM_TO_SIGN, *heights))
        tab.write_number(row, 0, number, looks["number"])
        for at, words in enumerate(cells, 1):
            tab.write_string(row, at, words, looks["cell"])
        tab.write_blank(row, _LAST, None, looks["cell"])
        row += 1
    for _ in range(_SPARE_LINES):
        tab.set_row(row, _ROOM_TO_SIGN)
        for at in range(_LAST + 1):
            tab.write_blank(row, at, None, looks["cell"])
        row += 1
    return row


def _bottom(tab: Tab, row: int, form: Form, event: Event, looks: Looks) -> int:
    people = counted(len(form.people), "человек", "человека", "человек")
    tab.set_row(row, 26)
    tab.write_string(row, 0, f"В списке: {people}. Присутствовало:{NBSP}__________", looks["plain"])
    row += 1
    tab.set_row(row, 34)
    tab.write_string(row, 0, "Ответственный:", looks["plain"])
    tab.write_string(row, 2, "", looks["rule"])
    tab.write_string(row, 3, event.responsible, looks["rule"])
    tab.write_string(row + 1, 2, "подпись", looks["under"])
    tab.write_string(row + 1, 3, event.post or "должность, фамилия", looks["under"])
    return row + 1


def _page(tab: Tab, event: Event, heading: int, last: int) -> None:
    tab.hide_gridlines(2)
    tab.set_portrait()
    tab.set_paper(A4)
    tab.set_margins(left=0.6, right=0.4, top=0.5, bottom=0.65)
    tab.fit_to_pages(1, 0)
    tab.center_horizontally()
    tab.repeat_rows(heading)
    tab.print_area(0, 0, last, _LAST)
    tab.set_footer(f"&L&8{event.code}&R&8Страница &P из &N")
