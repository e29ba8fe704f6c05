"""The catalogue of rules: one line a rule, in the order in which they run."""

from validators.rule import Rule

from validators.rules.declared import required_cells_are_filled
from validators.rules.declared import dates_follow_their_order
from validators.rules.declared import keys_do_not_repeat
from validators.rules.declared import references_lead_to_records
from validators.rules.finance import money_agrees_with_itself
from validators.rules.finance import coordination_leads_to_money_and_plan
from validators.rules.indicators import coverage_is_not_above_those_counted
from validators.rules.indicators import indicators_are_planned_and_reported
from validators.rules.papers import documents_are_numbered_and_signed_in_order
from validators.rules.papers import reports_and_answers_are_in_time
from validators.rules.papers import a_finished_report_is_among_documents
from validators.rules.privacy import personal_data_stand_where_they_are_meant

RULES: tuple[Rule, ...] = tuple(one for one in list(vars().values()) if isinstance(one, Rule))
