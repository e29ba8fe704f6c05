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
from validators.rules.approvals import mentors_of_teams_are_approved
from validators.rules.approvals import sites_are_used_as_approved
from validators.rules.approvals import priorities_in_use_are_approved
from validators.rules.decisions import decisions_name_what_cites_them
from validators.rules.decisions import rows_agree_with_their_decisions
from validators.rules.council import reports_of_closed_stages_are_considered
from validators.rules.council import instructions_are_done
from validators.rules.experts import experts_are_graduates
from validators.rules.approvals import what_is_approved_is_used
from validators.rules.council import the_passport_is_filled
from validators.rules.council import each_stage_has_a_meeting
from validators.rules.council import instructions_are_taken_up
from validators.rules.teams import a_team_is_complete
from validators.rules.teams import a_student_is_in_few_teams
from validators.rules.teams import a_team_and_its_people_agree
from validators.rules.teams import a_mentor_has_few_teams
from validators.rules.teams import a_mentor_of_minors_is_cleared
from validators.rules.teams import a_team_moves_on
from validators.rules.partners import a_site_has_room
from validators.rules.partners import a_participant_is_old_enough_for_the_site
from validators.rules.partners import a_partner_has_a_kind
from validators.rules.media import everybody_is_covered_by_a_page
from validators.rules.media import minors_are_shown_with_consent
from validators.rules.media import a_page_is_where_it_says
from validators.rules.media import pages_speak
from validators.rules.media import official_pages_are_where_they_must_be
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
