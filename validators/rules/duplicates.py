"""One human being is one row: repeats, rows that look like one person, and contacts that several people share."""

from collections.abc import Iterator

from validators.duplicates.chance import Evidence
from validators.duplicates.days import Born
from validators.duplicates.differences import differs
from validators.duplicates.repeats import Repeat, repeats
from validators.duplicates.rolls import Someone
from validators.duplicates.search import Alike, alike
from validators.duplicates.shared import Shared, shared
from validators.duplicates.words import Like
from validators.office import Scene
from validators.remark import Severity
from validators.rule import Complaint, RowOf, rule

_SEVERAL = 3
"""So many people may share a telephone: brothers, sisters, a parent."""


@rule("X02", Severity.CRITICAL, "Один человек записан один раз")
def a_person_has_one_row(scene: Scene) -> Iterator[Complaint]:
    """Оставьте одну строку, у лишней поставьте статус «Ошибочная запись». Если это разные люди, ответьте «разные люди»
    на листе «Похожие люди» в «Соответствиях»: тогда учтутся обе строки."""
    for one in scene.office.once(repeats):
        if not one.in_turn:
            yield Complaint(_row(one.row), "status", _repeat_words(one))


def _repeat_words(one: Repeat) -> str:
    first = _called(one.first)
    if one.told:
        text = f"Это тот же человек, что {first}: так ответили в «Соответствиях»."
    elif one.row.is_mentor:
        text = f"Тот же наставник уже записан: {first}. Совпадают имя и телефон или почта."
    else:
        text = f"Тот же человек уже записан: {first}. Совпадают имя и дата рождения."
    towns = {one.row.town, one.first.town} - {""}
    return f"{text} Он записан в двух муниципалитетах." if len(towns) > 1 and not one.row.is_mentor else text


@rule("X03", Severity.WARNING, "Похожие строки — разные люди")
def alike_rows_are_different_people(scene: Scene) -> Iterator[Complaint]:
    """Сверьте обе строки с документами. Один человек — у лишней строки поставьте статус «Ошибочная запись»; разные
    люди — ответьте так на листе «Похожие люди» в «Соответствиях», и сервис больше не спросит."""
    pairs: dict[tuple[int, bool], list[Alike]] = {}
    for one in scene.office.once(alike):
        pairs.setdefault((one.row.number, one.row.is_mentor and not one.other.is_mentor), []).append(one)
    for (_, was_participant), found in pairs.items():
        first = found[0]
        others = f"{', '.join(_called(one.other) for one in found)}. {differs(first)}."
        if was_participant:
            text = f"Возможно, наставник был участником: {others}"
            yield Complaint(_row(first.row), "alumnus", text, _WAS_PARTICIPANT)
        else:
            text = f"Возможно, тот же человек уже записан: {others}"
            yield Complaint(_row(first.row), _odd_field(first.found), text)


_WAS_PARTICIPANT = (
    "Если это один человек, впишите код в «Из числа выпускников Программы». Если разные люди, ответьте так на листе "
    "«Похожие люди» в «Соответствиях»."
)


def _odd_field(found: Evidence) -> str:
    if found.born not in {Born.SAME, Born.SILENT}:
        return "born"
    odd = (("surname", found.surname), ("name", found.name), ("patronymic", found.patronymic))
    return next((field for field, like in odd if like is not Like.SAME), "surname")


@rule("X04", Severity.WARNING, "Телефон и почта у каждого свои")
def people_have_contacts_of_their_own(scene: Scene) -> Iterator[Complaint]:
    """Впишите телефон или почту самого человека. Если контакт и правда общий (братья, сёстры, родитель), оставьте как
    есть и укажите причину."""
    for one in scene.office.once(shared):
        severity = Severity.ERROR if len(one.people) > _SEVERAL else None
        yield Complaint(_row(one.people[-1]), one.field, _shared_words(one), "", severity)


def _shared_words(one: Shared) -> str:
    what = "Один телефон" if one.field == "phone" else "Один адрес почты"
    codes = [_called(person) for person in one.people[:-1]]
    more = f" и ещё у {len(codes) - _SEVERAL}" if len(codes) > _SEVERAL else ""
    return f"{what} на {len(one.people)} человек: он же стоит у {', '.join(codes[:_SEVERAL])}{more}."


def _row(one: Someone) -> RowOf:
    return RowOf(one.table, one.index)


def _called(one: Someone) -> str:
    place = one.table.place(one.index, None)
    return place.id or f"строка {place.row} («{one.table.register.tab}»)"
