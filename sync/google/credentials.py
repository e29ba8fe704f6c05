"""Signing in: the key of a service account that is safe to use, or the sign-in of this machine («adc»)."""

import json
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from google.auth.credentials import Credentials

from config.errors import SettingsError
from config.google import GoogleSection, is_loopback

SCOPES = ("https://www.googleapis.com/auth/spreadsheets",)
"""The least that the work needs: spreadsheets that were shared with the account, nothing of Drive."""

_TOKEN_ADDRESSES = frozenset(
    {
        "https://oauth2.googleapis.com/token",
        "https://accounts.google.com/o/oauth2/token",
        "https://www.googleapis.com/oauth2/v4/token",
    }
)
_HOW = "Создайте ключ: Google Cloud → Сервисные аккаунты → Ключи → «Добавить ключ» → JSON, и положите его сюда."


@dataclass(frozen=True)
class Account:
    """The credentials, and the e-mail with which spreadsheets are shared; None when it can't be known.

    `project` is that of Google Cloud: its accounts share a quota.
    """

    credentials: Credentials
    email: str | None
    project: str | None = None


def account_of(google: GoogleSection, root: Path) -> Account:
    """The account of the settings. Raises SettingsError when the key is absent, unsafe or not a key."""
    if google.credentials == "adc":
        return _of_this_machine(loopback=google.endpoint is not None)
    path = root / google.credentials
    info = _checked(path, loopback=google.endpoint is not None)
    from google.oauth2.service_account import Credentials as OfServiceAccount

    try:
        credentials = OfServiceAccount.from_service_account_info(info, scopes=list(SCOPES))  # type: ignore[no-untyped-call]  # google-auth has no types here
    except (ValueError, TypeError) as error:
        raise SettingsError(f"Файл ключа {path.name} испорчен.", advice=_HOW) from error
    return Account(credentials, str(info["client_email"]), info.get("project_id"))


def _of_this_machine(*, loopback: bool) -> Account:
    from google.auth import default
    from google.auth.exceptions import DefaultCredentialsError

    try:
        credentials, project = default(scopes=list(SCOPES))
    except DefaultCredentialsError as error:
        raise SettingsError(
            'В настройках указан вход этого компьютера ([google] credentials = "adc"), но входа нет.',
            advice="Выполните вход gcloud auth application-default login или укажите файл ключа.",
        ) from error
    _check_address("входа этого компьютера", getattr(credentials, "_token_uri", None), loopback=loopback)
    email = getattr(credentials, "service_account_email", None)
    return Account(
        credentials, email if email and "@" in email else None, project
    )  # a machine of Google's calls it "default"


def _checked(path: Path, *, loopback: bool) -> dict[str, Any]:  # Any: what JSON gives
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise SettingsError(f"Файла ключа {path} нет.", advice=_HOW) from error
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"Файл ключа {path} не читается.", advice="Проверьте права на файл.") from error
    if os.name != "nt" and mode & 0o077:
        raise SettingsError(
            f"Файл ключа {path} открыт для других пользователей этого компьютера: им нельзя пользоваться.",
            advice=f"Закройте его: chmod 600 {path}",
        )
    try:
        info = json.loads(text)
    except ValueError as error:
        raise SettingsError(f"Файл ключа {path.name} — не JSON.", advice=_HOW) from error
    if not isinstance(info, dict) or info.get("type") != "service_account" or not info.get("client_email"):
        raise SettingsError(
            f"Файл {path.name} — не ключ служебного аккаунта (нет type = service_account).", advice=_HOW
        )
    _check_address(path.name, str(info.get("token_uri", "")), loopback=loopback)
    return info


def _check_address(what: str, address: str | None, *, loopback: bool) -> None:
    """Raises SettingsError when the token would be asked for elsewhere than at Google."""
    if address is None or address in _TOKEN_ADDRESSES or (loopback and is_loopback(address)):
        return
    raise SettingsError(
        f"Файл ключа {what} ведёт не в Google: адрес входа в нём чужой. Ключ не использован.",
        advice="Удалите этот файл, он подделан или испорчен, и скачайте ключ из Google Cloud заново.",
    )
