"""Names of people as they stand in a document."""


def initials(full_name: str) -> str:
    """«И.О. Фамилия» from «Фамилия Имя Отчество»; a name of one word, or an empty one, stays as it is."""
    surname, *names = full_name.split() or [""]
    letters = "".join(f"{name[0].upper()}." for name in names[:2])
    return f"{letters} {surname}" if letters else surname
