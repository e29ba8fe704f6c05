"""Advice for the command line becomes advice for the page."""

import pytest

from config.errors import UsageError
from sync.page.troubles import trouble_of, without_commands


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Закройте период: rpo close 2026-04.", "Закройте период: «Закрыть период» на этой странице."),
        ("Выполните rpo sync.", "Выполните «Обновить» на этой странице."),
        ("Уточните: rpo close 2026-04 --correct «причина».", "Уточните: «Закрыть период» на этой странице."),
        ("Пакет: rpo export federal --period 2026-04.", "Пакет: «Выпустить пакет для ФПО» на этой странице."),
        ("Что ждёт решения, показывает rpo status.", "Что ждёт решения, показывает «Состояние» на этой странице."),
        ("Создайте офис: rpo init ПАПКА.", "Создайте офис: rpo init ПАПКА."),
        ('Если так и нужно: rpo ack 1 --reason "год закончен".', "Если так и нужно: «Принять» на этой странице."),
        ("Это делает rpo sync и больше никто.", "Это делает «Обновить» на этой странице и больше никто."),
        ("Примите данные (rpo ack) и закройте снова", "Примите данные («Принять» на этой странице) и закройте снова"),
    ],
)
def test_a_command_is_named_by_its_deed(typed: str, said: str) -> None:
    assert without_commands(typed) == said


def test_an_error_of_the_office_is_told_as_it_is() -> None:
    trouble = trouble_of(UsageError("Кода нет.", advice="Выполните rpo sync."))
    assert trouble == ("Кода нет.", "Выполните «Обновить» на этой странице.")
