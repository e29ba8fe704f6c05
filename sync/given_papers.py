"""The log of named papers that left the office: an issue is written down before its files are, and can be shown."""

import hashlib
import json
from typing import Any

from config.register import Register
from reports.naming import tab_of
from reports.wording import counted, moment
from sync.desk import Desk
from sync.state.papers import GivenPaper
from sync.state.store import Store
from sync.writing import the_only_writer


def write_down(
    desk: Desk, template: tuple[str, bytes], register: Register[Any], recipient: str, codes: tuple[str, ...]
) -> int:
    """Adds the issue to the history and gives its number. `template` is its name and bytes.

    Raises BusyError, StateError: then nothing is issued.
    """
    name, data = template
    digest = hashlib.sha256(data).hexdigest()
    paper = GivenPaper(desk.moment, name, digest, register.key, recipient, codes)
    with the_only_writer(desk) as store:
        return store.give_paper(paper)


def show_log(desk: Desk, *, as_json: bool) -> int:
    """Prints every issue, the first one first; 0."""
    with Store.open(desk.history, read_only=True) as store:
        given = store.given_papers()
    if not given and not as_json:
        print("Именные документы из офиса ещё не выдавались.")
    for one in given:
        print(json.dumps(_object(one), ensure_ascii=False) if as_json else _line(one))
    return 0


def _object(one: GivenPaper) -> dict[str, object]:
    return {
        "number": one.number,
        "moment": one.moment.isoformat(),
        "template": one.template,
        "digest": one.digest,
        "register": one.register,
        "recipient": one.recipient,
        "codes": list(one.codes),
        "count": len(one.codes),
    }


def _line(one: GivenPaper) -> str:
    count = counted(len(one.codes), "строка", "строки", "строк")
    return (
        f"Выдача № {one.number} от {moment(one.moment)}. Кому: {one.recipient}. Шаблон «{one.template}» "
        f"(контрольная сумма {one.digest[:12]}), реестр «{tab_of(one.register)}», {count}: {', '.join(one.codes)}."
    )
