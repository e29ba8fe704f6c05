"""What became of a register since it was last accepted: row by row, whatever their order is now."""
