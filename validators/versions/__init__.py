"""Rows of a register through time: which of them a reading has changed, and under which headings they stood."""
