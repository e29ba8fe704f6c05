"""What lies in the bundle beside the wheels."""
