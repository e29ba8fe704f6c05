"""How many real SIGKILLs each test of this folder makes at least, in warm processes and in interpreters of their own."""

WARM = {
    "test_killed_at_every_point_it_ends_as_without_faults[the first one ever]": 33,
}
FRESH = {"test_new_interpreters_killed_at_named_points_end_as_without_faults": 20}
