"""`[mail]`: who may get letters, what is refused before a letter is written."""

import pytest

from config.errors import SettingsError
from config.settings import parse

SERVER = '[mail]\nhost = "smtp.example.ru"\nfrom = "rpo@example.ru"\n'


def test_without_a_server_there_is_no_mail() -> None:
    assert not parse("", {}).mail.is_on
    assert parse(SERVER, {}).mail.is_on
    assert not parse(f"{SERVER}digest = false\n", {}).mail.is_on


def test_only_who_is_on_the_list_may_get_a_letter() -> None:
    mail = parse(f'{SERVER}recipients = ["Ivanov@example.ru", "@office.example"]\n', {}).mail
    assert mail.may_get("ivanov@Example.ru")
    assert mail.may_get("anybody@office.example")
    for other in ("ivanova@example.ru", "a@sub.office.example", "office.example", "x@notoffice.example", ""):
        assert not mail.may_get(other), other


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[mail]\nhost = "smtp.example.ru"', "from"),
        (f'{SERVER}tls = "none"', "без шифрования"),
        (f'{SERVER}recipients = ["Иванов"]', "нужны адреса"),
        (f'{SERVER}recipients = ["a@b.ru\\nBcc: c@d.ru"]', "нужны адреса"),
        ('[mail]\nfrom = "РПО <rpo@example.ru>"', "нужен адрес"),
        ('[mail]\nhost = "http://example.ru/x"', "не того вида"),
        (f'{SERVER}send_at = "8:30"', "не того вида"),
        (f'{SERVER}send_at = "25:00"', "не того вида"),
        (f"{SERVER}port = 0", "не меньше 1"),
        (f'{SERVER}password = "secret"', "password"),
    ],
)
def test_what_can_not_work_is_refused_with_a_reason(text: str, words: str) -> None:
    with pytest.raises(SettingsError) as found:
        parse(text, {})
    assert words in found.value.sentence
    assert "secret" not in found.value.sentence


def test_a_mail_program_of_this_machine_may_go_without_encryption() -> None:
    assert parse('[mail]\nhost = "127.0.0.1"\ntls = "none"\nfrom = "rpo@example.ru"', {}).mail.tls == "none"
