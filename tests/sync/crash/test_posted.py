"""Letters killed on their way: none is lost, and only the one that the server was just taking comes again, the same."""

import os

import pytest

from tests.sync.crash.posted import Post, came_twice, dies_unanswered

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks of a warm process are POSIX")


@pytest.fixture(scope="module")
def post(tmp_path_factory: pytest.TempPathFactory) -> Post:
    return Post.of(tmp_path_factory.mktemp("post") / "office")


def test_every_letter_stands_in_a_step_of_its_own(post: Post) -> None:
    assert sorted(target for name, target in post.steps if name == "mail.send") == sorted(post.letters)
    assert len(post.letters) == 2


def test_killed_at_any_step_no_letter_is_lost_and_only_the_one_in_doubt_comes_again_as_it_was(post: Post) -> None:
    assert [one for point in post.telling() for one in post.wrong_at(point)] == []
    doubted = came_twice(post, post.telling())
    assert doubted["in doubt"] >= 2 * len(post.letters), "right after the taking, and right before the note of it"
    assert doubted["sure"] >= 2 * len(post.letters)


def test_a_letter_that_was_taken_while_the_sender_died_comes_again_as_it_was(post: Post) -> None:
    first = next(target for name, target in post.steps if name == "mail.send")
    assert list(post.wrong_after(dies_unanswered, "unanswered", first)) == []
