"""A local Google Sheets: a real HTTP server that answers as the recorded answers of Google's servers say."""
