"""Each deed does what its command does, and tells it without personal data."""

import shutil
from pathlib import Path

import pytest

from config.errors import OfficeError, UsageError
from sync.commands import COMMANDS
from sync.deeds import DEEDS
from sync.deeds.deed import Done, checked
from sync.run import update
from tests.sync.offices import build, desk_of, team, write_book

BY_KEY = {one.key: one for one in DEEDS}
MAY = "2026-05-06"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small office that was updated at the end of April; nobody may change it."""
    folder = tmp_path_factory.mktemp("deeds") / "office"
    build(folder)
    update(desk_of(folder, "2026-04-30"))
    return folder


@pytest.fixture
def office(kept: Path, tmp_path: Path) -> Path:
    """The same office to work in."""
    return Path(shutil.copytree(kept, tmp_path / "office"))


def done(office: Path, key: str, **wish: str) -> Done:
    """What came of a deed, on a day of May."""
    desk = desk_of(office, MAY)
    return BY_KEY[key].do(desk, checked(BY_KEY[key], desk, wish))


def words(office: Path, key: str, **wish: str) -> str:
    """The same in one text."""
    return " ".join(done(office, key, **wish).lines)


def test_every_deed_stands_for_a_command() -> None:
    names = {one.NAME for one in COMMANDS}
    assert {one.command.split()[0] for one in DEEDS} <= names
    assert len({one.key for one in DEEDS}) == len(DEEDS) == 9
    assert all(one.what.endswith(".") and one.title for one in DEEDS)


def test_refresh_is_an_update(office: Path) -> None:
    assert words(office, "refresh").startswith("Обновление № 2 выполнено за")


def test_a_period_is_closed_corrected_and_told_in_words(office: Path) -> None:
    assert words(office, "close", period="2026-04").startswith("Период закрыт: апрель 2026")
    with pytest.raises(OfficeError, match="второй раз его не закрыть"):
        done(office, "close", period="2026-04")
    with pytest.raises(OfficeError, match="не изменился"):
        done(office, "correct", period="2026-04", reason="проверка")
    write_book(office, ["TEAM"], {"TEAM": [team(number) for number in range(1, 6)]})
    done(office, "refresh")
    assert "Выпущен уточнённый отчёт № 1" in words(office, "correct", period="2026-04", reason="лишняя команда")


def test_a_package_is_of_a_closed_period_only(office: Path) -> None:
    with pytest.raises(UsageError, match="выбрано то, чего нет"):
        done(office, "package", period="2026-04")
    done(office, "close", period="2026-04")
    made = done(office, "package", period="2026-04")
    assert "Пакет для ФПО за период «апрель 2026 г.»" in made.lines[0]
    assert [path.suffix for path in made.files] == [".zip"]
    assert str(office) not in " ".join(made.lines)


def test_a_figure_is_explained_with_every_code(office: Path) -> None:
    told = words(office, "explain", figure="K09", since="2026-04-29")
    assert "Учтено (6): КМ-0001, КМ-0002" in told
    assert "Сравнить не с чем" in told


def test_the_history_of_a_row_tells_no_personal_value(office: Path) -> None:
    told = words(office, "history", register="MENT", code="нс-1")
    assert "«Наставники», НС-0001. 1" in told
    assert "Фамилия: значение личное, здесь его не видно" in told
    assert "Горин" not in told
    assert "Стадия: Идея" in words(office, "history", register="TEAM", code="КМ-0001")


def test_a_telephone_in_a_free_text_is_not_told_either(office: Path) -> None:
    write_book(
        office, ["TEAM"], {"TEAM": [team(n, **{"Название проекта": "звонить +79120000001"}) for n in range(1, 7)]}
    )
    done(office, "refresh")
    assert "79120000001" not in words(office, "history", register="TEAM", code="КМ-0001")


def test_rows_are_restored_into_a_file_of_the_office_machine(office: Path) -> None:
    made = done(office, "restore", register="TEAM", codes="КМ-0001, КМ-0002")
    assert "Готово, 2\u00a0строки." in made.lines[0]
    assert made.files == ()
    assert len(list((office / "reports" / "restored").glob("*.xlsx"))) == 1


def test_a_document_that_names_nobody_is_given_and_others_are_only_named(office: Path) -> None:
    made = done(office, "document", document="К планёрке", period="", meeting="")
    assert made.files
    assert all(path.parent == office / "reports" and path.is_file() for path in made.files)


def test_a_hold_is_accepted(office: Path) -> None:
    write_book(office, ["TEAM"], {"TEAM": [team(1)]})
    done(office, "refresh")
    assert words(office, "accept", hold="1", reason="сезон закончен").startswith("Принято.")
