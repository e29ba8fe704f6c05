"""Field masks: which parts of an answer are wanted, which parts of a thing an update touches."""

import re
from collections.abc import Iterator

from tests.sheets_server import colours
from tests.sheets_server.discovery import SHEETS, camel, messages
from tests.sheets_server.errors import ApiError, Refused, bad_mask, invalid
from tests.sheets_server.plain import Json, Value

Mask = dict[str, "Mask"]
"""Names and what is wanted below each; an empty mask below a name means all of it, "*" means every name."""

_TOKEN = re.compile(r"\s*([A-Za-z0-9_*$]+|[(),./])")


def read(text: str, message: str, service: str = SHEETS) -> Mask:
    """The `fields` parameter of a call: `a(b,c)`, `a/b` and `a.b`; raises Google's 400 for a field that isn't there."""
    tokens = _tokens(text)
    mask: Mask = {}
    _listed(tokens, mask)
    if tokens:
        raise bad_mask(text)
    known = messages(service)
    for path in _paths(mask):
        if not _exists(path, message, known):
            raise bad_mask(".".join(path))
    return mask


def update(text: str | None, message: str) -> Mask:
    """The `fields` of an update; raises Refused when it is empty or names a field that isn't there."""
    if not text:
        raise Refused("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)")
    try:
        return read(text, message)
    except ApiError as wrong:
        raise Refused(f"Invalid field: {text}") from wrong


def wants(mask: Mask | None, *path: str) -> bool:
    """The part at that path is wanted, whole or some of it; no mask wants everything."""
    for name in path:
        if not mask or "*" in mask:
            return True
        if name not in mask:
            return False
        mask = mask[name]
    return True


def below(mask: Mask | None, name: str) -> Mask | None:
    """What is wanted below a name; None is everything."""
    if not mask or "*" in mask:
        return None
    return mask.get(name)


def cut(document: Value, mask: Mask | None) -> Value:
    """The document with nothing but what the mask wants; lists are cut one by one."""
    if not mask or "*" in mask:
        return document
    if isinstance(document, list):
        return [cut(each, mask) for each in document]
    if not isinstance(document, dict):
        return document
    return {key: cut(value, mask[key]) for key, value in document.items() if key in mask}


def cut_document(document: Json, mask: Mask | None) -> Json:
    """`cut` of a whole answer."""
    found: Json = cut(document, mask)
    return found


def updated(old: Json, new: Json, mask: Mask) -> Json:
    """The old thing with the masked parts of the new one; what the new one lacks there is taken away."""
    if not mask or "*" in mask:
        return dict(new)
    found = dict(old)
    for name, inner in mask.items():
        twin = colours.twin(name)
        _replaced(found, name, new, inner)
        if twin is not None and (twin in new or twin in found):
            _replaced(found, twin, new, {})
    return found


def _replaced(found: Json, name: str, new: Json, inner: Mask) -> None:
    whole = not inner or "*" in inner
    value = new.get(name) if whole else updated(found.get(name, {}), new.get(name, {}), inner)
    if value is None or (value == {} and not whole):
        found.pop(name, None)
    else:
        found[name] = value


def _tokens(text: str) -> list[str]:
    found = []
    place = 0
    while place < len(text.rstrip()):
        match = _TOKEN.match(text, place)
        if not match:
            raise invalid("Request contains an invalid argument.")
        found.append(match[1])
        place = match.end()
    return found[::-1]


def _listed(tokens: list[str], mask: Mask) -> None:
    """Reads `a.b(c,d),e` off the end of the reversed tokens into the mask."""
    while tokens:
        inner = mask
        while tokens and tokens[-1] not in "(),":
            name = camel(tokens.pop())
            inner = inner.setdefault(name, {}) if name not in "./" else inner
        if tokens and tokens[-1] == "(":
            tokens.pop()
            _listed(tokens, inner)
            if not tokens or tokens.pop() != ")":
                raise invalid("Request contains an invalid argument.")
        if not tokens or tokens[-1] != ",":
            return
        tokens.pop()


def _paths(mask: Mask, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, inner in mask.items():
        yield from _paths(inner, (*before, name)) if inner else [(*before, name)]


def _exists(path: tuple[str, ...], message: str, known: Value) -> bool:
    for name in path:
        if name == "*":
            return True
        field = known.get(message, {}).get(name)
        if field is None:
            return False
        if field.kind in {"map", "any", "object"}:
            return True
        message = field.message
    return True
