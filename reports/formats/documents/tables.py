"""A document → a workbook of its tables, and a page to read on a screen: as reports, by the formats of reports."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.documents.document import Block, Document, Passage, Points, Section
from reports.formats import FORMATS
from reports.formats.documents.inert import dashed, inert
from reports.formats.documents.requisites import DRAFT, as_of, executor, signed_by
from reports.formats.documents.word_blocks import marked
from reports.formats.page import Page
from reports.report import Block as ReportBlock
from reports.report import Chart, Listing, Report, Words

_FORBIDDEN = re.compile(r"[\[\]:*?/\\'\x00-\x1f]+")
_LONGEST_TAB = 31


def workbook(document: Document) -> bytes:
    """A tab for each section that has a table; all the words on one tab when none has."""
    one = inert(document)
    told = [section for section in one.sections if any(isinstance(block, Listing) for block in section.blocks)]
    names = _tabs([section.heading or one.kind for section in told])
    reports = [_tab(one, section, name) for section, name in zip(told, names, strict=True)]
    return _rendered("xlsx", one, reports or [_whole(one)])


def page(document: Document) -> bytes:
    """One page in HTML with everything that the document says."""
    one = dashed(inert(document))
    return _rendered("html", one, [_whole(one)])


def _rendered(kind: str, document: Document, reports: Sequence[Report]) -> bytes:
    (data,) = FORMATS[kind](" ".join(document.title), [Page(one) for one in reports]).values()
    return data


def _tab(document: Document, section: Section, name: str) -> Report:
    blocks = (*_top(document, section.heading), *_said(block for block in section.blocks if _is_table(block)))
    return Report(document.file, name, blocks, stamped=False)


def _is_table(block: Block) -> bool:
    return isinstance(block, Listing | Chart)


def _whole(document: Document) -> Report:
    blocks: list[ReportBlock] = list(_top(document, ""))
    for section in document.sections:
        if section.heading:
            blocks.append(Words(section.heading, "heading"))
        blocks += _said(section.blocks)
    blocks += [Words(f"{one.post} {signed_by(one)}") for one in document.signers]
    if executor(document):
        blocks.append(Words(executor(document), "small"))
    (name,) = _tabs([document.kind])
    return Report(document.file, name, tuple(blocks), landscape=document.landscape, stamped=False)


def _top(document: Document, heading: str) -> Iterator[Words]:
    yield Words(heading or " ".join(document.title), "title")
    if heading:
        yield Words(" ".join(document.title), "subtitle")
    told = [DRAFT] if document.is_draft else []
    yield Words(" · ".join(filter(None, (*told, as_of(document)))), "subtitle")


def _said(blocks: Iterator[Block] | Sequence[Block]) -> Iterator[ReportBlock]:
    for block in blocks:
        match block:
            case Passage():
                yield Words(block.text)
            case Points():
                yield from map(Words, marked(block))
            case Listing():
                yield replace(block, frozen=False)
            case Chart():
                yield block


def _tabs(headings: Sequence[str]) -> list[str]:
    """Titles that every spreadsheet takes: short, without signs, each once."""
    names: list[str] = []
    for heading in headings:
        name = " ".join(_FORBIDDEN.sub(" ", heading).split())[:_LONGEST_TAB].strip() or "Документ"
        number = 2
        short = name
        while name.casefold() in {one.casefold() for one in names}:
            name = f"{short[: _LONGEST_TAB - 4].strip()} ({number})"
            number += 1
        names.append(name)
    return names
