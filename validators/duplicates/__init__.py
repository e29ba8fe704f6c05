"""Whether two rows are one human being: the same in every letter, or so alike that a person must say."""
