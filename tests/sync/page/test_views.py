"""What stands on the page of a small office, and how what waits is accepted there."""

import shutil
from pathlib import Path

import pytest

from sync.run import update
from sync.state.store import Store
from tests.sync.offices import build, desk_of, team, updated, write_book
from tests.sync.page.visitors import enter, page_of, walk, words_of


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small office with one fault after its first update; nobody may change it."""
    folder = tmp_path_factory.mktemp("views") / "office"
    updated(folder, teams=[team(1, Стадия="почти"), *(team(number) for number in range(2, 7))])
    return folder


@pytest.fixture
def office(kept: Path, tmp_path: Path) -> Path:
    """The same office to work in."""
    return Path(shutil.copytree(kept, tmp_path / "office"))


def test_the_state_tells_each_register_and_when_the_service_looked(kept: Path) -> None:
    words = words_of(enter(page_of(kept), kept, "читатель").get("/"))
    assert "обновление № 1" in words
    assert "только что" in words
    assert "Команды и проекты Команды.xlsx 15.04.2026 6 6" in words
    assert "Ничего не ждёт." in words
    assert "rpo " not in words


def test_before_the_first_update_every_page_says_so(tmp_path: Path) -> None:
    build(tmp_path)
    visitor = enter(page_of(tmp_path), tmp_path, "руководитель")
    assert "Обновлений ещё не было." in words_of(visitor.get("/"))
    assert {answer.status_code for _, answer in walk(visitor)} == {200}


def test_what_is_held_is_accepted_with_a_reason_and_whose_it_was(office: Path) -> None:
    write_book(office, ["TEAM"], {"TEAM": [team(1)]})
    update(desk_of(office))
    visitor = enter(page_of(office), office, "руководитель")
    assert "Приём данных приостановлен: «Команды и проекты»" in words_of(visitor.get("/"))
    refused = visitor.send_form("/deeds/accept", hold="1", reason=" ")
    assert (refused.status_code, "Не заполнено: «Причина»." in words_of(refused)) == (422, True)
    answer = visitor.send_form("/deeds/accept", hold="1", reason="сезон закончен")
    assert "Принято." in words_of(visitor.get(answer.headers["location"]))
    with Store.open(desk_of(office).state, read_only=True) as store:
        assert all(one.accepted for one in store.holds())
    assert "сезон закончен (РП-0001)" in desk_of(office).state.read_bytes().decode("utf-8", "ignore") or _in_journal(
        office
    )
    assert visitor.send_form("/deeds/refresh").status_code == 303
    assert "Команды и проекты Команды.xlsx 15.04.2026 1 1" in words_of(visitor.get("/"))


def _in_journal(office: Path) -> bool:
    state = desk_of(office).state
    return "сезон закончен (РП-0001)" in state.with_name(f"{state.name}-wal").read_bytes().decode("utf-8", "ignore")


def test_a_reader_sees_what_waits_and_can_not_accept_it(office: Path) -> None:
    write_book(office, ["TEAM"], {"TEAM": [team(1)]})
    update(desk_of(office))
    answer = enter(page_of(office), office, "читатель").get("/")
    assert "Приём данных приостановлен" in words_of(answer)
    assert "/deeds/accept" not in answer.text


def test_remarks_stand_by_owner_and_by_cause_with_codes(kept: Path) -> None:
    visitor = enter(page_of(kept), kept, "сотрудник", "РП-0002")
    every = visitor.get("/remarks")
    assert "Специалист по работе со студентами : 1 замечание" in words_of(every)
    mine = words_of(visitor.get("/remarks/РП-0002"))
    assert "Замечания: Специалист по работе со студентами" in mine
    assert "КМ-0001" in mine
    assert "Стадия" in mine
    assert visitor.get("/remarks/РП-0099").status_code == 404


def test_the_reports_of_the_head_stand_as_pages_and_in_one_file(kept: Path) -> None:
    visitor = enter(page_of(kept), kept, "читатель")
    assert "Отчёт. Сводка руководителя" in words_of(visitor.get("/reports"))
    page = visitor.get("/reports/Отчёт. Сводка руководителя")
    assert page.text.count("<h1>") == 1
    assert "Обновление №" in words_of(page)
    assert visitor.get("/reports/Отчёт. Нет такого").status_code == 404
    file = visitor.get("/reports-file/xlsx")
    assert file.content.startswith(b"PK")
    assert file.headers["content-disposition"].startswith("attachment; filename*=UTF-8''")
    assert visitor.get("/reports-file/docx").status_code == 404


def test_jumps_between_reports_lead_to_their_pages(kept: Path) -> None:
    text = enter(page_of(kept), kept, "читатель").get("/reports/Отчёт. Показатели").text
    assert 'href="/reports/%D0%A0%D0%B0%D1%81%D1%88%D0%B8%D1%84%D1%80%D0%BE%D0%B2%D0%BA%D0%B0#p' in text


def test_the_journal_tells_what_each_update_found(office: Path) -> None:
    update(desk_of(office))
    words = words_of(enter(page_of(office), office, "читатель").get("/runs"))
    assert "ничего не изменилось" in words
    assert "изменились: " in words


def test_a_page_composed_once_is_kept_until_something_changes(office: Path) -> None:
    visitor = enter(page_of(office), office, "читатель")
    seen = visitor.app.state.site.office.look()  # type: ignore[attr-defined]  # Starlette's own
    assert visitor.app.state.site.office.look() is seen  # type: ignore[attr-defined]  # Starlette's own
    update(desk_of(office))
    assert visitor.app.state.site.office.look() is not seen  # type: ignore[attr-defined]  # Starlette's own


def test_settings_that_do_not_read_any_more_leave_the_page_as_it_was(office: Path) -> None:
    visitor = enter(page_of(office), office, "читатель")
    file = office / "office.toml"
    file.write_text(file.read_text(encoding="utf-8") + "\n[offise]\n", encoding="utf-8")
    assert visitor.get("/").status_code == 200


def test_a_broken_history_is_a_sentence_and_no_page_is_torn(office: Path) -> None:
    visitor = enter(page_of(office), office, "читатель")
    for path in desk_of(office).state.parent.glob("rpo.sqlite*"):
        path.write_bytes(b"broken")
    answer = visitor.get("/")
    assert answer.status_code == 503
    assert "Файл истории" in words_of(answer)
    assert "Traceback" not in answer.text


def test_the_guides_are_pages_with_their_pictures(kept: Path) -> None:
    visitor = enter(page_of(kept), kept, "читатель")
    page = visitor.get("/docs/rules")
    assert "<table>" in page.text
    assert 'role="region"' in page.text
    assert visitor.get("/docs/pictures/summary.png").headers["content-type"] == "image/png"
    for path in ("/docs/..%2FREADME", "/docs/pictures/..%2F..%2Fpyproject.toml", "/docs/pictures/rules.md"):
        assert visitor.get(path).status_code == 404
