"""`rpo plan`: what `sync` would change, with a checksum; nothing is written."""

import json
from argparse import ArgumentParser, Namespace

NAME = "plan"
HELP = "показать, что изменит обновление, ничего не записывая"
ENDS = {0: "план показан"}


def add_options(parser: ArgumentParser) -> None:
    """No options of its own."""


def run(options: Namespace) -> int:
    """Always exit 0: a plan is only a look."""
    from sync.answers import with_answers
    from sync.desk import open_desk
    from sync.look import look_with
    from sync.printing import print_plan
    from sync.state.store import Store
    from sync.updating import plan_of

    desk = open_desk(options)
    with Store.open(desk.state, read_only=True) as store:
        before = with_answers(desk.shelves, store.before(desk.today))
        survey = look_with(desk, store, before, quiet=options.quiet or options.json)
    plan = plan_of(desk, survey, before)
    if options.json:
        from sync.compare import plan_as_json

        print(json.dumps(plan_as_json(plan, desk.shelves), ensure_ascii=False))
    else:
        print_plan(plan)
    return 0
