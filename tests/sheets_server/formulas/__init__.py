"""Formulas of a spreadsheet: their syntax by locale, what they give, and what becomes of them when cells move."""
