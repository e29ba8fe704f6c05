"""The catalogue of rules: one line a rule, in the order in which they run."""

from validators.rule import Rule
from validators.rules import declared

RULES: tuple[Rule, ...] = (
    declared.required_cells_are_filled,
    declared.dates_follow_their_order,
    declared.keys_do_not_repeat,
    declared.references_lead_to_records,
)
