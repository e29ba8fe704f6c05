"""A paper is made of rows that stand in Google, and lies on this machine."""

from sync.cli import main
from tests.reports.papers.templates import template, texts
from tests.sync.google.offices import GoogleOfficeOnTest


def test_a_paper_of_a_google_table_lies_on_this_machine(office: GoogleOfficeOnTest) -> None:
    root = office.desk().root
    (root / "Письмо.docx").write_bytes(template("Команде «{{ Название команды }}»"))
    words = ["paper", str(root / "Письмо.docx"), "TEAM", "--codes", "КМ-0002", "-q", "--office", str(root)]
    assert main(words) == 0
    (paper,) = (root / "private" / "papers").rglob("*.docx")
    assert (paper.name, texts(paper.read_bytes())) == ("КМ-0002.docx", ["Команде «Команда 2»"])
