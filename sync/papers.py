"""Making named papers: what is asked for, the folder that never loses a file, what people are told."""

import json
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from config.errors import OfficeError, UsageError
from reports.naming import fit_for_file
from reports.papers.choice import choose
from reports.papers.joined import joined
from reports.papers.marks import TemplateFaultError
from reports.papers.paper import Order, Paper
from reports.wording import counted
from sync.desk import Desk
from sync.given_papers import write_down
from sync.look import look_once
from sync.paper_files import base_folder, put_papers, template_called
from sync.paper_wish import table_of, wish_of


class EmptyPaperError(OfficeError):
    """В документ никто не входит."""


@dataclass(frozen=True)
class _Made:
    """What was written, of whom, who was left out, which marks were empty for whom, the number of the issue."""

    files: tuple[Path, ...]
    codes: tuple[str, ...]
    left_out: Mapping[str, str]
    blank: Mapping[str, tuple[str, ...]]
    issue: int | None = None


def make_papers(desk: Desk, options: Namespace) -> int:
    """Makes the papers and says where they are. Raises UsageError, TemplateFaultError, EmptyPaperError, WriteError."""
    _refuse_a_muddle(options)
    base = base_folder(desk, options.out)
    name, template = template_called(desk, options.template)
    facts = look_once(desk, quiet=options.quiet or options.json).facts
    table = table_of(facts.scene.office, options.register)
    chosen = choose(facts.scene.office, table, wish_of(table, options), facts.today)
    if not chosen.rows:
        raise EmptyPaperError(
            f"В документ никто не входит. {' '.join(_left_out(chosen.left_out))}".strip(),
            advice="Измените условия: --where, --codes; согласия и имена проверьте в реестре.",
        )
    order = Order(facts, table, template, chosen, outside=options.outside is not None)
    papers = _checked(order, options)
    data = _files(fit_for_file(name) or "Документ", papers, one_file=options.one_file)
    codes = tuple(sorted(table.ids[index] for index in chosen.rows))
    issue = None
    if options.outside is not None:
        issue = write_down(desk, (name, template), table.register, options.outside.strip(), codes)
    files = put_papers(desk, base, fit_for_file(name) or "Документ", data)
    _tell(_Made(files, codes, chosen.left_out, _blank(papers), issue), options)
    return 0


def _refuse_a_muddle(options: Namespace) -> None:
    if options.template is None or options.register is None:
        raise UsageError(
            "Не указан шаблон или реестр.",
            advice='Например: rpo paper "Диплом участника" SCH. Примеры шаблонов: rpo paper --examples.',
        )
    if options.outside is not None and not options.outside.strip():
        raise UsageError("После --outside не сказано, кому выдаётся документ.", advice="Назовите получателя.")
    if options.outside is not None and options.ask_consent:
        raise UsageError(
            "Ключи --outside и --ask-consent вместе не подходят: без согласия имя наружу не выдаётся.",
            advice="Оставьте один из двух.",
        )


def _checked(order: Order, options: Namespace) -> list[Paper]:
    """All papers, before a single one is written."""
    if options.ask_consent and order.is_list:
        raise TemplateFaultError(
            "Ключ --ask-consent не подходит к списку: без согласия человек в именной список не входит.",
            advice="Возьмите шаблон, по которому получается отдельный документ на каждого.",
        )
    if options.outside is not None:
        order.check_outside()
    return list(order.papers())


def _files(title: str, papers: Sequence[Paper], *, one_file: bool) -> dict[str, bytes]:
    """Name of a file without its ending → its bytes: a code, or the title for a paper of all."""
    if one_file and len(papers) > 1:
        return {title: joined([one.data for one in papers])}
    return {(one.code or title): one.data for one in papers}


def _blank(papers: Sequence[Paper]) -> dict[str, tuple[str, ...]]:
    """Mark → the rows for which it is empty."""
    found: dict[str, tuple[str, ...]] = {}
    for paper in papers:
        for mark in paper.blank:
            found[mark] = (*found.get(mark, ()), paper.code)
    return found


def _tell(made: _Made, options: Namespace) -> None:
    if options.json:
        print(
            json.dumps(
                {
                    "folder": str(made.files[0].parent),
                    "files": [path.name for path in made.files],
                    "codes": list(made.codes),
                    "left_out": dict(made.left_out),
                    "blank": {mark: list(codes) for mark, codes in made.blank.items()},
                    "issue": made.issue,
                },
                ensure_ascii=False,
            )
        )
        return
    files = counted(len(made.files), "файл", "файла", "файлов")
    rows = counted(len(made.codes), "строка", "строки", "строк")
    print(f"Готово: {files} в папке {made.files[0].parent}; в документах {rows} реестра.")
    if made.issue is not None:
        print(f"Выдача № {made.issue} записана. Все выдачи: rpo paper --log.")
    for line in _left_out(made.left_out):
        print(line)
    if not options.quiet:
        for mark, codes in made.blank.items():
            print(f"Метка «{mark}» пуста: {', '.join(codes)}.")
        print("В файлах личные данные: не держите их дольше, чем нужно.")


def _left_out(left_out: Mapping[str, str]) -> Iterator[str]:
    """Codes by the reason for which they are left out."""
    reasons: dict[str, list[str]] = {}
    for code, why in left_out.items():
        reasons.setdefault(why, []).append(code)
    for why, codes in reasons.items():
        yield f"Не вошли — {why}: {', '.join(codes)}."
