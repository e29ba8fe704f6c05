"""What is generated from the code is as new as the code, and README names what there is."""

from pathlib import Path

import pytest

from sync.cli import main
from sync.commands import COMMANDS

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("command", ["commands", "rules", "registers"])
def test_a_generated_page_is_up_to_date(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command]) == 0
    assert (ROOT / "docs" / f"{command}.md").read_text(encoding="utf-8") == capsys.readouterr().out, "make docs"


def test_readme_or_changelog_names_every_command() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8") + (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert all(f"`{command.NAME}`" in text or f"rpo {command.NAME}" in text for command in COMMANDS)


def test_links_of_readme_lead_somewhere() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    targets = [part.partition(")")[0] for part in text.split("](")[1:]]
    assert targets
    assert all((ROOT / target).exists() for target in targets)
