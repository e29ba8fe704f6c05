"""The background service: what is due, done one at a time by a loop that no job can bring down."""
