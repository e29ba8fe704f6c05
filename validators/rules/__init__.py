"""The catalogue of rules: one line a rule, in the order in which they run."""

from validators.rule import Rule

from validators.rules.declared import required_cells_are_filled
from validators.rules.declared import dates_follow_their_order
from validators.rules.declared import keys_do_not_repeat
from validators.rules.declared import references_lead_to_records
from validators.rules.drift import codes_stay_with_their_records
from validators.rules.drift import plans_are_not_eased_after_their_period_began
from validators.rules.drift import rows_do_not_vanish_without_a_status
from validators.rules.privacy import personal_data_stand_where_they_are_meant

RULES: tuple[Rule, ...] = tuple(one for one in list(vars().values()) if isinstance(one, Rule))
