"""Who issues a document, signs it, agrees to it, receives it: as the passport of the office and its staff tell."""

import re
from collections.abc import Iterator

from config.registers.passport import (
    COLLEGIAL_BODY,
    DEPUTY_GOVERNOR,
    HEAD,
    OFFICE_ADDRESS,
    OFFICE_NAME,
    OFFICE_PHONE,
    OPERATOR,
)
from reports.documents.document import Approval, Signer, Stamp
from reports.facts import Facts
from reports.grammar.case import Case
from reports.grammar.names import surname_first_in
from reports.grammar.posts import post_in
from reports.grammar.regions import region_in
from reports.naming import head_of, staff
from validators.counting.count import by_then, days, until_then

OFFICE = "РПО Программы «Кадры будущего для регионов»"
"""How the office is called where its full name is not told (domain.md §0)."""

DEPUTY = "Заместитель Губернатора"
HEAD_POST = "Руководитель РПО Программы"
_ANALYST = ("H3", "R1.3", "T4")
_WORD = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_NAMED = re.compile(
    rf"(?P<post>.*?)[\s,—–-]*(?<!\w)"
    rf"(?P<name>{_WORD} {_WORD} [А-ЯЁ][а-яё]*(?:ич|вна|чна)|{_WORD} [А-ЯЁ]\. ?[А-ЯЁ]\.)"
)
_CITY = re.compile(r"\bг\. ?[А-ЯЁ][^,;]*")


def told(facts: Facts, item: str) -> str:
    """What the passport says of an item on the day; "" when it says nothing."""
    table = facts.scene.office.tables.get("PASSPORT")
    if table is None:
        return ""
    sinces, untils = days(table, "since"), days(table, "until")
    for index in table.counted:
        holds = by_then(sinces[index], facts.today) and until_then(untils[index], facts.today)
        if table.ids[index] == item and holds:
            return " ".join(str(table.values["value"][index] or "").split())
    return ""


def head(facts: Facts) -> Signer:
    """The head of the office: the employee with the role R1, else whom the passport names, else the post alone."""
    office = facts.scene.office
    code = head_of(office, facts.today)
    if code is not None:
        table = office.tables["STAFF"]
        at = table.index_of[code]
        post, name = (str(table.values[field][at] or "") for field in ("post", "full_name"))
        return Signer(_with_programme(post or HEAD_POST), name)
    post, name = apart(told(facts, HEAD))
    return Signer(_with_programme(post or HEAD_POST), name)


def _with_programme(post: str) -> str:
    """«РПО» alone is another body in the region (domain.md §0)."""
    return f"{post} Программы" if post.endswith("РПО") else post


def deputy(facts: Facts) -> Signer | None:
    """The deputy of the governor who curates the programme; None when the passport does not name him."""
    post, name = apart(told(facts, DEPUTY_GOVERNOR))
    if not post and not name:
        return None
    return Signer(post or " ".join(filter(None, (DEPUTY, region_of(facts)))), name)


def apart(words: str) -> tuple[str, str]:
    """The post and the name of what is typed together; a text without a name is a post."""
    found = _NAMED.fullmatch(words)
    return (found["post"].strip(), found["name"]) if found else (words, "")


def region_of(facts: Facts) -> str:
    """The region in the genitive."""
    return region_in(facts.scene.settings.office.region, Case.GENITIVE)


def approval(facts: Facts, stamp: Stamp) -> Approval | None:
    """The stamp of the deputy of the governor; None when the passport does not name him."""
    who = deputy(facts)
    return None if who is None else Approval(stamp, who)


def to_deputy(facts: Facts) -> tuple[str, ...]:
    """The lines of the addressee in the dative: post, region, name."""
    who = deputy(facts) or Signer(" ".join(filter(None, (DEPUTY, region_of(facts)))))
    return tuple(
        filter(None, (post_in(who.post, Case.DATIVE), surname_first_in(who.name, Case.DATIVE) if who.name else ""))
    )


def body(facts: Facts) -> str:
    """The collegial body by its own name."""
    return told(facts, COLLEGIAL_BODY) or "Коллегиальный орган"


def issuer(facts: Facts) -> tuple[str, ...]:
    """The one who issues the document: the operator, if there is one, and the office."""
    return tuple(_issuer(facts))


def _issuer(facts: Facts) -> Iterator[str]:
    operator = told(facts, OPERATOR)
    if operator:
        yield operator
    yield told(facts, OFFICE_NAME) or OFFICE


def place(facts: Facts) -> str:
    """Where the office is: «г. Светлобор»."""
    found = _CITY.search(told(facts, OFFICE_ADDRESS))
    return found.group().strip() if found else ""


def executor(facts: Facts) -> Signer | None:
    """Who prepares reports: an employee other than the head who holds such a function; None when nobody does."""
    office, chief = facts.scene.office, head_of(facts.scene.office, facts.today)
    for function in _ANALYST:
        for code in staff(office, facts.today):
            table = office.tables["STAFF"]
            at = table.index_of[code]
            held, name = table.values["functions"][at], table.values["full_name"][at]
            if code != chief and isinstance(held, tuple) and function in held and isinstance(name, str):
                return Signer(str(table.values["post"][at] or ""), name)
    return None


def phone(facts: Facts) -> str:
    """The telephone of the office."""
    return told(facts, OFFICE_PHONE)
