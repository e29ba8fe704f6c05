"""The history of an office: what was read, remarked, put aside and written."""
