"""What each role sees and may do is the one table; everything of the page stands in it."""

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pytest

from sync.deeds import DEEDS
from sync.page.roles import MAY, Role, may
from sync.page.site import SECTIONS
from sync.page.views import VIEWS
from tests.sync.offices import updated
from tests.sync.page.visitors import Visitor, enter, page_of, words_of


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small office after its first update."""
    folder = tmp_path_factory.mktemp("roles") / "office"
    updated(folder)
    return folder


def test_the_table_has_every_part_and_every_deed_and_nothing_else() -> None:
    assert set(MAY) == {one.key for one in VIEWS} | {one.key for one in DEEDS}
    assert {key for key, _, _ in SECTIONS} == {one.key for one in VIEWS}
    assert not may(Role.ADMINISTRATOR, "of no table")


def test_a_higher_role_has_all_that_a_lower_one_has() -> None:
    roles = list(Role)
    for lower, higher in pairwise(roles):
        assert {key for key in MAY if may(lower, key)} <= {key for key in MAY if may(higher, key)}


@pytest.fixture(scope="module")
def visitors(office: Path) -> Mapping[Role, Visitor]:
    """One person of each role, all on one page."""
    pages = {role: page_of(office) for role in Role}
    for visitor in pages.values():
        visitor.app = pages[Role.READER].app
    return {role: enter(visitor, office, role) for role, visitor in pages.items()}


@pytest.mark.parametrize("role", Role)
def test_a_role_sees_its_parts_and_no_others(visitors: Mapping[Role, Visitor], role: Role) -> None:
    visitor = visitors[role]
    for key, address, title in SECTIONS:
        answer = visitor.get(address)
        assert answer.status_code == (200 if may(role, key) else 403), address
        assert (f">{title}</a>" in visitor.get("/").text) == may(role, key)


@pytest.mark.parametrize("role", Role)
def test_a_role_does_its_deeds_and_no_others(visitors: Mapping[Role, Visitor], role: Role) -> None:
    visitor = visitors[role]
    listed = visitor.get("/deeds").text
    for deed in DEEDS:
        allowed = may(role, deed.key)
        assert visitor.get(f"/deeds/{deed.key}").status_code == (200 if allowed else 404)
        assert (f'"/deeds/{deed.key}"' in listed) == allowed
        if not allowed:
            assert visitor.send_form(f"/deeds/{deed.key}").status_code == 404


def test_what_another_has_done_is_seen_only_by_who_may_do_it(visitors: Mapping[Role, Visitor]) -> None:
    head, reader = visitors[Role.HEAD], visitors[Role.READER]
    answer = head.send_form("/deeds/history", register="TEAM", code="КМ-0001")
    assert "КМ-0001" in words_of(head.get(answer.headers["location"]))
    assert reader.get(answer.headers["location"]).status_code == 404


def test_the_one_who_may_not_is_told_politely(visitors: Mapping[Role, Visitor]) -> None:
    answer = visitors[Role.READER].get("/remarks")
    assert "Сюда вам нельзя. Роль «читатель» этого не видит." in words_of(answer)
