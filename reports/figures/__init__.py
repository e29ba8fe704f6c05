"""The indicators K01–K34 with their plans, cuts, lights and forecasts, and the rows behind each."""
