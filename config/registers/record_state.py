"""The two columns that close a register: the state of the row and a note."""

from typing import Any

from config.columns import Choices, column

MISTAKE = "Ошибочная запись"
"""The row that must not count: it is marked so instead of being deleted."""

FINISHED = "Завершена"
"""The row was true once: an employee who has left, a function that is no more."""

STATES = Choices(
    ("Действует", "Черновик", FINISHED, MISTAKE),
    also={
        "действующая": "Действует",
        "активна": "Действует",
        "завершено": FINISHED,
        "выбыла": FINISHED,
        "аннулирована": MISTAKE,
    },
)


def state_column() -> Any:  # Any: what column() gives
    """«Статус записи», for a register that has no status of its own."""
    return column(
        "Статус записи",
        among=STATES,
        blank_means="Действует",
        hint="Пусто — запись действует. Строки не удаляйте: выберите «Завершена» или «Ошибочная запись».",
    )


def note_column() -> Any:  # Any: what column() gives
    """«Примечание», free words without personal data."""
    return column(
        "Примечание",
        former=("Комментарий", "Комментарии", "Примечания"),
        longest=2000,
        hint="Любые пояснения. Телефоны, адреса, документы и сведения о здоровье людей сюда не пишите.",
    )
