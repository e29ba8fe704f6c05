"""What can go wrong with Google: what happened, whether it passes by itself, and what a person should do."""

from dataclasses import dataclass
from enum import StrEnum

from config.errors import OfficeError


class Kind(StrEnum):
    """How a failure is treated."""

    PASSING = "passing"
    """Try again: nothing was done."""
    QUOTA = "quota"
    """Try again later: too many calls in this minute, nothing was done."""
    OUTDATED = "outdated"
    """What is remembered of the spreadsheet is old: look at it anew."""
    EXPIRED = "expired"
    """The token is too old or was taken back: ask for another one, once. Nothing was done."""
    LASTING = "lasting"
    """A person must do something."""


@dataclass(frozen=True)
class Failure:
    """`code` is for programs; `text` and `advice` are Russian. `unknown` — the call may have taken effect.

    `after` is for how many seconds Google asks to be left alone.
    """

    kind: Kind
    code: str
    text: str
    advice: str = ""
    unknown: bool = False
    after: float | None = None

    @property
    def may_be_of_old_metadata(self) -> bool:
        """The request speaks of tabs that people have changed since the spreadsheet was looked at."""
        return self.kind is Kind.OUTDATED or self.code == "refused_400"


class GoogleError(OfficeError):
    """Google не выполнил запрос."""

    def __init__(self, failure: Failure) -> None:
        """The sentence and the advice are those of the failure."""
        self.failure = failure
        super().__init__(failure.text, advice=failure.advice)


class AmbiguousWriteError(GoogleError):
    """Google мог выполнить запись, но ответа не дал."""


LATER = "Ничего делать не нужно: сервис попробует ещё раз при следующем обновлении."
_NETWORK = "Проверьте на этом компьютере доступ в интернет к sheets.googleapis.com и oauth2.googleapis.com (443)."

PORTAL = Failure(
    Kind.PASSING,
    "portal",
    "Вместо ответа Google пришла веб-страница: похоже, сеть просит войти или закрыла доступ.",
    "Откройте на этом компьютере браузер и войдите в сеть, или попросите администратора сети открыть "
    "sheets.googleapis.com.",
    unknown=True,
)
CUT = Failure(Kind.PASSING, "cut", "Ответ Google пришёл не целиком.", LATER, unknown=True)
SLOW = Failure(Kind.PASSING, "slow", "Google не ответил за отведённое время.", LATER, unknown=True)
LOST = Failure(Kind.PASSING, "lost", "Связь с Google оборвалась.", _NETWORK, unknown=True)
CLOSED = Failure(Kind.PASSING, "network", "Нет связи с Google: сеть недоступна или закрыта.", _NETWORK)
PROXY = Failure(
    Kind.PASSING,
    "proxy",
    "Нет связи с Google: прокси-сервер не пропускает.",
    "Проверьте настройки прокси (переменная HTTPS_PROXY) у администратора сети.",
)
CERTIFICATE = Failure(
    Kind.LASTING,
    "certificate",
    "Связь с Google не защищена: сертификат не тот. Ничего не передано.",
    "Так бывает, когда связь просматривает антивирус или сеть. Попросите администратора не вскрывать "
    "sheets.googleapis.com.",
)
SKEW = Failure(
    Kind.LASTING,
    "clock",
    "Google не принял вход: часы этого компьютера идут неверно.",
    "Включите точное время в настройках компьютера и повторите.",
)
REVOKED = Failure(
    Kind.LASTING,
    "key",
    "Google не принял вход: ключ служебного аккаунта удалён или отключён.",
    "Создайте новый ключ (Google Cloud → Сервисные аккаунты → Ключи) и положите его на место прежнего.",
)


QUOTA = Failure(Kind.QUOTA, "quota", "Google просит подождать: слишком много обращений за минуту.", LATER)
NO_QUEUE = Failure(
    Kind.PASSING,
    "queue",
    "База PostgreSQL, через которую службы делят обращения к Google, не отвечает или отказала.",
    "Проверьте, что она работает и что её пользователю можно создавать таблицы. Google не спрашивали, сервис попробует "
    "ещё раз при следующем обновлении.",
)
SIGN_IN = Failure(
    Kind.EXPIRED,
    "sign_in",
    "Google не принял вход служебного аккаунта.",
    "Проверьте файл ключа ([google] credentials): если он удалён в Google Cloud, создайте новый.",
)
NOT_ENABLED = Failure(
    Kind.LASTING,
    "not_enabled",
    "В проекте Google не включён Google Sheets API.",
    "Откройте console.cloud.google.com → API и сервисы → Библиотека → Google Sheets API → «Включить», подождите минуту "
    "и повторите.",
)
SCOPES = Failure(
    Kind.LASTING,
    "scopes",
    "У входа в Google нет права на таблицы.",
    "Используйте ключ служебного аккаунта; для входа «adc» повторите его с областью "
    "https://www.googleapis.com/auth/spreadsheets.",
)
NOT_SHARED = Failure(
    Kind.LASTING,
    "not_shared",
    "Таблица закрыта для служебного аккаунта.",
    "Откройте таблицу, нажмите «Настройки доступа» и дайте доступ адресу {account} с ролью «Редактор».",
)
VIEW_ONLY = Failure(
    Kind.LASTING,
    "view_only",
    "Служебный аккаунт может только смотреть таблицу, писать в неё ему нельзя.",
    "Откройте таблицу, нажмите «Настройки доступа» и дайте адресу {account} роль «Редактор».",
)
PROTECTED = Failure(
    Kind.LASTING,
    "protected",
    "Лист сервиса защищён от него самого.",
    "В таблице откройте «Данные» → «Защищённые листы и диапазоны» и разрешите правку адресу {account}.",
)
OFFICE_FILE = Failure(
    Kind.LASTING,
    "office_file",
    "По этому адресу лежит файл Excel, открытый в Google, а не Google Таблица.",
    "В этом файле нажмите «Файл» → «Сохранить как Google Таблицу» и впишите в office.toml адрес новой таблицы.",
)
ABSENT = Failure(
    Kind.LASTING,
    "absent",
    "Таблицы с таким адресом нет: она удалена или адрес вписан с ошибкой.",
    "Скопируйте адрес таблицы из браузера в office.toml; если таблица в корзине, восстановите её.",
)
OUTDATED = Failure(Kind.OUTDATED, "outdated", "Листы таблицы изменились.", LATER)


EVERYWHERE = frozenset(
    {"network", "proxy", "portal", "certificate", "clock", "key", "sign_in", "not_enabled", "scopes", "quota", "queue"}
)
"""Failures that are not of one spreadsheet: asking for the others would tell the same again."""
