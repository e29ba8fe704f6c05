"""The digests of a day: for each employee at work one letter with what is new for him, for the head a summary above."""

from collections.abc import Mapping

from config.calendar import is_working_day
from reports import wording
from reports.facts import Facts
from reports.mail.letter import Digest, Part
from reports.mail.people import Reader, back, readers
from reports.mail.remarks import Told, fresh, ran_out
from reports.mail.summary import summary
from reports.mail.terms import terms
from reports.naming import post_of


def digests(facts: Facts, told: Mapping[str, Told]) -> tuple[Digest, ...]:
    """The letters of the day of the facts; none at weekends and on holidays.

    `told` — code of an employee → what he was told by earlier letters. Who has nothing new gets no letter; the head
    always gets one.
    """
    if not is_working_day(facts.today):
        return ()
    made = (_digest(facts, one, told.get(one.code, {})) for one in readers(facts))
    return tuple(one for one in made if one is not None)


def _digest(facts: Facts, reader: Reader, told: Told) -> Digest | None:
    mine = [one for one in facts.remarks if one.owner == reader.code]
    found = (fresh(facts, mine, told), ran_out(facts, mine, told), terms(facts, reader, told))
    parts: tuple[Part, ...] = tuple(part for part, _ in found if part is not None)
    if not parts and not reader.leads:
        return None
    what = "сводка" if reader.leads else "новое"
    return Digest(
        recipient=reader.code,
        address=reader.address,
        day=facts.today,
        subject=f"Проектный офис: {what} на {wording.day(facts.today)}",
        opening=_opening(facts, reader, new=bool(parts)),
        parts=(*(summary(facts) if reader.leads else ()), *parts),
        told=tuple(key for _, keys in found for key in keys),
    )


def _opening(facts: Facts, reader: Reader, *, new: bool) -> str:
    said = f"{'Сводка офиса' if reader.leads else 'Новое для вас'} на {wording.day(facts.today)}."
    if reader.leads and not new:
        said += " Лично для вас нового нет."
    for code in reader.stands_for:
        post = post_of(facts.scene.office, code)
        said += f" Вы замещаете сотрудника {code} ({post.removesuffix(f' ({code})')}), он выходит {back(facts, code)}:"
        said += " его замечания и сроки приходят вам."
    return said
