"""A made-up document with every part that a document may have, and one whose every word is hostile."""

from dataclasses import replace
from datetime import date

from reports.documents.document import Approval, Document, Passage, Points, Section, Signer
from reports.documents.document import Stamp as ApprovalStamp
from reports.report import Chart, ChartKind, Field, Form, Jump, Light, Link, Listing, Series

SENTENCE = "Программа реализуется в области с сентября 2025 года, зачислено 143 участника. "
FIELDS = (
    Field("№", 4, Form.WHOLE),
    Field("Показатель", 36),
    Field("План", 9, Form.NUMBER),
    Field("Факт", 9, Form.NUMBER),
    Field("Доля", 9, Form.PERCENT),
    Field("Срок", 12, Form.DATE),
    Field("Оценка", 12),
)
ROWS = tuple(
    (number, f"Показатель {number}", None if number == 2 else 1250.0, -1200.5, 95.3, date(2026, 4, 5), Light.RED)
    for number in range(1, 61)
)
CHART = Chart("Заявки", ChartKind.COLUMN, ("сен", "окт"), (Series("План", (1, 2)), Series("Факт", (2, 3))), "человек")
DOCUMENT = Document(
    code="Д1",
    kind="Отчёт по этапу",
    file="Отчёт по этапу Э4",
    title=("Отчёт по этапу Э4", "в Приозёрской области"),
    as_of=date(2026, 4, 5),
    issuer=("Региональный проектный офис",),
    addressee=("Заместителю Губернатора", "Галкиной О.П."),
    approval=Approval(ApprovalStamp.APPROVE, Signer("Заместитель Губернатора", "Галкина Ольга Петровна")),
    signers=(Signer("Руководитель РПО", "Орлова Вера Ильинична"), Signer("Главный бухгалтер")),
    executor=Signer("методист", "Сорокин Иван Львович"),
    phone="8 (800) 000-00-00",
    place="г. Приозёрск",
    sections=(
        Section("passport", "1. Паспорт", (Passage(SENTENCE * 4), Points(("первое", "второе"), numbered=True))),
        Section("progress", "2. Ход", (Passage("Показатели:", strong=True), Listing("Показатели этапа", FIELDS, ROWS))),
        Section("charts", "3. Динамика", (CHART, Points(("далее",)), Passage(SENTENCE * 3)), new_page=True),
    ),
)


def hostile(texts: tuple[str, ...]) -> Document:
    """The same document in which a register has said every word."""
    cells = tuple((text, Link(text, "Ф.xlsx", "Л", "A1", "https://example.ru/x"), Jump(text, "Л")) for text in texts)
    table = Listing("; ".join(texts[:3]), (Field(texts[0], 30), Field("Что", 30), Field("Где", 30)), cells)
    chart = Chart(texts[1], ChartKind.BAR, texts[:4], (Series(texts[2], (1, 2, 3, 4)),), texts[3])
    sections = (
        Section("words", texts[0], tuple(map(Passage, texts))),
        Section("points", texts[1], (Points(texts), Points(texts, numbered=True))),
        Section("table", "", (table, chart)),
    )
    post, name = texts[4], texts[5]
    return replace(
        DOCUMENT,
        title=texts[:6],
        issuer=texts,
        addressee=texts[:9],
        signers=(Signer(post, name),),
        executor=Signer(post, name),
        place=texts[7],
        sections=sections,
    )
