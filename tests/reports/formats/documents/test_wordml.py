"""Any text in a run of Word: it is written, and reads back as it was."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reports.formats.documents.inert import plain
from reports.formats.documents.wordml import run

_SAID = {"t": None, "br": "\n", "tab": "\t"}


@given(st.text(st.characters(exclude_categories=())))
def test_a_run_says_what_it_was_given(text: str) -> None:
    made = etree.fromstring(etree.tostring(run(plain(text))))
    said = "".join(_SAID[etree.QName(one).localname] or one.text or "" for one in made)
    assert said == plain(text)
