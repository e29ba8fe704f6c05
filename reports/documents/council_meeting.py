"""A meeting as its papers see it: the day, the body, what is to be decided, what the protocol has told already."""

from dataclasses import dataclass
from datetime import date

from config.errors import UsageError
from config.registers.plan import MEETING
from reports import wording
from reports.documents import parties
from reports.documents.council_words import body_name
from reports.documents.document import Document, Occasion, Section, Signer
from reports.documents.signoff import is_unsigned
from reports.facts import Facts
from reports.naming import head_of
from validators.counting.meetings import Question, decided_points, is_known, meetings_ahead, questions

MATERIALS, PROTOCOL = "Материалы к заседанию", "Протокол"
"""Kinds of documents, as the register of documents may call them."""

_NAMELESS_BODY = "Коллегиальный орган"


@dataclass(frozen=True)
class Meeting:
    """The meeting of a day. `told` — indexes in DEC of the points that the protocol has decided."""

    facts: Facts
    day: date
    questions: tuple[Question, ...]
    told: tuple[int, ...]

    @property
    def body(self) -> str:
        """The name of the body."""
        return body_name(self.facts) or _NAMELESS_BODY

    @property
    def is_typed(self) -> bool:
        """The protocol has been typed into the register of decisions, at least a part of it."""
        return bool(self.told)

    @property
    def is_held(self) -> bool:
        """Its day has come."""
        return self.day <= self.facts.today

    @property
    def name(self) -> str:
        """The day as files write it: `23.04.2026`."""
        return wording.day(self.day)

    def paper(self, kind: str, file: str, title: tuple[str, ...], sections: tuple[Section, ...]) -> Document:
        """A paper of the meeting; it is a draft until a signed one stands in the register of documents."""
        period = f"{self.day:%Y-%m-%d}"
        return Document(
            code="Д4",
            kind=kind,
            file=file,
            title=title,
            as_of=self.day if kind == PROTOCOL else self.facts.today,
            sections=sections,
            issuer=(self.body,) if kind == PROTOCOL else parties.issuer(self.facts),
            executor=self._executor(),
            phone=parties.phone(self.facts),
            place=parties.place(self.facts),
            period=period,
            is_draft=is_unsigned(self.facts, kind, period),
        )

    def _executor(self) -> Signer | None:
        """Who prepares the meeting, by the plan; another one where that is the head, who signs himself."""
        office = self.facts.scene.office
        plan, staff = office.tables.get("PLAN"), office.tables.get("STAFF")
        if plan is None or staff is None:
            return parties.executor(self.facts)
        who = next((plan.values["responsible"][at] for at in plan.counted if self._is_in_plan(at)), None)
        at = staff.index_of.get(str(who))
        if at is None or who == head_of(office, self.facts.today):
            return parties.executor(self.facts)
        return Signer(str(staff.values["post"][at] or ""), str(staff.values["full_name"][at] or ""))

    def _is_in_plan(self, index: int) -> bool:
        values = self.facts.scene.office.tables["PLAN"].values
        return values["kind"][index] == MEETING and values["end"][index] == self.day


def meeting_of(facts: Facts, occasion: Occasion) -> Meeting:
    """The meeting that is asked for, else the next planned one. Raises UsageError when there is none."""
    office = facts.scene.office
    ahead = meetings_ahead(office, facts.today)
    if occasion.meeting is None and not ahead:
        raise UsageError(
            "Ближайшее заседание не запланировано.",
            advice="Внесите его в «План мероприятий» или в «Решения и поручения» с результатом «Запланировано», "
            "либо назовите день: --meeting 2026-04-23.",
        )
    day = occasion.meeting or ahead[0]
    if day < facts.today and not is_known(office, day):
        near = f" Ближайшее запланированное — {wording.day(ahead[0])}." if ahead else ""
        raise UsageError(
            f"Заседания {wording.day(day)} нет ни в решениях, ни в плане.{near}",
            advice="Проверьте дату: --meeting ГГГГ-ММ-ДД.",
        )
    told = tuple(decided_points(office, day, facts.today))
    return Meeting(facts, day, questions(office, day, facts.today), told)
