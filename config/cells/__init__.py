"""Readers of one cell, a file a theme (domain.md §4)."""
