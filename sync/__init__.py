"""What happens: backends, state, plan and apply, the commands."""
