"""The office examines its own check: known mistakes of staff are made in a copy, and it is seen what was noticed."""
