"""The page of the office: what stands, what waits for a person, and what he may ask for without typing a command."""
