"""`rpo rules`: the catalogue of every code that can be reported."""

from argparse import ArgumentParser, Namespace

NAME = "rules"
HELP = "все правила проверки: код, важность, что сделать"
ENDS = {0: "всегда"}


def add_options(_parser: ArgumentParser) -> None:
    """Nothing but the common options."""


def run(options: Namespace) -> int:
    """Always 0."""
    from reports.catalogues.rules import entries, rules_as_json, rules_as_markdown
    from sync.demo.shown import kept_examples
    from validators.catalogue import FAULTS
    from validators.rules import RULES

    catalogue = entries(FAULTS.values(), RULES, kept_examples())
    print(rules_as_json(catalogue) if options.json else rules_as_markdown(catalogue))
    return 0
