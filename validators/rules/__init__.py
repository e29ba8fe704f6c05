"""The catalogue of rules: one line a rule, in the order in which they run."""

from validators.rule import Rule

from validators.rules.declared import required_cells_are_filled
from validators.rules.declared import dates_follow_their_order
from validators.rules.declared import keys_do_not_repeat
from validators.rules.declared import references_lead_to_records
from validators.rules.privacy import personal_data_stand_where_they_are_meant
from validators.rules.progress import stages_go_in_order
from validators.rules.progress import activities_lie_in_their_time
from validators.rules.progress import participants_are_active
from validators.rules.progress import progress_grows
from validators.rules.progress import events_are_planned
from validators.rules.plan import a_measure_has_its_keeper
from validators.rules.plan import a_measure_tells_how_it_goes
from validators.rules.plan import money_and_plan_agree
from validators.rules.plan import a_stage_is_in_the_plan
from validators.rules.plan import a_measure_serves_an_indicator
from validators.rules.staff import the_office_is_manned

RULES: tuple[Rule, ...] = tuple(one for one in list(vars().values()) if isinstance(one, Rule))
