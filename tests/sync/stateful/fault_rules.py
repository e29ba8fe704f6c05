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

    @rule(file=file, why=st.sampled_from(("F01", "F02", "F03", "F05")))
    def a_workbook_can_not_be_read(self, file: str, why: str) -> None:
        self.breakable.spoil(file, why)
        self.office.people_acted()

    @rule()
    def the_place_of_registers_is_gone(self) -> None:
        self.breakable.lose()
        self.office.people_acted()

    @rule()
    def there_is_no_room_for_reports(self) -> None:
        self.breakable.fill_up()
        self.office.people_acted()

    @rule()
    def faults_are_mended(self) -> None:
        self.breakable.mend()
        self.office.people_acted()

    @rule()
    def faults_are_mended_by_the_night(self) -> None:
        """Mending is as frequent as breaking."""
        self.breakable.mend()
        self.office.people_acted()
