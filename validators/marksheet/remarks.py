"""The remarks on a ведомость: at the head for a whole column, at the name for a row, at the mark for a mark."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from config.cells.text import as_text, fold, tidy
from config.columns import Column, Raw, Reading
from config.registers.participation import ACTIVITY_KINDS, PROG, TOOK_PLACE
from config.settings import Keeping
from validators.catalogue import FAULTS
from validators.grid import Grid, cell_name
from validators.marksheet.activities import Known
from validators.marksheet.head import Head
from validators.marksheet.labels import folded, labels, plan_code
from validators.marksheet.people import Line
from validators.office import Table
from validators.remark import UNDERSTOOD, Place, Remark, Severity
from validators.words import reading_words

_SLIPPED_ROWS, _SLIPPED_SHARE = 4, 0.1
"""From so many rows, and so large a share, on names that stand by other codes are one fault (decisions.md 27)."""

_SHORT_MARK = 4
_UNCOUNTED = " Отметки столбца не учтены."
_LAYOUT = "Над отметками нужны строка кодов мероприятий (МР-0001) и под ней строка «Код», «Участник», названия."


def headless(grid: Grid, keeping: Keeping) -> Remark | None:
    """What is said of a tab that is titled «Ведомость» and has no head of one; None for an empty tab.

    A sheet of another kind («Ведомость выдачи призов») is only a warning: it never stops the register.
    """
    if grid.is_empty:
        return None
    place = Place(PROG.key, None, None, None, None, grid.source)
    title, word = tidy(grid.tab or PurePosixPath(grid.file).stem), fold(PROG.marksheet or "")
    if any(plan_code(cell) for row in grid.rows for cell in row):
        text = f"На листе «{title}» не найдено, чьи это отметки: нет столбца «Код» или «Участник»."
        return Remark("S3", Severity.CRITICAL, place, text, _LAYOUT)
    people = any(key in labels(keeping).people for row in grid.rows for _, key in folded(row))
    ours = fold(title) == word or any(plan_code(part) for part in title.split())
    text = f"На листе «{title}» не найдена строка с кодами мероприятий."
    if people and ours:
        return Remark("S2", FAULTS["S2"].severity, place, text, _LAYOUT)
    advice = f"{_LAYOUT} Если это не ведомость прохождения, назовите лист иначе."
    return Remark("S2", Severity.WARNING, place, f"{text} Лист не прочитан.", advice)


class Teller:
    """Makes the remarks on one ведомость."""

    def __init__(self, grid: Grid, head: Head) -> None:
        """`head` is the head of the tab."""
        self.grid = grid
        self.head = head

    def unread(self) -> Iterator[Remark]:
        """Columns that hold something and have no code above."""
        for at in self.head.unread:
            cell = cell_name(self.head.code_row, at)
            place = self._place(self.head.code_row, at, "Мероприятие", f"?{cell}")
            text = f"Столбец {cell} не прочитан: над ним нет кода мероприятия."
            advice = "Впишите код из «Плана мероприятий», например МР-0001; если мероприятия в плане нет — «вне плана»."
            yield Remark("S3", FAULTS["S3"].severity, place, text, advice)

    def on_people(self, lines: Sequence[Line]) -> Iterator[Remark]:
        """Participants that can't be read, once a row."""
        column = PROG.by_field["participant"]
        for line in lines:
            for typed in line.faulty:
                if typed.reading.code in UNDERSTOOD and not self.grid.typed:
                    continue
                severity, text, advice = reading_words(typed.reading, None, column)
                if line.person is None:
                    severity, text = Severity.CRITICAL, f"{text} Отметки строки не учтены."
                place = self._place(line.row, typed.column, column.heading, f"?{line.key}")
                yield Remark(typed.reading.code or "C02", severity, place, text, advice)
            if line.person is None and not line.faulty:
                place = self._place(line.row, line.who.column, column.heading, f"?{line.key}")
                text = "Не указан участник. Отметки строки не учтены."
                yield Remark("C01", Severity.CRITICAL, place, text, "Впишите код участника или фамилию, имя, отчество.")

    def on_names(self, lines: Sequence[Line], known: Mapping[str, Table[Any]]) -> Iterator[Remark]:
        """Codes that belong to others than the names beside them: a warning a row, or one for a column that slipped."""
        compared = [(line, surname) for line in lines if line.beside and (surname := _surname(line, known))]
        strange = [line for line, surname in compared if f" {fold(surname)} " not in f" {fold(line.beside or '')} "]
        column = PROG.by_field["participant"].heading
        advice = "Проверьте, не сдвинут и не отсортирован ли один столбец без остальных: код и имя — одного человека."
        if len(strange) >= _SLIPPED_ROWS and len(strange) >= _SLIPPED_SHARE * len(compared):
            first = strange[0]
            place = self._place(first.row, first.who.column, column, "?slipped")
            text = f"Коды и имена разошлись в строках: {len(strange)}, первая — {first.row}. Лист не прочитан."
            yield Remark("C12", Severity.CRITICAL, place, text, advice)
            return
        for line in strange:
            place = self._place(line.row, line.who.column, column, f"?{line.key}")
            text = f"Код {line.person} в реестре не у того, кто назван рядом. Отметки учтены по коду."
            yield Remark("C12", Severity.WARNING, place, text, advice)

    def on_mark(self, known: Known, line: Line, raw: Raw, reading: Reading) -> Remark:
        """A mark that can't be read. Words are not repeated: they may tell of somebody's health."""
        column = PROG.by_field["result"]
        shown = raw if len(as_text(raw)) <= _SHORT_MARK else None
        severity, text, advice = reading_words(reading, shown, column)
        place = self._place(line.row, known.activity.column, column.heading, f"?{line.key}{known.key}")
        return Remark(reading.code or "C03", severity, place, text, advice)

    def on_head(self, known: Known, results: Collection[str], *, marked: bool) -> Iterator[Remark]:
        """Cells of the head that can't be read; and, under which marks stand, those that are not there."""
        for name, said, reading in known.faults:
            if reading.code in UNDERSTOOD and not self.grid.typed:
                continue
            severity, text, advice = reading_words(reading, said.raw, PROG.by_field[name])
            if name == "kind" and reading.value is None and marked:
                severity, text = Severity.CRITICAL, text + _UNCOUNTED
            yield self._on_column(known, name, (reading.code or "C02", severity, text, advice))
        if not marked:
            return
        if known.values["kind"] is not None:
            yield from self._wanting(known, results)
        elif known.is_blank("kind"):
            yield self._unknown_kind(known)

    def _unknown_kind(self, known: Known) -> Remark:
        kinds = " · ".join(ACTIVITY_KINDS.values)
        verb = "Выберите вид занятия" if "kind" in self.head.rows else "Добавьте под названиями строку «Вид» и выберите"
        advice = f"{verb}: {kinds}."
        if known.planned is False:
            text = f"Мероприятия {known.activity.code} нет в плане, поэтому вид занятия неизвестен.{_UNCOUNTED}"
            return self._on_column(known, "event", ("X01", Severity.CRITICAL, text, f"Исправьте код. {advice}"))
        title = known.values["title"]
        told = f"по названию «{title}» его не понять" if title else "нет и названия"
        text = f"Не указан вид занятия: {told}.{_UNCOUNTED}"
        return self._on_column(known, "kind", ("C01", Severity.CRITICAL, text, advice))

    def _wanting(self, known: Known, results: Collection[str]) -> Iterator[Remark]:
        told = {name for name, *_ in known.faults}
        for name in _wanted(known, results):
            if known.values[name] is None and name not in told:
                yield self._absent(known, PROG.by_field[name])

    def _absent(self, known: Known, column: Column) -> Remark:
        row = f"строку «{column.heading}»"
        verb = f"Впишите в {row}" if column.field in self.head.rows else f"Добавьте под названиями {row} и впишите"
        otherwise = " или дополните «План мероприятий»" if column.field in {"title", "start"} else ""
        text = f"Не указано «{column.heading}» у мероприятия {known.activity.code or 'вне плана'}."
        advice = f"{verb} значение{otherwise}."
        return self._on_column(known, column.field, ("C01", FAULTS["C01"].severity, text, advice))

    def _on_column(self, known: Known, name: str, words: tuple[str, Severity, str, str]) -> Remark:
        code, severity, text, advice = words
        place = self._place(
            known.row_of(name, self.head), known.activity.column, PROG.by_field[name].heading, f"?{known.key}"
        )
        return Remark(code, severity, place, text, advice)

    def _place(self, row: int, at: int, heading: str, key: str) -> Place:
        return Place(PROG.key, None, row, heading, cell_name(row, at), self.grid.source, key)


def _surname(line: Line, known: Mapping[str, Table[Any]]) -> str | None:
    """The surname that the registers of people know under the code of a row."""
    for table in known.values():
        index = table.index_of.get(line.person or "")
        if index is not None and "surname" in table.values:
            surname = table.values["surname"][index]
            return surname if isinstance(surname, str) else None
    return None


def _wanted(known: Known, results: Collection[str]) -> Iterator[str]:
    """The fields that the head must say: title and day of what took place, and what the kind of activity asks for."""
    if known.planned is not False:
        yield "title"
        if any(result in TOOK_PLACE for result in results):
            yield "start"
    for column in PROG.columns:
        kinds = [kind for one in column.when if one.field == "kind" for kind in one.values]
        if column.field in known.values and known.values["kind"] in kinds:
            yield column.field
