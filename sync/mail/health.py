"""What `doctor` looks at for letters: does the server let us in, who can't get one and why, which do not go out."""

from collections.abc import Iterator

from config.mail import MailSection
from reports import wording
from reports.facts import Facts
from reports.mail.people import readers, unaddressed
from sync.desk import Desk
from sync.mail.due import server_of
from sync.mail.message import domain_of
from sync.mail.printing import troubles
from sync.mail.server import RefusedError, opened
from sync.state.mail_store import MailStore

Found = tuple[str, bool, str, str]
"""Name, whether it is in order, what was found, advice."""


def mail_health(desk: Desk, facts: Facts | None) -> Iterator[Found]:
    """The examinations of `[mail]`; nothing without a server. `facts` — the office as it stands, if it could be read.

    The server is called, asked for encryption and signed into; no letter is given to it.
    """
    mail = desk.settings.mail
    if not mail.host:
        return
    yield _server(desk)
    yield _sender(mail)
    yield _allowed(mail)
    if facts is not None:
        yield _reachable(mail, facts)
    yield from _waiting(desk)


def _server(desk: Desk) -> Found:
    server, name = server_of(desk), "Почтовый сервер"
    if server is None:
        advice = "Проверьте файл password_file раздела [mail] или переменную RPO_MAIL_PASSWORD."
        return name, False, "пароль не читается, соединения не было", advice
    try:
        with opened(server):
            signed = "вход принят" if server.user else "входа не требует"
            return name, True, f"отвечает, {signed}", ""
    except RefusedError as refused:
        advice = "Проверьте host, port, tls, user и пароль раздела [mail]; письма подождут в очереди."
        return name, False, refused.why, advice


def _sender(mail: MailSection) -> Found:
    """A server rarely lets one write in the name of another domain than that of the login."""
    own, login = domain_of(mail.sender), domain_of(mail.user) if "@" in mail.user else ""
    name, advice = "Отправитель писем", "Укажите в from раздела [mail] адрес того же домена, что у user."
    if "." not in own:
        return name, False, f"домен «{own}» неполный", "Укажите в from раздела [mail] полный адрес: office@example.ru."
    if login and login.casefold() != own.casefold():
        return name, False, "домен отправителя не тот, что у имени для входа", advice
    return name, True, f"домен {own}", ""


def _allowed(mail: MailSection) -> Found:
    advice = "Впишите в [mail] recipients адреса сотрудников или домен целиком: @example.ru."
    whole = sum(one.startswith("@") for one in mail.recipients)
    named = len(mail.recipients) - whole
    words = f"адресов {named}, доменов {whole}" if mail.recipients else "пуст: писем не получит никто"
    return "Кому можно писать", bool(mail.recipients), words, advice


def _reachable(mail: MailSection, facts: Facts) -> Found:
    """Employees are told by code, never by address."""
    without = unaddressed(facts)
    barred = tuple(one.code for one in readers(facts) if not mail.may_get(one.address))
    told = ((f"без адреса: {', '.join(without)}", without), (f"нет в списке recipients: {', '.join(barred)}", barred))
    words = "; ".join(words for words, codes in told if codes)
    advice = "Впишите служебную почту в реестр сотрудников, а её домен или адрес — в [mail] recipients."
    return "Адреса сотрудников", not words, words or "у всех работающих есть и разрешены", advice


def _waiting(desk: Desk) -> Iterator[Found]:
    with MailStore.open(desk.history, read_only=True) as store:
        left = store.undelivered(desk.today)
    waiting, given_up = sum(not one.given_up for one in left), sum(one.given_up for one in left)
    counts = f"ждут {wording.whole(waiting)}, больше не отправляются {wording.whole(given_up)}"
    words = f"{counts}: {'; '.join(one.rstrip('.') for one in troubles(left))}" if left else "неотправленных нет"
    yield "Очередь писем", not left, words, "Устраните причину; ждущие служба отправит сама, раньше — rpo mail --now."
