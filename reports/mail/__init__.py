"""Letters of the office as values: the digest of the day for each employee, with codes and links and no names."""
