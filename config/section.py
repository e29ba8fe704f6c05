"""What every section of office.toml is: a frozen value, in which an unknown key is an error."""

from pydantic import BaseModel, ConfigDict

Scalar = str | int | float


class Section(BaseModel):
    """A section of office.toml: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    @classmethod
    def known_keys(cls) -> tuple[str, ...]:
        """The keys of the section, as they are written in the file."""
        return tuple(info.alias or name for name, info in cls.model_fields.items())


def one_or_many(value: object) -> object:
    """A lone text where a list is wanted is a list of one."""
    return (value,) if isinstance(value, str) else value
