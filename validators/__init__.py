"""What is true of the data: from raw grids to tables, the office, rules and remarks."""
