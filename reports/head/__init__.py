"""What the head of the office reads."""
