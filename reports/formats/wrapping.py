"""Words in lines and columns of paper, by the true widths of letters."""

from collections.abc import Callable, Sequence

Measure = Callable[[str, float, bool], float]
"""Points that words take in a font of this size, bold or not."""

_MOST = 0.45
"""No word makes its column wider than this share of the paper."""


def wrapped(text: str, width: float, wide: Callable[[str], float]) -> list[str]:
    """The lines into which a text falls; a word that is longer than a line is broken."""
    lines: list[str] = []
    for paragraph in text.replace("\t", " ").split("\n"):
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if wide(longer) <= width:
                line = longer
                continue
            if line:
                lines.append(line)
            *whole, line = _broken(word, width, wide)
            lines += whole
        lines.append(line)
    return lines


def _broken(word: str, width: float, wide: Callable[[str], float]) -> list[str]:
    parts = [""]
    for letter in word:
        if parts[-1] and wide(parts[-1] + letter) > width:
            parts.append("")
        parts[-1] += letter
    return parts


def column_widths(wanted: Sequence[float], longest: Sequence[float], total: float) -> list[float]:
    """The total in the shares wanted, but no column narrower than its longest word, unless there is no room at all."""
    natural = [total * one / sum(wanted) for one in wanted]
    least = [min(one, total * _MOST) for one in longest]
    if sum(least) >= total:
        return [total * one / sum(least) for one in least]
    pairs = list(zip(least, natural, strict=True))
    lacking = sum(max(need - has, 0) for need, has in pairs)
    spare = sum(max(has - need, 0) for need, has in pairs)
    return [need if has <= need else has - (has - need) * lacking / spare for need, has in pairs]
