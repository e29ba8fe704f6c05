"""What people read: figures, tabs, documents, and how they become files. Pure: no network, files or clock."""
