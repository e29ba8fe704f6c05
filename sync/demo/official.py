"""Numbers and addresses that look right and belong to nobody: ИНН, ОГРН, telephones, e-mail addresses."""

from sync.demo.draft import Draft
from sync.demo.names import Name, latin

_WEIGHTS = (2, 4, 10, 3, 5, 9, 4, 6, 8)
_TAX_REGION = "98"
_OPERATORS = ("902", "904", "912", "919", "922", "950", "982")
_DOMAINS = ("example.ru", "example.org", "mail.example.ru", "pochta.example.ru")


def new_inn(draft: Draft) -> str:
    """An ИНН of an organisation that nobody else in the office has, its check digit right."""
    while True:
        digits = f"{_TAX_REGION}{draft.dice.randint(1, 49):02d}{draft.dice.randint(0, 99_999):05d}"
        total = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=True))
        inn = digits + str(total % 11 % 10)
        if inn not in draft.taken:
            draft.taken.add(inn)
            return inn


def new_ogrn(draft: Draft) -> str:
    """An ОГРН with a right check digit."""
    digits = f"1{draft.dice.randint(2, 23):02d}{_TAX_REGION}{draft.dice.randint(0, 9_999_999):07d}"
    return digits + str(int(digits) % 11 % 10)


def new_phone(draft: Draft) -> str:
    """A mobile telephone that nobody else in the office has."""
    while True:
        number = f"{draft.dice.randint(0, 9_999_999):07d}"
        phone = f"+7 {draft.dice.choice(_OPERATORS)} {number[:3]}-{number[3:5]}-{number[5:]}"
        if phone not in draft.taken and len(set(number)) > 2:
            draft.taken.add(phone)
            return phone


def new_email(draft: Draft, name: Name, domain: str | None = None) -> str:
    """An e-mail address made of the name, unlike all the others."""
    while True:
        tail = "" if domain else str(draft.dice.randint(1, 999))
        email = f"{latin(name.name)[0]}.{latin(name.surname)}{tail}@{domain or draft.dice.choice(_DOMAINS)}"
        if email not in draft.taken:
            draft.taken.add(email)
            return email
