"""What no recording covers: typing and showing in ru_RU, asked over HTTP (sheets_api.md §5, Locale ru_RU)."""

from collections.abc import Iterator

import pytest

from tests.sheets_server.loopback import OverHttp
from tests.sheets_server.plain import Value
from tests.sheets_server.running import Running, running


@pytest.fixture(scope="module")
def server() -> Iterator[Running]:
    with running(strict=True) as server:
        yield server


@pytest.mark.parametrize(
    ("typed", "unformatted", "shown"),
    [
        pytest.param("1,5", 1.5, "1,5", id="the comma parts decimals"),
        pytest.param("1.5x", "1.5x", "1.5x", id="no number"),
        pytest.param("01.03.2026", 46082, "01.03.2026", id="day, month, year"),
        pytest.param("ИСТИНА", True, "ИСТИНА", id="a truth"),
        pytest.param("=IF(1>0;1,5;2)", 1.5, "1,5", id="a semicolon parts arguments"),
        pytest.param("=IF(1>0,1,2)", "#ERROR!", "#ERROR!", id="a comma does not"),
        pytest.param("={1\\2}", 1, "1", id="a backslash parts columns"),
        pytest.param("12,5%", 0.125, "12,50%", id="per cent"),
    ],
)
def test_typed_input_is_read_and_shown_in_russian(server: Running, typed: str, unformatted: Value, shown: str) -> None:
    """sheets_api.md §5, Locale ru_RU."""
    office = OverHttp(server, locale="ru_RU")
    office.put("A1", [[typed]], "USER_ENTERED")
    assert office.values("A1", valueRenderOption="UNFORMATTED_VALUE") == [[unformatted]]
    assert office.values("A1") == [[shown]]


def test_numbers_of_json_need_no_locale(server: Running) -> None:
    """sheets_api.md §5: "send JSON numbers, never formatted strings"."""
    office = OverHttp(server, locale="ru_RU")
    for option in ("RAW", "USER_ENTERED"):
        office.put("A1", [[1.5, True]], option)
        assert office.values("A1:B1", valueRenderOption="UNFORMATTED_VALUE") == [[1.5, True]]
    assert office.values("A1:B1") == [["1,5", "ИСТИНА"]]
