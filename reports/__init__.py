"""What people read: figures, listings and pages as values, and their rendering to bytes."""
