"""Colours as Google keeps them: eight bits a channel, printed as floats of 32 bits, told twice over."""

import struct
from functools import cache

from tests.sheets_server.plain import Json, without

_CHANNELS = ("red", "green", "blue")
THEME: dict[str, tuple[int, int, int]] = {
    "TEXT": (0, 0, 0),
    "BACKGROUND": (255, 255, 255),
    "ACCENT1": (66, 133, 244),
    "ACCENT2": (234, 67, 53),
    "ACCENT3": (251, 188, 4),
    "ACCENT4": (52, 168, 83),
    "ACCENT5": (255, 109, 1),
    "ACCENT6": (70, 189, 198),
    "LINK": (17, 85, 204),
}
_PAIRS: dict[str, tuple[str, ...]] = {
    "SheetProperties": ("tabColor",),
    "CellFormat": ("backgroundColor",),
    "TextFormat": ("foregroundColor",),
    "Border": ("color",),
    "InterpolationPoint": ("color",),
    "BandingProperties": ("headerColor", "firstBandColor", "secondBandColor", "footerColor"),
    "BasicChartSeries": ("color",),
    "BasicSeriesDataPointStyleOverride": ("color",),
    "ChartSpec": ("backgroundColor",),
    "FilterCriteria": ("visibleBackgroundColor", "visibleForegroundColor"),
    "SortSpec": ("backgroundColor", "foregroundColor"),
}
_STYLE_ONLY = "Style"


def settled(message: str, found: Json) -> Json:
    """A message just read, with its colours as they will be printed: `xColor` and `xColorStyle` say the same."""
    if message == "Color":
        return quantised(found)
    for name in _PAIRS.get(message, ()):
        found = _told_twice(found, name)
    return found


def twin(key: str) -> str | None:
    """The other name under which the colour of a field is told: tabColor ↔ tabColorStyle."""
    if key.endswith(("Color", "color")):
        return key + _STYLE_ONLY
    return key.removesuffix(_STYLE_ONLY) if key.endswith(("ColorStyle", "colorStyle")) else None


def quantised(colour: Json) -> Json:
    """Each channel cut down to eight bits; a channel of 0 is left out."""
    channels = {name: int(min(max(colour.get(name, 0), 0), 1) * 255) for name in _CHANNELS}
    found: Json = {name: shown(step / 255) for name, step in channels.items() if step}
    return found | ({"alpha": colour["alpha"]} if "alpha" in colour else {})


def themed(name: str) -> Json:
    """The colour behind a name of the theme."""
    return quantised(
        {channel: (step + 0.5) / 255 for channel, step in zip(_CHANNELS, THEME.get(name, (0, 0, 0)), strict=True)}
    )


@cache
def shown(value: float) -> int | float:
    """The shortest decimal that is the same float of 32 bits, as Google prints it."""
    wanted = struct.pack("f", value)
    (exact,) = struct.unpack("f", wanted)
    for digits in range(1, 10):
        found = float(f"{exact:.{digits}g}")
        if struct.pack("f", found) == wanted:
            return int(found) if found.is_integer() else found
    return value


def _told_twice(found: Json, name: str) -> Json:
    style = found.get(name + _STYLE_ONLY)
    if style == {}:
        return without(found, name, name + _STYLE_ONLY)
    if style is None:
        return found | {name + _STYLE_ONLY: {"rgbColor": found[name]}} if name in found else found
    colour = themed(style["themeColor"]) if "themeColor" in style else style.get("rgbColor", {})
    return found | {name: colour}
