"""Mistakes of letters: those of another alphabet, in another order, of another case, in another encoding."""

import re
from collections.abc import Callable, Mapping
from typing import Literal
from unicodedata import normalize

from config.cells.text import CYRILLIC_TWINS, LATIN_TWINS, TO_CYRILLIC, TO_LATIN
from sync.selftest.injectors.injector import Injected, Injector, at_place
from sync.selftest.place import Place


class Twin(Injector):
    """One letter is replaced by the look-alike of the other alphabet; `after` is the sign behind which to look."""

    to: Literal["latin", "cyrillic"] = "latin"
    after: str = ""

    def inject(self, place: Place) -> Injected | None:
        """Replaces one such letter, by chance; a cell without one does not suit."""
        text = place.raw(place.name)
        if not isinstance(text, str) or self.after not in text:
            return None
        letters, table = (CYRILLIC_TWINS, TO_LATIN) if self.to == "latin" else (LATIN_TWINS, TO_CYRILLIC)
        first = text.index(self.after) + len(self.after) if self.after else 1
        places = [at for at in range(first, len(text)) if text[at] in letters]
        if not places:
            return None
        at = place.dice.choice(places)
        new = text[:at] + text[at].translate(table) + text[at + 1 :]
        return at_place(place, place.typed({place.name: new}))


class Typo(Injector):
    """Two neighbouring letters in the middle of the first word have changed places."""

    def inject(self, place: Place) -> Injected | None:
        """Swaps them; a word too short or of like letters does not suit."""
        text = place.raw(place.name)
        word = re.match(r"[^\W\d_]+", text) if isinstance(text, str) else None
        if word is None or not isinstance(text, str):
            return None
        places = [at for at in range(1, word.end() - 2) if text[at] != text[at + 1]]
        if not places:
            return None
        at = place.dice.choice(places)
        new = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
        return at_place(place, place.typed({place.name: new}))


_WAYS: Mapping[str, Callable[[str], str]] = {
    "upper": str.upper,
    "lower": str.lower,
    "spaces": lambda text: f"  {text.replace(' ', '   ')} ",
    "nbsp": lambda text: text.replace(" ", "\u00a0") + "\u00a0",
    "line_break": lambda text: text.replace(" ", "\n", 1) + "\n",
    "decomposed": lambda text: normalize("NFD", text),
    "without_yo": lambda text: text.replace("ё", "е").replace("Ё", "Е"),
    "soft_hyphen": lambda text: text[:2] + "\u00ad" + text[2:],
    "thousands": lambda text: re.sub(r"(?<=\d)(?=(\d{3})+$)", "\u00a0", text),
}


class Spell(Injector):
    """The same text spelled in another way: «upper», «nbsp», «decomposed», «without_yo» and others."""

    how: Literal[
        "upper", "lower", "spaces", "nbsp", "line_break", "decomposed", "without_yo", "soft_hyphen", "thousands"
    ]

    def inject(self, place: Place) -> Injected | None:
        """Types it; a cell that this way leaves as it was does not suit."""
        old = place.raw(place.name)
        text = str(int(old)) if isinstance(old, int | float) else old
        if not isinstance(text, str):
            return None
        new = _WAYS[self.how](text)
        return None if new == old else at_place(place, place.typed({place.name: new}))
