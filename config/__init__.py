"""What the office is: its settings, registers, columns, kinds of cell and calendar."""
