"""Leaving freely: everything an office has as an open data package, and an office made of such a package again."""
