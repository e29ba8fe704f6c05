"""What all tables of the history share: where they are told together, and how they name an update."""

from sqlalchemy import Column, ForeignKey, Integer, MetaData

METADATA = MetaData()


def run_column(name: str = "run", *, closing: bool = False, key: bool = False) -> Column[int]:
    """A column that names a run: the one that wrote the row, or the one that closed it."""
    return Column(name, Integer, ForeignKey("runs.number"), nullable=closing, primary_key=key)
