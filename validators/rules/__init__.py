"""The catalogue of rules: one line a rule, in the order in which they run."""

from validators.rule import Rule

from validators.rules.declared import required_cells_are_filled
from validators.rules.declared import dates_follow_their_order
from validators.rules.declared import keys_do_not_repeat
from validators.rules.declared import references_lead_to_records
from validators.rules.duplicates import a_person_has_one_row
from validators.rules.duplicates import alike_rows_are_different_people
from validators.rules.duplicates import people_have_contacts_of_their_own
from validators.rules.people import age_is_right
from validators.rules.people import class_goes_with_age_and_year
from validators.rules.people import category_goes_with_institution
from validators.rules.people import people_study_where_they_live
from validators.rules.consent import consent_is_given_in_time
from validators.rules.leaving import who_has_left_is_nowhere
from validators.rules.people import municipalities_have_participants
from validators.rules.privacy import personal_data_stand_where_they_are_meant

RULES: tuple[Rule, ...] = tuple(one for one in list(vars().values()) if isinstance(one, Rule))
