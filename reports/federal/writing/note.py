"""`note.docx`: the explanatory note of the head, without names: who answers is told by his post."""

from config.periods import period_words
from reports import wording
from reports.disclosure.draft import Mark
from reports.disclosure.release import Released
from reports.documents.document import Document, Passage, Section, Signer
from reports.federal.telling import ALL
from reports.report import Field, Form, Listing

NOTE = "note.docx"
_FIELDS = (
    Field("Показатель или раздел", 26),
    Field("Причина", 34),
    Field("Меры", 34),
    Field("Срок", 12, Form.DATE),
    Field("Кто отвечает", 24),
)
_POST, _NAME, _OPERATOR = (
    "1/Подписал: должность/Значение",
    "1/Подписал: имя/Значение",
    "1/Организация-оператор/Значение",
)
_EMPTY = "Пояснений за этот период нет."


def note_file(released: Released) -> bytes:
    """The bytes of the file; the same package gives the same bytes."""
    from reports.formats.documents.docx import render

    return render(note_of(released))


def note_of(released: Released) -> Document:
    """The note as a document."""
    head, cells = released.head, released.cells()
    rows = tuple((one.subject, one.reason, one.measures or None, one.due, one.who or None) for one in released.notes)
    title = ("Пояснительная записка", f"к сводке для федерального проектного офиса: {period_words(head.period)}")
    opening = (
        f"Сводка составлена по реестрам регионального проектного офиса: {head.region}. Данные приведены "
        f"по состоянию на {wording.day(head.as_of)}, зачислено {_enrolled(released)}."
    )
    parts = (Passage(opening), Listing("", _FIELDS, rows, _EMPTY)) if rows else (Passage(opening), Passage(_EMPTY))
    operator = cells.get(_OPERATOR)
    return Document(
        code="Д3",
        kind="Пояснительная записка",
        file="note",
        title=title,
        as_of=head.as_of,
        sections=(Section("explanations", "", parts), Section("hidden", "", (Passage(_hidden(released)),))),
        issuer=(operator,) if isinstance(operator, str) and not isinstance(operator, Mark) else (),
        signers=(Signer(str(cells.get(_POST, "")), _whole(str(cells.get(_NAME, "")))),),
        period=period_words(head.period),
        is_draft=False,
        landscape=True,
    )


def _whole(name: str) -> str:
    """«С.О. Дорофеев» as a signature is told: the surname first; empty when nobody knows it."""
    letters, _, surname = name.rpartition(" ")
    return " ".join((surname, *letters.replace(".", " ").split())) if letters and name not in tuple(Mark) else ""


def _enrolled(released: Released) -> str:
    value = released.cells().get(f"3/{ALL}/Зачислено")
    if not isinstance(value, int):
        return "— " + str(value)
    return wording.counted(value, "участник", "участника", "участников")


def _hidden(released: Released) -> str:
    count = len(released.hidden)
    if not count:
        return "Скрытых чисел в таблицах нет."
    words = wording.counted(count, "ячейка", "ячейки", "ячеек")
    return (
        f"В таблицах {wording.agreed(count, 'скрыта', 'скрыты', 'скрыто')} {words}: числа меньше "
        f"{wording.whole(released.k)} участников и те, по которым их можно вычислить. Итоги верны."
    )
