"""What a table that nobody has described holds: which register it resembles and how its columns map."""
