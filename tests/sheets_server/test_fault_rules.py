"""Faults come when the rules say: by route, by count, by chance, and the same again from the same seed."""

import pytest

from tests.sheets_server.admission import kind_of
from tests.sheets_server.call import Call
from tests.sheets_server.fault_kinds import ALL_KINDS, DISTURBING, REFUSING, SPOILING
from tests.sheets_server.faults import SWEPT, Faults, Rule


def calls(faults: Faults, count: int, method: str = "GET", path: str = "/v4/spreadsheets/x") -> list[list[str]]:
    """What so many calls in a row meet."""
    call = Call(method, path)
    return [[fired.kind for fired in faults.met(call, kind_of(call))] for _ in range(count)]


def test_a_rule_names_the_calls_it_speaks_of() -> None:
    faults = Faults((Rule(("503",), method="POST", route="/v4/spreadsheets/{id}:batchUpdate"),))
    assert calls(faults, 1, "POST", "/v4/spreadsheets/abc:batchUpdate") == [["503"]]
    assert calls(faults, 1, "POST", "/v4/spreadsheets/abc/:batchUpdate") == [["503"]]
    assert calls(faults, 1, "POST", "/v4/spreadsheets/abc/values:batchUpdate") == [[]]
    assert calls(faults, 1, "GET") == [[]]


def test_the_third_call_or_the_first_two() -> None:
    assert calls(Faults((Rule(("503",), nth=3),)), 5) == [[], [], ["503"], [], []]
    assert calls(Faults((Rule(("503",), first=2),)), 4) == [["503"], ["503"], [], []]


def test_the_same_seed_gives_the_same_faults() -> None:
    rules = (Rule(("500", "503", "cut"), chance=0.5, after=0.5),)
    assert calls(Faults(rules, 1), 50) == calls(Faults(rules, 1), 50)
    assert calls(Faults(rules, 1), 50) != calls(Faults(rules, 2), 50)


def test_what_one_rule_does_is_not_changed_by_another() -> None:
    rule = Rule(("503",), chance=0.3)
    alone = calls(Faults((rule,), 5), 40)
    with_another = calls(Faults((rule, Rule(("500",), method="PUT")), 5), 40)
    assert alone == with_another


def test_only_the_first_of_several_faults_comes() -> None:
    assert calls(Faults((Rule(("503",)), Rule(("500",)))), 1) == [["503"]]


def test_a_rule_for_a_fault_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="no such fault: 418"):
        Rule(("418",))
    with pytest.raises(ValueError, match="no such field of a rule: often"):
        Rule.of({"kinds": ["503"], "often": True})


def test_every_kind_has_a_way_of_happening() -> None:
    assert set(SWEPT) <= REFUSING.keys() | SPOILING.keys() <= ALL_KINDS
    assert set(DISTURBING) <= ALL_KINDS
