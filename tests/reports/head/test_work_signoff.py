"""The documents on their way to a signature, as the tab «Работа РПО» tells of them."""

from collections.abc import Callable
from datetime import date

from reports.facts import Facts
from reports.head.work import compose
from tests.reports.head.pages import listing, too_narrow
from tests.reports.head.test_work import OFFICE

MakeFacts = Callable[..., Facts]
TITLE = "Документы на пути к подписи"


def test_what_is_not_signed_comes_first_with_its_term_and_whose_signature_it_wants(make_facts: MakeFacts) -> None:
    kinds = "Вид документа | Срок, рабочих дней | Кто подписывает\nОтчёт месячный | 5 | Куратор студентов\nПисьмо | |"
    (page,) = compose(make_facts(OFFICE | {"DOCKIND": kinds}))
    assert listing(page, TITLE).rows == (
        ("Отчёт месячный", "март 2026", "проект", date(2026, 4, 7), -8, "ДК-0003", "Гусев", "нет, ему не поручено"),
        ("Отчёт месячный", "февраль 2026", "подписан", date(2026, 3, 6), None, "ДК-0002", "Орлова", "да"),
    )
    assert too_narrow(page) == []


def test_an_employee_is_called_by_post_where_the_page_may_leave(make_facts: MakeFacts) -> None:
    settings = '[registers]\nkept = ["STAFF"]\n[personal_data]\nmode = "codes"\n'
    (page,) = compose(make_facts(OFFICE, settings=settings))
    assert {row[6] for row in listing(page, TITLE).rows} <= {"Руководитель РПО", "Министр", "не указано"}
    assert too_narrow(page) == []


def test_documents_without_their_kinds_tell_why_nothing_is_known(make_facts: MakeFacts) -> None:
    (page,) = compose(make_facts({key: text for key, text in OFFICE.items() if key != "DOCKIND"}))
    assert (listing(page, TITLE).rows, listing(page, TITLE).empty) == ((), "не ведётся")
