"""`rpo purge`: where a person is, what the service destroys itself, what a person has to clear, the act of it."""
