"""Rules of what befalls an office by itself: files that can't be read, a place that is gone, no room for reports."""

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from tests.sync.stateful.office import OfficeOnTest
from tests.sync.stateful.worlds.base import Breakable

file = st.sampled_from(("РПО", "Команды", "Наставники"))


class Faults(RuleBasedStateMachine):
    """`breakable` — the world as accidents see it. A fault lasts until it is mended."""

    office: OfficeOnTest
    breakable: Breakable

    @rule(fault=st.sampled_from(("F01", "F02", "F03", "F05", "gone", "full")), file=file)
    def something_breaks(self, fault: str, file: str) -> None:
        """A workbook can't be read (by the code of its refusal), the place of all is gone, there is no room."""
        match fault:
            case "gone":
                self.breakable.lose()
            case "full":
                self.breakable.fill_up()
            case _:
                self.breakable.spoil(file, fault)
        self.office.people_acted()

    @rule()
    def everything_is_mended(self) -> None:
        self.breakable.mend()
        self.office.people_acted()
