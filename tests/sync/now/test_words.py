"""What is told of a wish is short, points at the tab and not at commands, and repeats no word of the head."""

from pathlib import Path

from sync.deeds.deed import Done
from sync.deeds.restore import RESTORE
from sync.now.words import HERE, discreet, told_of, told_of_trouble
from sync.page.troubles import Trouble, without_commands


def test_files_that_no_line_names_are_named() -> None:
    done = Done(("Готово: a.docx.",), (Path("x/a.docx"), Path("x/b.pdf")))
    assert told_of(done) == "Готово: a.docx.\nФайлы: b.pdf."


def test_a_long_account_is_cut_and_says_so() -> None:
    told = told_of(Done(tuple(f"КМ-{number:04d}: {'слова ' * 10}" for number in range(100))))
    assert len(told) < 3200
    assert told.splitlines()[-1].startswith("Показано начало, дальше ещё")
    assert told_of(Done(("я" * 9000,))).startswith("я" * 2999)


def test_commands_become_lines_of_the_tab() -> None:
    assert without_commands("Закройте его: rpo close 2026-04.", HERE) == "Закройте его: «Закрыть период» на этом листе."
    assert without_commands("Что ждёт: rpo status.", HERE) == "Что ждёт: лист «Состояние»."
    assert told_of_trouble(Trouble("Нет.", "")) == "Не сделано. Нет."


def test_what_was_typed_freely_is_not_repeated_but_codes_and_days_are() -> None:
    typed = ("SCH", "Иванов, ШК-0001", "01.04.2026")
    text = "Кода «Иванов» нет. Кода «шк-0001» нет. «SCH», «01.04.2026», «ИВАНОВ, ШК-0001»."
    assert discreet(text, RESTORE, typed) == "Кода «…» нет. Кода «шк-0001» нет. «SCH», «01.04.2026», «…»."
