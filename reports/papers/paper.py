"""A template × the rows of a register: one paper of all of them, or one for each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from config.columns import Column, Privacy
from config.errors import UsageError
from reports.facts import Facts
from reports.papers.choice import Chosen
from reports.papers.consent import names_people, no_consent, no_transfer
from reports.papers.marks import TemplateFaultError, fill
from reports.papers.office_marks import COUNT_MARK, PEOPLE_MARK, ROWS_MARK, office_headings, office_marks
from reports.papers.row import marks_of, row_marks, spaced
from reports.papers.used import Path, used_marks
from reports.papers.value import Value
from validators.office import Table


@dataclass(frozen=True)
class Paper:
    """A paper ready to be written. `code` is the row it speaks of, "" for a list; `blank` — marks without a value."""

    code: str
    data: bytes
    blank: tuple[str, ...] = ()


@dataclass(frozen=True)
class Order:
    """What is made: the template of these bytes, for these rows of the table; `outside` — it leaves the office."""

    facts: Facts
    table: Table[Any]
    template: bytes
    chosen: Chosen
    outside: bool = False

    @cached_property
    def _common(self) -> Mapping[str, Value]:
        return office_marks(self.facts)

    @cached_property
    def used(self) -> frozenset[Path]:
        """The marks of the template. Raises TemplateFaultError for one that is unknown or out of place."""
        row = self._row(self.chosen.rows[0])
        sample: dict[str, object] = {
            **self._common,
            **row,
            PEOPLE_MARK: [row],
            ROWS_MARK: [row],
            COUNT_MARK: Value("1"),
        }
        used = used_marks(self.template, sample, self._headings)
        own = sorted({path[0] for path in used} & set(row) - set(self._common))
        if own and any(path[0] in {PEOPLE_MARK, ROWS_MARK} for path in used):
            raise TemplateFaultError(
                f"В шаблоне списка метка «{own[0]}» стоит вне строк списка: чья она, неизвестно.",
                advice=f"Внутри строк списка пишите {{{{ человек.{own[0]} }}}}.",
            )
        return used

    @property
    def is_list(self) -> bool:
        """One paper tells of all rows."""
        return any(path[0] in {PEOPLE_MARK, ROWS_MARK} for path in self.used)

    def check_outside(self) -> None:
        """Raises UsageError for a mark that no consent of the register allows to give away."""
        for mark, column in sorted(self._shown().items()):
            who = self._may_not_leave(column)
            if who:
                raise UsageError(f"Метку «{mark}» нельзя выдать наружу: {who}.", advice="Уберите её из шаблона.")

    def papers(self) -> Iterator[Paper]:
        """The papers, one by one. Raises TemplateFaultError."""
        if self.is_list:
            rows = [self._row(index) for index in self.chosen.rows]
            many = {PEOPLE_MARK: rows, ROWS_MARK: rows, COUNT_MARK: Value(str(len(rows)))}
            yield Paper("", fill(self.template, {**self._common, **many}, self._headings))
            return
        for index in self.chosen.rows:
            context = {**self._common, **self._row(index), COUNT_MARK: Value("1")}
            blank = tuple(sorted({path[0] for path in self.used if not context.get(path[0], "-")}))
            yield Paper(self.table.ids[index], fill(self.template, context, self._headings), blank)

    @cached_property
    def _headings(self) -> Mapping[str, str]:
        return {**office_headings(self.facts), **spaced(self.table.register)}

    def _row(self, index: int) -> dict[str, Value]:
        """The marks of a row. What may not leave is not there at all: no trick of a template brings it out."""
        row = row_marks(self.facts.scene.office, self.table, index, self._may_name)
        columns = marks_of(self.table.register) if self.outside else {}
        hidden = {mark: Value() for mark, column in columns.items() if self._may_not_leave(column)}
        return {**row, **hidden}

    def _may_not_leave(self, column: Column) -> str:
        if column.privacy >= Privacy.P4:
            return "согласия законного представителя на передачу его данных в реестре нет"
        if column.privacy >= Privacy.P3 and not names_people(self.table):
            return f"в реестре «{self.table.register.tab}» нет согласий на передачу персональных данных"
        return ""

    def _may_name(self, table: Table[Any], index: int) -> bool:
        """Somebody to whom a row refers: his consents are asked for as if the paper were his own."""
        why = no_consent(self.facts.scene.office, table, index, self.facts.today)
        return not (why or (self.outside and no_transfer(table, index)))

    def _shown(self) -> dict[str, Column]:
        """Mark → its column, of the marks that the template uses."""
        words = {word for path in self.used for word in path}
        return {mark: column for mark, column in marks_of(self.table.register).items() if mark in words}
