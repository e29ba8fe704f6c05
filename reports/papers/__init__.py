"""Named papers: an office's own .docx template filled with the rows of a register."""
