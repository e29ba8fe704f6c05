"""«Акт об уничтожении персональных данных» and the extract from the log, by the order of Роскомнадзор № 179: drafts.

The person is named by code: his name is written in by hand before signing, for the service does not have it any more.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from reports import wording
from reports.documents import parties
from reports.documents.document import Block, Document, Passage, Points, Section
from reports.facts import Facts
from reports.naming import tab_of
from reports.report import Field, Form, Listing

KIND = "Акт"
_BASIS = "28.10.2022 № 179"
_BLANK = "______________________________"
_HOW = (
    "Способ уничтожения: стирание записей программой «РПО» — прежние значения в истории обновлений заменены пустыми, "
    "файлы, сделанные программой, удалены, освобождённое место в файле истории перезаписано."
)
_FIELDS = (Field("Что уничтожено", 70), Field("Записей или файлов", 30, Form.WHOLE))
_LOG = (Field("Событие", 44), Field("Содержание", 80))


@dataclass(frozen=True)
class Destruction:
    """One destruction as it is told: number, moment, whose (code and register), why, what kinds of data, what was gone.

    `left` — sentences on what a person has still to clear; `digest` is that of the log.
    """

    number: int
    moment: datetime
    register: str
    code: str
    reason: str
    kinds: tuple[str, ...]
    done: Mapping[str, int] = field(default_factory=dict)
    left: tuple[str, ...] = ()
    digest: str = ""

    @property
    def day(self) -> date:
        """The day of it."""
        return self.moment.date()

    @property
    def file(self) -> str:
        """The name of the act's file without its ending."""
        return f"Акт об уничтожении данных № {self.number} {self.code}"


def act(facts: Facts, one: Destruction) -> Document:
    """The draft of the act."""
    blocks: tuple[Block, ...] = (
        Passage(f"Комиссия составила акт о том, что {wording.day(one.day)} уничтожены персональные данные."),
        Points(
            (
                f"Оператор: {', '.join(parties.issuer(facts))}.",
                _whose(one),
                f"Категории уничтоженных данных: {', '.join(one.kinds)}.",
                "Информационная система: программа «РПО», история обновлений и файлы офиса.",
                _HOW,
                f"Причина: {wording.sentence(one.reason)}",
                f"Дата и время: {wording.moment(one.moment)}.",
            ),
            numbered=True,
        ),
        Listing("Что уничтожено", _FIELDS, tuple(one.done.items()), "записей не было"),
    )
    sections = (Section("act", "", blocks), *_left(one), Section("commission", "Комиссия", _COMMISSION))
    title = ("Акт об уничтожении персональных данных", f"№ {one.number}")
    return _document(facts, one, one.file, title, sections)


def _whose(one: Destruction) -> str:
    by_hand = f"{_BLANK} (фамилия, имя, отчество вписываются от руки)"
    return f"Субъект персональных данных: {by_hand}, код {one.code}, реестр «{tab_of(one.register)}»."


def extract(facts: Facts, one: Destruction) -> Document:
    """The extract from the log of the information system."""
    rows = (
        ("Субъект персональных данных", f"{_BLANK}, код {one.code}"),
        ("Категории уничтоженных данных", ", ".join(one.kinds)),
        ("Информационная система", "Программа «РПО»: история обновлений и файлы офиса"),
        ("Причина уничтожения", wording.sentence(one.reason)),
        ("Дата и время", wording.moment(one.moment)),
        *((f"Уничтожено: {what}", wording.whole(count)) for what, count in one.done.items()),
        ("Номер записи в журнале", str(one.number)),
        ("Контрольная сумма записи", one.digest),
    )
    blocks = (Listing("Запись журнала", _LOG, rows),)
    title = ("Выгрузка из журнала регистрации событий", "в информационной системе персональных данных")
    return _document(facts, one, f"Выгрузка из журнала № {one.number} {one.code}", title, (Section("log", "", blocks),))


_COMMISSION: tuple[Block, ...] = (
    Passage(f"Председатель комиссии: {_BLANK} (должность, подпись, фамилия и инициалы)"),
    Passage(f"Член комиссии: {_BLANK} (должность, подпись, фамилия и инициалы)"),
    Passage(f"Член комиссии: {_BLANK} (должность, подпись, фамилия и инициалы)"),
    Passage(
        f"Акт составлен по требованиям приказа Роскомнадзора от {_BASIS}; акт и выгрузку из журнала хранят три года."
    ),
)


def _left(one: Destruction) -> tuple[Section, ...]:
    if not one.left:
        return ()
    return (Section("left", "Что программа не уничтожает сама", (Points(one.left),)),)


def _document(
    facts: Facts, one: Destruction, file: str, title: tuple[str, ...], sections: tuple[Section, ...]
) -> Document:
    return Document(
        code="АКТ",
        kind=KIND,
        file=file,
        title=title,
        as_of=one.day,
        sections=sections,
        issuer=parties.issuer(facts),
        signers=(parties.head(facts),),
        executor=parties.executor(facts),
        phone=parties.phone(facts),
        place=parties.place(facts),
    )
