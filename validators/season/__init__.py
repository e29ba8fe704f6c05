"""A new season out of the old one: which rows go on, and what is typed in them."""
