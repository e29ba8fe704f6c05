"""Figures for programs: the agreed shape, whole numbers without a point, null where there is nothing."""

import json
from collections.abc import Callable

import pytest

from reports.facts import Facts
from reports.figures.as_json import as_json
from reports.figures.catalogue import BY_ID
from reports.figures.figure import QUALITY, STATE, Figure, figures
from reports.report import Light
from tests.reports.figures.test_figure import MONEY, OFFICE, even, figure, planned
from tests.reports.made_up import made_up_facts
from validators.counting.count import Count, Way, share

MakeFacts = Callable[..., Facts]
KEYS = ["id", "title", "cut", "unit", "plan", "fact", "share", "status", "as_of", "rows", "of"]


def test_a_figure_has_the_agreed_shape(make_facts: MakeFacts) -> None:
    tables = planned("K09", "3", quarters=even("3"), more="| Да | | |")
    assert as_json(figure(make_facts(tables), "K09")) == {
        "id": "K09",
        "title": "Команд действует",
        "cut": {},
        "unit": "ед.",
        "plan": 3,
        "fact": 2,
        "share": 66.7,
        "status": "red",
        "as_of": "2026-04-15",
        "rows": ["КМ-0001", "КМ-0002"],
        "of": [],
    }


def test_a_cut_is_named_by_its_key_and_group(make_facts: MakeFacts) -> None:
    one = as_json(figure(make_facts({**OFFICE, "FIN": MONEY}), "K24", source="Местный бюджет"))
    assert (one["cut"], one["fact"], one["plan"], one["status"]) == ({"source": "Местный бюджет"}, 90, None, "grey")
    assert (one["rows"], one["of"]) == (["ФН-0001"], ["ФН-0001"])


def test_what_is_not_known_is_null_and_not_zero(make_facts: MakeFacts) -> None:
    one = as_json(figure(make_facts({}), "K02"))
    assert (one["fact"], one["plan"], one["share"], one["status"]) == (None, None, None, "grey")
    assert (one["rows"], one["of"]) == ([], [])


@pytest.mark.parametrize(
    ("light", "word"),
    [(Light.GREEN, "green"), (Light.YELLOW, "yellow"), (Light.RED, "red"), (Light.GREY, "grey")],
)
def test_lights_are_english_for_programs(make_facts: MakeFacts, light: Light, word: str) -> None:
    one = Figure(BY_ID["K09"], Count(1.0, ("КМ-0001",)), make_facts({}).today, light=light)
    assert as_json(one)["status"] == word


@pytest.mark.parametrize(
    ("count", "unit"),
    [
        (Count(2.0, ("a", "b")), ""),
        (share(["a"], ["a", "b"], ""), "%"),
        (Count(5.0, ("a",), weights={"a": 5.0}), ""),
        (Count(2.5, ("a",), ("b",), way=Way.RATIO), ""),
    ],
)
def test_a_state_of_another_kind_does_not_bear_the_unit_of_its_indicator(
    make_facts: MakeFacts, count: Count, unit: str
) -> None:
    one = Figure(BY_ID["K22"], count, make_facts({}).today, {STATE: "просрочено"})
    assert (as_json(one)["unit"], as_json(one)["cut"]) == (unit, {"state": "просрочено"})


def test_every_figure_of_the_made_up_office_survives_json_and_its_fact_follows_from_its_rows() -> None:
    for one in figures(made_up_facts()):
        told = json.loads(json.dumps(as_json(one), ensure_ascii=False))
        assert list(told) == KEYS
        assert told["id"] in BY_ID
        if one.indicator.id != QUALITY and told["fact"] is not None and not one.count.weights:
            rows, of = len(told["rows"]), len(told["of"])
            by_way = {
                Way.NUMBER: rows,
                Way.SHARE: 100 * rows / of if of else None,
                Way.RATIO: rows / of if of else None,
            }
            assert told["fact"] == pytest.approx(by_way[one.count.way]), one.name
