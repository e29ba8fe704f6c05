"""Filter views and folded groups."""

from tests.sheets_server.asking import Office, grid, rows
from tests.sheets_server.plain import Json, Value

HIDDEN = {"hiddenValues": ["закрыта"]}


def viewed(**fields: Value) -> Json:
    return {"addFilterView": {"filter": {"range": grid(0, 0, 5, 3)} | fields}}


def views(office: Office) -> list[Json]:
    found: list[Json] = office.get(fields="sheets.filterViews")["sheets"][0].get("filterViews", [])
    return found


def test_a_view_comes_back_with_an_id_a_title_and_its_criteria_told_twice() -> None:
    """FilterView.criteria: "Both criteria and filter_specs are populated in responses"."""
    office = Office()
    one, two = office.batch(
        viewed(criteria={"1": HIDDEN}), viewed(filterSpecs=[{"columnIndex": 2, "filterCriteria": HIDDEN}])
    )["replies"]
    first, second = one["addFilterView"]["filter"], two["addFilterView"]["filter"]
    assert (first["title"], second["title"]) == ("Filter 1", "Filter 2")
    assert first["filterSpecs"] == [{"columnIndex": 1, "filterCriteria": HIDDEN}]
    assert second["criteria"] == {"2": HIDDEN}
    assert views(office) == [first, second]


def test_a_view_is_changed_doubled_and_deleted() -> None:
    office = Office()
    office.batch(viewed(filterViewId=5, title="Мой", criteria={"1": HIDDEN}))
    change = {"filter": {"filterViewId": 5, "title": "Наш", "criteria": {"0": HIDDEN}}, "fields": "title,criteria"}
    (_, reply) = office.batch({"updateFilterView": change}, {"duplicateFilterView": {"filterId": 5}})["replies"]
    copy = reply["duplicateFilterView"]["filter"]
    assert copy["title"] == "Copy of Наш"
    assert views(office)[0]["filterSpecs"] == [{"columnIndex": 0, "filterCriteria": HIDDEN}]
    office.batch({"deleteFilterView": {"filterId": 5}})
    assert views(office) == [copy]


def test_a_view_of_a_named_range_takes_its_range() -> None:
    office = Office()
    office.batch({"addNamedRange": {"namedRange": {"namedRangeId": "n", "name": "все", "range": grid(0, 0, 7, 2)}}})
    office.batch({"addFilterView": {"filter": {"namedRangeId": "n"}}})
    assert views(office)[0]["range"] == grid(0, 0, 7, 2)


def test_a_view_that_can_not_be_is_refused() -> None:
    office = Office()
    office.batch(viewed(filterViewId=5))
    condition = {"type": "ONE_OF_LIST", "values": [{"userEnteredValue": "да"}]}
    for request, sentence in (
        (viewed(filterViewId=5), "Duplicate filter view id: 5"),
        ({"addFilterView": {"filter": {"title": "x"}}}, "No range specified."),
        ({"deleteFilterView": {"filterId": 6}}, "No filter view with id: 6"),
        (viewed(criteria={"0": {"condition": condition}}), "ConditionType 'ONE_OF_LIST' is not supported in filters."),
    ):
        assert office.refusal(request).endswith(sentence)


def test_a_view_moves_with_its_columns() -> None:
    office = Office()
    office.batch(
        viewed(criteria={"1": HIDDEN}, sortSpecs=[{"dimensionIndex": 2}]),
        {"insertDimension": {"range": rows(1, 2, dimension="COLUMNS")}},
    )
    (view,) = views(office)
    assert (view["range"], view["criteria"], view["sortSpecs"]) == (
        grid(0, 0, 5, 4),
        {"2": HIDDEN},
        [{"dimensionIndex": 3}],
    )


def test_a_group_that_is_folded_hides_its_rows_and_unfolded_shows_them() -> None:
    """DimensionGroup.collapsed: "when this property is updated, all dimensions within it are set to hidden"."""
    office = Office()
    office.batch({"addDimensionGroup": {"range": rows(1, 3)}})
    fold = {"dimensionGroup": {"range": rows(1, 3), "depth": 1, "collapsed": True}, "fields": "collapsed"}
    office.batch({"updateDimensionGroup": fold})
    assert office.book.sheets[0].groups["ROWS"][0]["collapsed"] is True
    assert [index for index, size in office.book.sheets[0].sized["ROWS"].items() if size.get("hiddenByUser")] == [1, 2]
    unfold = fold | {"dimensionGroup": {"range": rows(1, 3), "depth": 1}}
    office.batch({"updateDimensionGroup": unfold})
    assert "collapsed" not in office.book.sheets[0].groups["ROWS"][0]
    assert not any(size.get("hiddenByUser") for size in office.book.sheets[0].sized["ROWS"].values())
    missing = {"updateDimensionGroup": fold | {"dimensionGroup": {"range": rows(1, 4), "depth": 1}}}
    assert office.refusal(missing).endswith("No dimension group over (1, 4) at depth 1.")
