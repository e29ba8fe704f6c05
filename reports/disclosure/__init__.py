"""The only gate to the outside: which numbers of people may leave, and proof that the hidden can't be worked out."""
