"""What PostgreSQL says in its own words, as one of our sentences; its own may hold values and are never repeated."""

from sqlalchemy.exc import DatabaseError, OperationalError

from config.errors import StateError

_BY_STATE = {
    "53100": ("На диске сервера PostgreSQL нет места для истории.", "Освободите место на диске сервера и повторите."),
    "42501": (
        "Пользователю базы истории не хватает прав на сервере PostgreSQL.",
        "Дайте ему право создавать таблицы в его схеме или сделайте его владельцем базы.",
    ),
    "28P01": (
        "Сервер PostgreSQL не принял пароль.",
        "Проверьте файл из [state] password_file или переменную PGPASSWORD.",
    ),
    "3D000": ("Базы истории на сервере PostgreSQL нет.", "Создайте её или исправьте [state] url в office.toml."),
}
"""SQLSTATE → what is said and what to do."""


def server_trouble(error: DatabaseError) -> StateError:
    """The trouble of a server in plain words."""
    known = _BY_STATE.get(getattr(error.orig, "sqlstate", None) or _guessed(str(error.orig)))
    if known is not None:
        return StateError(known[0], advice=known[1])
    if isinstance(error, OperationalError):
        return StateError(
            "Сервер PostgreSQL с историей офиса не отвечает.",
            advice="Проверьте, что он работает и что [state] url в office.toml верен; последние отчёты остались.",
        )
    return StateError(
        "Сервер PostgreSQL отказался выполнить запрос к истории.",
        advice="Проверьте базу истории и её журнал на сервере; последние отчёты остались.",
    )


def _guessed(words: str) -> str:
    """A refusal to connect comes without a SQLSTATE."""
    if "password" in words:
        return "28P01"
    return "3D000" if "database" in words and "does not exist" in words else ""
