"""Catalogues for people and programs: what can be remarked, which registers there are, what a clerk fills in."""
