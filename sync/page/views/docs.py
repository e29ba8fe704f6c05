"""«Справка»: the guides of the program, written in Markdown."""

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup
from starlette.responses import FileResponse, Response

from sync.page.site import Visit
from sync.page.views.view import View, not_there

_PICTURES = "pictures"


def show(visit: Visit) -> Response:
    """The list of guides by their titles."""
    pages = [{"title": _title(one), "address": _address(one.stem)} for one in _guides(visit.office.docs)]
    return visit.show("docs.html", "docs", "Справка", pages=pages)


def show_one(visit: Visit) -> Response:
    """One guide."""
    name = visit.request.path_params["name"]
    found = next((one for one in _guides(visit.office.docs) if one.stem == name), None)
    if found is None:
        return not_there(visit, "docs")
    text = found.read_text(encoding="utf-8")
    return visit.show("doc.html", "docs", _title(found), text=rendered(text))


def show_picture(visit: Visit) -> Response:
    """A picture of a guide."""
    name = visit.request.path_params["name"]
    found = next((one for one in (visit.office.docs / _PICTURES).glob("*.png") if one.name == name), None)
    return not_there(visit, "docs") if found is None else FileResponse(found, media_type="image/png")


DOCS = View("/docs", "docs", show)
PICTURE = View("/docs/pictures/{name:str}", "docs", show_picture)
DOC = View("/docs/{name:str}", "docs", show_one)


def rendered(text: str) -> Markup:
    """A guide as a part of our page: tags in it are words, its tables move in boxes, its links stay inside."""
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = markdown.parse(text)
    _lead(tokens)
    return Markup(markdown.renderer.render(_boxed(tokens), markdown.options, {}))  # noqa: S704  tags of the text are escaped


def _guides(folder: Path) -> Sequence[Path]:
    return sorted(folder.glob("*.md"), key=_title)


def _title(guide: Path) -> str:
    first = guide.read_text(encoding="utf-8").partition("\n")[0]
    return first.removeprefix("# ").strip() or guide.stem


def _address(name: str) -> str:
    return f"/docs/{quote(name, safe='')}"


def _lead(tokens: Sequence[Token]) -> None:
    """Links between guides and pictures lead to our addresses; anything else that is no https goes nowhere."""
    for token in tokens:
        _lead(token.children or ())
        if token.type == "link_open":
            token.attrSet("href", _href(str(token.attrGet("href") or "")))
            token.attrSet("rel", "noopener noreferrer")
        if token.type == "image":
            token.attrSet("src", f"{_address(_PICTURES)}/{quote(Path(str(token.attrGet('src') or '')).name)}")


def _href(target: str) -> str:
    if target.startswith(("https://", "#")):
        return target
    path = Path(target.partition("#")[0])
    return _address(path.stem) if path.suffix == ".md" else "/docs"


_WIDE = {"table_open": "Таблица", "fence": "Пример", "code_block": "Пример"}
_ENDS = frozenset({"table_close", "fence", "code_block"})


def _boxed(tokens: Sequence[Token]) -> list[Token]:
    """What may be wider than a phone moves in a box of its own, which the keyboard reaches."""
    boxed: list[Token] = []
    number = 0
    for token in tokens:
        if token.type in _WIDE:
            number += 1
            boxed.append(_box(f"{_WIDE[token.type]} {number}"))
        boxed.append(token)
        if token.type in _ENDS:
            boxed.append(Token("box_close", "div", -1, block=True))
    return boxed


def _box(label: str) -> Token:
    box: dict[str, str | int | float] = {"class": "box", "role": "region", "tabindex": 0}
    return Token("box_open", "div", 1, attrs={**box, "aria-label": label}, block=True)
