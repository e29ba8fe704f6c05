"""A rule: a function from the scene to complaints, with a code, a severity and advice; and `check`, which runs them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from config.register import Record
from config.settings import Settings
from validators.drift.noticed import Noticed
from validators.office import Office, Scene, Table
from validators.remark import Place, Remark, Severity


@dataclass(frozen=True)
class RowOf:
    """A row of a table by its index: for rules that look at columns and build no record."""

    table: Table[Any]
    index: int


@dataclass(frozen=True)
class Complaint:
    """What a rule says of one cell: whose, the field, what is wrong; advice and severity when not the rule's own.

    The subject is a table when something is wrong with the register as a whole, or absent from it; it is something
    noticed when the row itself is not there any more.
    """

    subject: Record | RowOf | Table[Any] | Noticed
    field: str | None
    text: str
    advice: str = ""
    severity: Severity | None = None
    code: str = ""


Check = Callable[[Scene], Iterator[Complaint]]


@dataclass(frozen=True)
class Rule:
    """A rule of the catalogue. `needs` are the registers without which it can't run."""

    code: str
    severity: Severity
    check: Check
    needs: tuple[str, ...] = ()
    words: str = ""

    @property
    def advice(self) -> str:
        """What staff should do: the docstring of the function."""
        return " ".join((self.check.__doc__ or "").split())

    @property
    def title(self) -> str:
        """What is right, in a few Russian words; the advice's first sentence when the rule gives none."""
        return self.words or self.advice.partition(".")[0].partition(":")[0]


def rule(code: str, severity: Severity, words: str = "", *, needs: tuple[str, ...] = ()) -> Callable[[Check], Rule]:
    """Makes a rule of a function. The function's docstring is the advice that staff read."""

    def make(check: Check) -> Rule:
        return Rule(code, severity, check, needs, words)

    return make


def check(scene: Scene, rules: Sequence[Rule]) -> tuple[Remark, ...]:
    """All remarks of the rules, muted ones left out, in the order of the rules.

    A cell that speaks for many rows (the head of a ведомость) is remarked once.
    """
    found = (
        settled
        for one in rules
        if one.code not in scene.settings.rules.muted and all(map(scene.office.has, one.needs))
        for complaint in one.check(scene)
        for settled in settle([_remark(scene.office, one, complaint)], scene.settings)
    )
    return tuple(dict.fromkeys(found))


def not_checked(office: Office, rules: Sequence[Rule]) -> tuple[tuple[str, str], ...]:
    """(code, register) of every rule that could not run: reported as «не проверялось», never as passed."""
    return tuple((one.code, key) for one in rules for key in one.needs if not office.has(key))


def settle(remarks: Sequence[Remark], settings: Settings) -> list[Remark]:
    """The remarks with the office's own severities, without the muted codes. A critical one can't be muted here."""
    kept = []
    for remark in remarks:
        if remark.code in settings.rules.muted and remark.severity is not Severity.CRITICAL:
            continue
        changed = settings.rules.severity.get(remark.code)
        kept.append(remark._replace(severity=Severity(changed)) if changed else remark)
    return kept


def _remark(office: Office, one: Rule, complaint: Complaint) -> Remark:
    code = complaint.code or one.code
    severity = complaint.severity or one.severity
    return Remark(code, severity, _place(office, complaint), complaint.text, complaint.advice or one.advice)


def _place(office: Office, complaint: Complaint) -> Place:
    subject = complaint.subject
    if isinstance(subject, Table):
        column = subject.register.by_field[complaint.field].heading if complaint.field else None
        return Place(subject.register.key, column=column, source=subject.sources[0].name if subject.sources else None)
    if isinstance(subject, RowOf):
        return subject.table.place(subject.index, complaint.field)
    if isinstance(subject, Noticed):
        shown = None if subject.id[:1] == "?" else subject.id
        return Place(subject.register, shown, source=subject.source, local_key=subject.id)
    table = office[type(subject)]
    return table.place(table.index_of[subject.id], complaint.field)
