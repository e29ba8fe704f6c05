"""Exports of other systems: whom their rows mean, and what they add to the registers — each thing once."""
