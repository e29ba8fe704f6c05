"""The package for the federal office (Д3, interfaces.md §5): ten tables, two service sheets, a note, a manifest."""
