"""Google Sheets: signing in, reading the office's spreadsheets, and writing the tabs that the service owns."""
