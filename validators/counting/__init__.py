"""The bare values of the indicators, one module a subject."""
