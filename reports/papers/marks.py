"""The sandbox in which templates of an office are filled: what a mark may do, and what a value can't.

`fill` is the one way from a .docx template and the values of its marks to a .docx paper; `used_marks` looks at a
template before anything is filled. A value is data: marks, XML and control characters inside it stay a plain text.
"""

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

from docx.opc.exceptions import OpcError
from docxtpl import DocxTemplate
from jinja2 import TemplateError, UndefinedError
from lxml.etree import LxmlError
from markupsafe import Markup, escape

from config.errors import OfficeError
from reports.formats.cell_text import clean
from reports.formats.templates.sandbox import Sandbox as Harmless

Context = Mapping[str, object]
"""Mark → its value: a text, a `Value`, a mapping, a sequence; what has `__html__` is taken for ready XML."""

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_QUOTED = re.compile("«([^»]*)»")
_ENTITIES = str.maketrans({"{": "&#123;", "}": "&#125;", "%": "&#37;"})
_BREAK = re.compile(r"\r\n?|[\f\v]")
"""Other breaks of a line, some of which the library takes for the end of a page."""

_BREAKS_A_TEMPLATE = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a mark may do wrong while it is filled, besides jinja's own faults."""


class TemplateFaultError(OfficeError):
    """В шаблоне есть ошибка."""

    exit_code = 2


def mark_name(heading: str) -> str:
    """How a column is called in a template: «Согласие: дата» → `Согласие_дата`."""
    return re.sub(r"\W+", "_", heading).strip("_")


class Sandbox(Harmless):
    """The harmless language of marks, in which values stay data.

    Inside a mark a heading may stand as it is written in the register, and quotes may be «ёлочки».
    """

    def __init__(self, headings: Mapping[str, str] | None = None) -> None:
        """`headings` — heading with spaces → the name of its mark."""
        super().__init__()
        self.finalize = _as_data
        self._headings = dict(headings or {})

    @cached_property
    def _spaced(self) -> re.Pattern[str] | None:
        words = sorted((one for one in self._headings if mark_name(one) != one), key=len, reverse=True)
        patterns = (re.sub(r"\\ ", r"\\s+", re.escape(one)) for one in words)
        return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)") if words else None

    def preprocess(self, source: str, name: str | None = None, filename: str | None = None) -> str:
        """Headings become marks, before jinja reads the template."""
        return super().preprocess(_TAG.sub(lambda tag: self._read(tag[0]), source), name, filename)

    def _read(self, tag: str) -> str:
        plain = _QUOTED.sub(r'"\1"', tag.replace("\u00a0", " "))
        if self._spaced is None:
            return plain
        return self._spaced.sub(lambda found: self._headings.get(" ".join(found[0].split()), found[0]), plain)


def _as_data(value: object) -> object:
    """The value as XML that says exactly its text: no tag, no mark, no control character."""
    if hasattr(value, "__html__"):
        return value
    text = "" if value is None else clean(_BREAK.sub("\n", str(value)).replace("\a", " "))
    return Markup(str(escape(text)).translate(_ENTITIES))  # noqa: S704  it is escaped in this line


class Template(DocxTemplate):  # type: ignore[misc]  # the library has no types
    """A .docx template. Nothing is filled into its properties: no name gets where nobody looks for it."""

    def render_properties(self, context: object, jinja_env: object = None) -> None:
        """Leaves them as they are."""


def opened(template: bytes) -> Template:
    """The template of these bytes. Raises TemplateFaultError when it is no .docx file."""
    try:
        made = Template(BytesIO(template))
        made.init_docx()
    except (BadZipFile, KeyError, OpcError, LxmlError, ValueError) as error:
        raise TemplateFaultError(
            "Файл шаблона не открывается как документ .docx.",
            advice="Откройте его в Word или LibreOffice и сохраните как «Документ Word (.docx)».",
        ) from error
    return made


def fill(
    template: bytes, context: Context | Callable[[Template], Context], headings: Mapping[str, str] | None = None
) -> bytes:
    """The template with its marks filled, as the bytes of a .docx file.

    `context` may be a function of the opened template, for pictures and sub-documents that belong to it.
    Raises TemplateFaultError with the place of what is wrong.
    """
    made = opened(template)
    try:
        made.render(context(made) if callable(context) else dict(context), Sandbox(headings))
    except TemplateError as error:
        raise fault(error) from error
    except _BREAKS_A_TEMPLATE as error:
        raise TemplateFaultError(
            "Метку шаблона не удалось заполнить: выражение в ней не подходит к значению.",
            advice="Оставьте в метке только название, без вычислений.",
        ) from error
    data = BytesIO()
    made.save(data)
    return data.getvalue()


def fault(error: TemplateError, line: str = "", near: str = "") -> TemplateFaultError:
    """The fault in words for a person: the text of the paragraph where it is, the heading that may be meant."""
    context: Any = getattr(error, "docx_context", None)
    around = line or " ".join(" ".join(context or ()).split())
    where = f" Место: «{around[:200]}»." if around else ""
    if isinstance(error, UndefinedError):
        return TemplateFaultError(f"В шаблоне есть метка, значения которой нет.{where}", advice=_SPELL)
    advice = f"Возможно, нужен столбец «{near}»: {{{{ {near} }}}}." if near else _SYNTAX
    return TemplateFaultError(f"Метка в шаблоне записана с ошибкой.{where}", advice=advice)


_SPELL = "Проверьте написание меток: названия столбцов реестра в двойных фигурных скобках, например {{ Фамилия }}."
_SYNTAX = (
    "Проверьте скобки: {{ Метка }}, {% if … %} … {% endif %}, {%tr for человек in люди %} … {%tr endfor %}. "
    "У каждого for и if должен быть свой конец."
)
