"""Where the table is in a raw tab, found without knowing what it holds: heading, rows of data, all that is neither."""
