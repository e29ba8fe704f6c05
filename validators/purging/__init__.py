"""Destroying a person's data: by what he is known anywhere, what of his row may stay, how he is kept out for good."""
