"""`python -m benchmarks.headings`: in how many labelled real tables `rpo explore` finds the very heading rows.

The labels lie in the corpus beside the checkout; the table goes to HEADINGS.md. The rules of the finder were chosen
with these tables in sight, so the share says less about other tables.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from config.registers import REGISTERS
from sync.backends.readers.file import read_file
from sync.probe import Probe, as_json
from validators.explore.tab import Wish, explore

HERE = Path(__file__).parent
CORPUS = HERE.parent.parent / "shared" / "corpus"

Label = dict[str, Any]  # Any: what JSON gives


@dataclass(frozen=True)
class Compared:
    """A label and what `explore --json` says of its tab."""

    label: Label
    said: Label

    @property
    def is_exact(self) -> bool:
        """The heading rows are those of the label."""
        return bool(self.said["header"] == self.label["header"])

    @property
    def is_number_row_right(self) -> bool:
        """The row of column numbers is the label's, where the heading is."""
        return not self.is_exact or bool(self.said["number_row"] == self.label["number_row"])


def compared(corpus: Path) -> Iterator[Compared]:
    """Every label beside what is said of its tab; a tab that the file has not is the file's first."""
    for label in json.loads((corpus / "LABELS.json").read_text(encoding="utf-8")):
        path = corpus / label["file"]
        file = read_file(path.name, path.read_bytes())
        own = [grid for grid in file.grids if grid.tab == label["sheet"]] or list(file.grids[:1])
        tabs = tuple(explore(grid, REGISTERS, Wish()) for grid in own)
        yield Compared(label, next(as_json(Probe(label["file"], file, tabs))))


def report(found: Sequence[Compared]) -> str:
    """HEADINGS.md."""
    with_heading = [one for one in found if one.label["header"]]
    without = [one for one in found if not one.label["header"]]
    exact = sum(one.is_exact for one in with_heading)
    misses = [
        f"| {one.label['file']} | {one.label['header']} | {one.said['header']} |"
        for one in with_heading
        if not one.is_exact
    ]
    refused = [f"| {one.label['file']} | {one.said['refused'] or 'found'} | {one.said['header']} |" for one in without]
    return "\n".join(
        [
            "# Heading rows found in labelled real tables",
            "",
            "`python -m benchmarks.headings` makes this page anew. The finder was tuned with these tables in sight.",
            "",
            f"Exact: {exact} of {len(with_heading)} ({100 * exact / len(with_heading):.0f} %).",
            "",
            "| missed | label | found |",
            "| --- | --- | --- |",
            *misses,
            "",
            "| labelled as without a heading | said | found |",
            "| --- | --- | --- |",
            *refused,
            "",
        ]
    )


def main() -> None:
    """Writes HEADINGS.md."""
    text = report(list(compared(CORPUS)))
    (HERE / "HEADINGS.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
