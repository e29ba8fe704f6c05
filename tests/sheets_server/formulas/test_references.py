"""References: what is one, and how it is written again."""

import pytest

from tests.sheets_server.formulas.references import Corner, Reference, reference


@pytest.mark.parametrize(
    "text",
    ["A1", "$A$1", "A$1", "$A1", "A1:B2", "A2:A", "A:C", "1:3", "$1:$3", "A$2:$C", "Sheet1!A1", "'Мой лист'!A:C",
     "'_Замечания'!A:C", "'It''s'!A1", "'D3'!A1", "'🌵 x'!A1"],
)  # fmt: skip
def test_a_reference_is_written_as_it_was_read(text: str) -> None:
    assert str(reference(text)) == text


@pytest.mark.parametrize("text", ["A", "1", "A0", "A1:", ":A1", "", "A1B", "ABCD1", "Лист"])
def test_other_words_are_no_references(text: str) -> None:
    assert reference(text) is None


def test_a_title_in_russian_gets_quotes() -> None:
    assert (
        str(reference("Лист1!A1")) == "'Лист1'!A1"
    )  # not proven for formulas; recorded ranges quote all but plain words


def test_an_open_range_has_no_end() -> None:
    assert reference("A2:A") == Reference(None, Corner(1, 0), Corner(None, 0))
