"""Somebody else's form: marks in its cells, what they ask, the values that the gate lets out, the filled copy."""
