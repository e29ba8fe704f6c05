"""Where the service's own tabs stand: workbooks of a folder, tabs of shared spreadsheets."""
