"""The work of many offices by a queue in PostgreSQL: any number of processes, on any number of machines."""
