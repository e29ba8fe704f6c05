"""`rpo serve`: the background service; `--once` does what is due and ends."""

import json
from argparse import ArgumentParser, Namespace

NAME = "serve"
HELP = "служба: сама обновляет, закрывает периоды и готовит документы по расписанию"
ENDS = {
    0: "остановлена по просьбе; с --once — всё, чему пришёл срок, сделано",
    1: "служба здесь уже работает; с --once — что-то не удалось",
    7: "с --once: что-то ждёт решения человека",
}


def add_options(parser: ArgumentParser) -> None:
    """Whether to end when everything due is done."""
    parser.add_argument("--once", action="store_true", help="выполнить всё, чему пришёл срок, и закончить (для cron)")


def run(options: Namespace) -> int:
    """0 after SIGTERM or Ctrl-C; with --once 0 when all went well · 1 a job failed · 7 something waits for a person."""
    from sync.service.serving import serve, serve_once

    if not options.once:
        serve(options)
        return 0
    done = serve_once(options)
    if options.json:
        for one in done:
            shown = {"job": one.job, "occasion": one.occasion, "result": one.result, "code": one.code or None}
            print(json.dumps(shown, ensure_ascii=False))
    elif not options.quiet:
        from sync.service.words import done_words

        print("\n".join(map(done_words, done)) or "Сейчас делать нечего: всё, чему пришёл срок, сделано.")
    results = {one.result for one in done}
    return 7 if "waits" in results else int("failed" in results)
