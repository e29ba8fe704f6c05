"""Troubles of operation, each a Russian sentence with advice and an exit code."""


class OfficeError(Exception):
    """Работа остановлена."""

    exit_code = 1

    def __init__(self, sentence: str = "", *, advice: str = "") -> None:
        """Without a sentence the class docstring is what a person reads."""
        self.sentence = sentence or (type(self).__doc__ or "")
        self.advice = advice
        super().__init__(self.sentence)


class SettingsError(OfficeError):
    """В настройках office.toml есть ошибка."""

    exit_code = 2


class UsageError(OfficeError):
    """Команда набрана неверно."""

    exit_code = 2


class BusyError(OfficeError):
    """Этот офис сейчас уже обновляется другим запуском."""


class StateError(OfficeError):
    """История офиса (папка state) не открывается."""


class OlderStateError(StateError):
    """История офиса записана прежней версией программы."""


class DamagedStateError(StateError):
    """История офиса повреждена или изменена мимо программы."""

    exit_code = 7


class WriteError(OfficeError):
    """Не удалось записать файл отчёта."""
