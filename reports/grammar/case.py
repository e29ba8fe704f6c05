"""Cases and genders, called as people call them."""

from enum import StrEnum


class Case(StrEnum):
    """A Russian case. The value is the word that an office writes in a template."""

    NOMINATIVE = "именительный"
    GENITIVE = "родительный"
    DATIVE = "дательный"
    ACCUSATIVE = "винительный"
    INSTRUMENTAL = "творительный"
    PREPOSITIONAL = "предложный"


class Gender(StrEnum):
    """Whether a person is a man or a woman."""

    MALE = "male"
    FEMALE = "female"
