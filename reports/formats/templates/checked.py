"""A template looked through before it is filled: whatever is wrong in it is told with its place."""

import re
from collections.abc import Iterator, Sequence

from jinja2 import TemplateAssertionError, TemplateSyntaxError, UndefinedError
from jinja2 import TemplateError as JinjaError
from jinja2.exceptions import SecurityError
from rapidfuzz import process

from config.errors import OfficeError
from reports import wording
from reports.formats.templates.marks import PIECES, Marks
from reports.formats.templates.places import Line
from reports.formats.templates.sandbox import FORBIDDEN, Sandbox

RUNTIME = (JinjaError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What the language of marks may raise when a mark is counted."""

_NEAR = 55
"""A known mark is proposed when it is at least so much like the unknown one, of 100."""
_OPENS, _CLOSES = {"if": "endif", "for": "endfor"}, {"endif": "if", "endfor": "for"}
_COMMAND = re.compile(r"\{%(?:p|tr|tc|r)?-?\s+(\w+)")
_PIECE = re.compile(r"\{\{(\w*)\s+(" + "|".join(PIECES) + r")\b")
_OWN_PARAGRAPH = re.compile(r"\s*(?:\{\{p\s[^{}]*\}\}|\{%p\s[^{}]*%\})\s*")
_NAME = re.compile(r"[A-Za-z_]\w*(?:\.\w+)*")


class BrokenTemplateError(OfficeError):
    """В шаблоне документа есть ошибка."""


def look_through(file: str, lines: Sequence[Line], marks: Marks) -> None:
    """Raises BrokenTemplateError for the first thing that would not be filled as it is meant."""
    for line in lines:
        _is_written_well(file, line)
    _commands_are_closed(file, lines)
    sandbox, source = Sandbox(), "\n".join(line.code for line in lines)
    try:
        tree = sandbox.parse(source)
    except TemplateSyntaxError as error:
        raise _broken(file, lines[error.lineno - 1], "метка записана с ошибкой") from error
    for node in tree.find_all(FORBIDDEN):
        raise _broken(file, lines[node.lineno - 1], "такой команды в шаблоне быть не может")
    try:
        sandbox.from_string(source).render(marks.values)
    except RUNTIME as error:
        raise _not_counted(file, lines[_line_of(error) - 1], error, marks) from error


def _is_written_well(file: str, line: Line) -> None:
    if any(line.text.count(left) != line.text.count(right) for left, right in (("{{", "}}"), ("{%", "%}"))):
        raise _broken(file, line, "метка не закрыта: у неё должны быть обе пары скобок, {{ … }} или {% … %}")
    for letter, name in _PIECE.findall(line.text):
        if letter != "p" or not _OWN_PARAGRAPH.fullmatch(line.text):
            advice = f"Запишите её отдельным абзацем: {{{{p {name}.… }}}}."
            raise _broken(file, line, "метка целого раздела стоит внутри текста", advice)
        if not line.in_body:
            raise _broken(file, line, "метка целого раздела может стоять только в тексте документа")
    if re.search(r"\{\{p\s", line.text) and not _PIECE.search(line.text):
        raise _broken(file, line, f"с буквой p пишутся только метки {' и '.join(PIECES)}")
    if re.search(r"\{%p\s", line.text) and not _OWN_PARAGRAPH.fullmatch(line.text):
        raise _broken(file, line, "команда с буквой p должна стоять в абзаце одна: остальной текст пропал бы")
    if re.search(r"\{\{(?:r|tr|tc)\s", line.text):
        raise _broken(file, line, "таких меток нет: с буквами пишутся только команды и целые разделы")


def _commands_are_closed(file: str, lines: Sequence[Line]) -> None:
    opened: list[tuple[str, Line]] = []
    for name, line in _commands(lines):
        if name in _OPENS:
            opened.append((name, line))
        elif name in _CLOSES:
            if not opened or opened[-1][0] != _CLOSES[name]:
                raise _broken(file, line, f"команда {name} закрывает то, что не открыто")
            opened.pop()
    if opened:
        name, line = opened[-1]
        raise _broken(file, line, f"команда {name} не закрыта: ниже нет {_OPENS[name]}")


def _commands(lines: Sequence[Line]) -> Iterator[tuple[str, Line]]:
    for line in lines:
        for mark in line.marks:
            found = _COMMAND.match(mark)
            if found:
                yield found[1], line


def _line_of(error: BaseException) -> int:
    """The number of the line where the language of marks stopped, from 1."""
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    number, step = 1, error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == "<template>":
            number = step.tb_lineno
        step = step.tb_next
    return number


def _not_counted(file: str, line: Line, error: Exception, marks: Marks) -> BrokenTemplateError:
    if isinstance(error, SecurityError):
        return _broken(file, line, "в шаблоне можно только показывать метки, а это действие запрещено")
    if isinstance(error, TemplateAssertionError):
        return _broken(file, line, "такого действия со словами в шаблоне нет")
    if not isinstance(error, UndefinedError):
        return _broken(file, line, "метку не удалось заполнить")
    unknown = _unknown(line, str(error), marks)
    if not unknown:
        return _broken(file, line, "такой метки нет")
    near = process.extractOne(unknown, marks.known, score_cutoff=_NEAR)
    advice = f"Возможно, имелась в виду метка «{near[0]}»." if near else ""
    return _broken(file, line, f"метки «{unknown}» нет", advice)


def _unknown(line: Line, told: str, marks: Marks) -> str:
    """The name of the mark that is not known: of those in the line the one that the error speaks of."""
    quoted = set(re.findall(r"'(\w+)'", told))
    names = [name for mark in line.marks for name in _NAME.findall(mark)]
    told_of = [name for name in names if name not in marks.known and quoted & set(name.split("."))]
    return told_of[0] if told_of else ""


def _broken(file: str, line: Line, why: str, advice: str = "") -> BrokenTemplateError:
    told = f" («{wording.cut(line.text, 14)}»)" if line.text.strip() else ""
    return BrokenTemplateError(
        f"Шаблон «{file}», {line.place}{told}: {why}.",
        advice=advice
        or "Исправьте шаблон или уберите его из папки templates: тогда документ будет обычного вида. "
        "Как пишутся метки, сказано в docs/templates.md.",
    )
