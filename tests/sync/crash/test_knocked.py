"""Personal links killed in the middle: a link opens at most once, and one that was used up says so."""

import os

import pytest

from tests.sync.crash.killing import Point, killed
from tests.sync.crash.knocked import Knock, doors_of, wrong_when_given
from tests.sync.crash.small import copied
from tests.sync.page.visitors import page_of, words_of

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks of a warm process are POSIX")


@pytest.fixture(scope="module")
def knock(tmp_path_factory: pytest.TempPathFactory) -> Knock:
    return Knock.of(tmp_path_factory.mktemp("knock") / "office")


def test_a_link_opened_while_the_program_is_killed_opens_once_at_most(knock: Knock) -> None:
    assert [one for point in knock.points() for one in knock.wrong_at(point)] == []


def test_a_link_given_while_the_program_is_killed_opens_for_nobody_and_the_next_one_is_good(knock: Knock) -> None:
    assert list(wrong_when_given(knock.start)) == []


def test_a_link_that_was_used_up_by_a_killed_program_says_what_to_do(knock: Knock) -> None:
    commit = next(number for number, (name, _) in enumerate(knock.steps) if name == "state.commit")
    with copied(knock.start) as office:
        assert killed(lambda: doors_of(office).enter(knock.token, "somebody"), Point(commit, done=True))
        answer = page_of(office).send_form(f"/enter/{knock.token}")
    assert answer.status_code == 403
    assert "Попросите администратора выдать новую." in words_of(answer)
