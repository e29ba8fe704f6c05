"""`rpo link`: a link is told once, to an employee who is there; who has links; their end."""

import json
from pathlib import Path

import pytest

from sync.cli import main
from sync.state.link_store import LinkStore
from tests.sync.offices import build, desk_of, updated


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A small office after its first update."""
    updated(tmp_path)
    return tmp_path


def run(office: Path, *words: str) -> int:
    """The command, as it is typed."""
    return main(["link", *words, "--office", str(office)])


def test_a_link_is_told_once_and_only_its_digest_is_kept(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(office, "рп-2", "--role", "сотрудник") == 0
    said = capsys.readouterr().out
    address = said.splitlines()[0]
    assert address.startswith("http://127.0.0.1:8080/enter/")
    assert "для РП-0002 (сотрудник)" in said
    token = address.rpartition("/")[2]
    assert len(token) >= 43
    assert run(office) == 0
    listed = capsys.readouterr().out
    assert "РП-0002, сотрудник: ещё не открыта, действует до" in listed
    assert token not in listed
    assert token.encode() not in b"".join(
        path.read_bytes() for path in desk_of(office).state.parent.glob("rpo.sqlite*")
    )


def test_nobody_who_is_not_there_gets_a_link(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(office, "РП-0099", "--role", "сотрудник") == 2
    assert "Кода «РП-0099» в истории реестра" in capsys.readouterr().err


def test_before_the_first_update_any_code_of_an_employee_will_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build(tmp_path)
    assert run(tmp_path, "РП-0001", "--role", "администратор") == 0
    assert run(tmp_path, "ШК-0001", "--role", "администратор") == 2
    assert "не код сотрудника" in capsys.readouterr().err


def test_the_words_of_the_command_are_checked(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(office, "РП-0001") == 2
    assert run(office, "--revoke") == 2
    with pytest.raises(SystemExit):
        run(office, "РП-0001", "--role", "царь")
    assert "Не указана роль." in capsys.readouterr().err


def test_a_revoked_link_is_not_listed_any_more(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        run(office, "РП-0001", "--role", "руководитель", "--json")
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["person"] for one in told] == ["РП-0001"] * 2
    assert run(office, "РП-0001", "--revoke") == 0
    assert "Отозвано ссылок: 2." in capsys.readouterr().out
    assert run(office) == 0
    assert "Личных ссылок нет." in capsys.readouterr().out
    with LinkStore.open(desk_of(office).state, read_only=True) as store:
        assert len(store.links()) == 2, "the history forgets nothing"
