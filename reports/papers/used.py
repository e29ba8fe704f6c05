"""Which marks a template uses; a mark that nobody knows is told with its place and the nearest known one."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from jinja2 import TemplateSyntaxError, nodes

from reports.papers.marks import Context, Sandbox, Template, TemplateFaultError, fault, opened
from reports.papers.value import FORM_WORDS, Value

Path = tuple[str, ...]
"""A mark and what is asked of it: ("люди", "ФИО", "дательный")."""

_NOT_ALLOWED = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends, nodes.Macro, nodes.CallBlock)
_LOOP = "loop"
_MOST_SHOWN = 160
_ANY = object()
"""A value of which nothing is known beforehand."""


@dataclass(frozen=True)
class _Known:
    """What a name means: by which path it is reached, and a sample of its value."""

    path: Path
    sample: object


@dataclass(frozen=True)
class _Page:
    """One part of a template as jinja reads it: a line is a paragraph."""

    title: str
    source: str

    def line(self, number: int) -> str:
        """The text of a paragraph, cut."""
        lines = self.source.splitlines()
        raw = lines[number - 1] if 0 < number <= len(lines) else ""
        text = " ".join(re.sub(r"<[^>]+>", "", raw).split())
        return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…"


@dataclass
class _Reader:
    """Walks over one page and notes the marks. What it has found grows: it lives for one page only."""

    page: _Page
    found: list[Path] = field(default_factory=list)

    def walk(self, node: nodes.Node, names: dict[str, _Known]) -> None:
        """Notes the marks under the node. Raises TemplateFaultError."""
        if isinstance(node, _NOT_ALLOWED):
            raise self._refuse("В шаблоне есть вставка другого файла или макрос, это не поддерживается", node, "")
        match node:
            case nodes.For():
                self._loop(node, names)
            case nodes.Assign(target=nodes.Name(name=name)):
                self.walk(node.node, names)
                names[name] = self._known(node.node, names) or _Known((), _ANY)
            case nodes.Name(ctx="load") | nodes.Getattr() | nodes.Getitem():
                self._mark(node, names)
            case _:
                for child in node.iter_child_nodes():
                    self.walk(child, names)

    def _loop(self, node: nodes.For, names: dict[str, _Known]) -> None:
        self.walk(node.iter, names)
        over = self._known(node.iter, names) or _Known((), _ANY)
        is_list = isinstance(over.sample, Sequence) and not isinstance(over.sample, str)
        sample = over.sample[0] if isinstance(over.sample, Sequence) and is_list and over.sample else _ANY
        inner = {**names, _LOOP: _Known((), _ANY)}
        for target in node.target.find_all(nodes.Name) if not isinstance(node.target, nodes.Name) else (node.target,):
            inner[target.name] = _Known(over.path, sample)
        for child in (*node.body, *node.else_, *((node.test,) if node.test else ())):
            self.walk(child, inner)

    def _mark(self, node: nodes.Expr, names: dict[str, _Known]) -> None:
        known = self._known(node, names)
        if known is not None and known.path:
            self.found.append(known.path)
        if isinstance(node, nodes.Getitem) and not isinstance(node.arg, nodes.Const):
            self.walk(node.arg, names)
        if known is None and isinstance(node, nodes.Getattr | nodes.Getitem):
            self.walk(node.node, names)

    def _known(self, node: nodes.Node, names: dict[str, _Known]) -> _Known | None:
        """What an expression means, None for one that is no mark. Raises TemplateFaultError for an unknown mark."""
        match node:
            case nodes.Name(name=name):
                if name not in names:
                    raise self._refuse(f"В шаблоне есть неизвестная метка «{name}»", node, name, names)
                return names[name]
            case nodes.Getattr(node=inner, attr=attr):
                owner = self._known(inner, names)
                return None if owner is None else self._part(owner, attr, node)
            case nodes.Getitem(node=inner, arg=nodes.Const(value=str() as attr)):
                owner = self._known(inner, names)
                return None if owner is None else self._part(owner, attr, node)
        return None

    def _part(self, owner: _Known, attr: str, node: nodes.Node) -> _Known:
        parts = _parts(owner.sample)
        if parts is None or attr in dir(str):
            return _Known(owner.path, _ANY)
        if attr not in parts:
            shown = ".".join((*owner.path[-1:], attr))
            raise self._refuse(f"В шаблоне есть неизвестная метка «{shown}»", node, attr, parts)
        inner: object = owner.sample[attr] if isinstance(owner.sample, Mapping | Value) else _ANY
        return _Known((*owner.path, attr), inner)

    def _refuse(
        self, what: str, node: nodes.Node, name: str, known: Mapping[str, object] | None = None
    ) -> TemplateFaultError:
        line = self.page.line(node.lineno)
        near = get_close_matches(name, list(known or ()), n=1, cutoff=0.5)
        advice = f"Ближайшая известная метка: «{near[0]}»." if near else ""
        others = ", ".join(list(known or ())[:8])
        advice = advice or (f"Известны, например: {others}." if others else "Уберите её из шаблона.")
        where = f" ({self.page.title}): «{line}»" if line else f" ({self.page.title})"
        return TemplateFaultError(f"{what}{where}.", advice=advice)


def _parts(sample: object) -> Mapping[str, object] | None:
    """What may be asked of a value; None when nobody knows."""
    if isinstance(sample, Value):
        return dict.fromkeys(FORM_WORDS)
    return sample if isinstance(sample, Mapping) else None


def used_marks(template: bytes, sample: Context, headings: Mapping[str, str] | None = None) -> frozenset[Path]:
    """The marks of the whole template: text, headers and footers, footnotes.

    `sample` is a context such as the template will be filled with. Raises TemplateFaultError with the part of the
    document, the text of the paragraph and the nearest known mark.
    """
    sandbox = Sandbox(headings)
    found: set[Path] = set()
    for page in _pages(opened(template)):
        try:
            tree = sandbox.parse(page.source)
            sandbox.compile(page.source)
        except TemplateSyntaxError as error:
            line = page.line(error.lineno)
            raise fault(error, line, _near_heading(line, headings or {})) from error
        reader = _Reader(page)
        own = {name: _Known((name,), value) for name, value in sample.items()}
        reader.walk(tree, {**own, **dict.fromkeys(sandbox.globals.keys() - own, _Known((), _ANY))})
        found.update(reader.found)
    return frozenset(found)


def _near_heading(line: str, headings: Mapping[str, str]) -> str:
    """The heading that was meant by a mark of several words."""
    tags = (one.strip() for one in re.findall(r"\{\{(.*?)\}\}", line))
    near = (get_close_matches(tag.partition(".")[0], list(headings), n=1, cutoff=0.7) for tag in tags if " " in tag)
    return next((found[0] for found in near if found), "")


def _pages(template: Template) -> Iterator[_Page]:
    yield _Page("текст", _lines(template.patch_xml(template.get_xml())))
    for title, kind in (("верхний колонтитул", template.HEADER_URI), ("нижний колонтитул", template.FOOTER_URI)):
        for _, part in template.get_headers_footers(kind):
            yield _Page(title, _lines(template.patch_xml(template.get_part_xml(part))))
    for part in template.docx.part.package.parts:
        if str(part.content_type).endswith("wordprocessingml.footnotes+xml"):
            yield _Page("сноски", _lines(template.patch_xml(part.blob.decode("utf-8"))))


def _lines(source: str) -> str:
    """A paragraph a line, as the library itself does before it fills."""
    return re.sub(r"<w:p([ >])", r"\n<w:p\1", source)
