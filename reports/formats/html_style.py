"""How a page in HTML looks on a screen and on paper."""

from reports.formats.palette import GREY, INK, LIGHTS, LINE
from reports.report import Light

_LIGHT = "".join(
    f".{name}{{background:{LIGHTS[light]['bg_color']};color:{LIGHTS[light]['font_color']}}}"
    for name, light in {"green": Light.GREEN, "yellow": Light.YELLOW, "red": Light.RED, "grey": Light.GREY}.items()
)

STYLE = (
    f"body{{margin:0 auto;padding:16px 20px;max-width:1280px;color:{INK};background:#fff;"
    'font:14px/1.45 "PT Sans","Segoe UI",Roboto,Arial,sans-serif}'
    "h1{font-size:22px;margin:0 0 4px}h2{font-size:17px;margin:22px 0 6px}p{margin:4px 0 8px}"
    f".subtitle,.small,.empty{{color:{GREY}}}.small{{font-size:12.5px}}"
    "section{margin:0 0 48px}nav ul{display:flex;flex-wrap:wrap;gap:4px 18px;margin:0 0 24px;padding:0;list-style:none}"
    "a{color:#0B5CAD}"
    "table{width:100%;border-collapse:collapse;margin:16px 0}"
    "caption{text-align:left;font-weight:bold;font-size:16px;padding:4px 0;color:#1F4E79}"
    f"th,td{{border:1px solid {LINE};padding:4px 7px;text-align:left;vertical-align:middle;overflow-wrap:break-word}}"
    "thead th{background:#DFE8F2}tbody th{font-weight:normal}.leading{background:#F2F6FA}.leading th{font-weight:bold}"
    ".figure{text-align:right;white-space:nowrap}.empty{font-style:italic}"
    f"{_LIGHT}"
    "figure{margin:16px 0}svg{display:block;width:100%;height:auto;font-family:inherit}"
    "*{-webkit-print-color-adjust:exact;print-color-adjust:exact}"
    "@page{size:A4 landscape;margin:10mm}@page upright{size:A4 portrait}.upright{page:upright}"
    "@media print{body{max-width:none;padding:0;font-size:10px}nav{display:none}section{break-after:page;margin:0}"
    "section:last-child{break-after:auto}thead{display:table-header-group}tr,figure{break-inside:avoid}"
    "caption{font-size:12px}h1{font-size:16px}}"
)
