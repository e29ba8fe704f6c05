"""Directions of work in the office: who keeps which register (the regulation on the office, section «Структура»)."""

from config.columns import Choices

ROLE_WORDS = {
    "R1": "R1 Руководитель",
    "R2": "R2 Студенты вузов",
    "R3": "R3 Школьники и СПО",
    "R4": "R4 Информационное сопровождение",
}
"""Role of a register's owner → the words that staff choose in «Роль»."""

OTHER_ROLE = "Иная"

ROLES = Choices(
    (*ROLE_WORDS.values(), OTHER_ROLE),
    also={
        **ROLE_WORDS,
        "руководитель": ROLE_WORDS["R1"],
        "руководитель РПО": ROLE_WORDS["R1"],
        "студенты вузов": ROLE_WORDS["R2"],
        "студенты": ROLE_WORDS["R2"],
        "школьники и СПО": ROLE_WORDS["R3"],
        "школьники": ROLE_WORDS["R3"],
        "информационное сопровождение": ROLE_WORDS["R4"],
        "другая": OTHER_ROLE,
    },
)
