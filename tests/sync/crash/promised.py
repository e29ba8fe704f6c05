"""How many real SIGKILLs a test of this folder makes at least; `make test` makes them all."""

WARM = {
    "test_hundreds_of_processes_killed_at_any_moment_lose_and_tear_nothing": 260,
    "test_killed_at_every_point_it_ends_as_without_faults[the first one ever]": 30,
    "test_killed_at_every_point_it_ends_as_without_faults[an ordinary one]": 30,
    "test_killed_at_every_point_it_ends_as_without_faults[one that gives a workbook up]": 28,
    "test_killed_again_while_it_recovers_it_ends_as_without_faults": 20,
    "test_held_or_killed_at_every_step_he_takes_nothing_from_the_other[killed-one who writes]": 20,
    "test_held_or_killed_at_every_step_he_takes_nothing_from_the_other[killed-one who writes the file anew]": 14,
    "test_of_many_at_one_history_killed_at_any_moment_nothing_is_lost_and_nobody_is_refused": 25,
    "test_killed_at_any_step_no_letter_is_lost_and_only_the_one_in_doubt_comes_again_as_it_was": 18,
    "test_a_link_opened_while_the_program_is_killed_opens_once_at_most": 14,
    "test_a_link_given_while_the_program_is_killed_opens_for_nobody_and_the_next_one_is_good": 14,
    "test_destroying_killed_before_any_effect_ends_as_without_faults": 10,
    "test_killed_at_any_effect_of_a_job_it_catches_up_once_after_the_start": 12,
    "test_an_update_killed_at_one_effect_or_another_ends_as_without_faults": 5,
    "test_an_upgrade_killed_at_any_step_is_done_by_the_next_start[1]": 4,
    "test_an_upgrade_killed_at_any_step_is_done_by_the_next_start[4]": 4,
}
"""Forks of a warm process."""

FRESH = {"test_new_interpreters_killed_at_named_points_end_as_without_faults": 20}
"""Interpreters of their own."""
