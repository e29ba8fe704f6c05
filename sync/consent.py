"""A person's yes before something that a program must not decide."""

import sys
from argparse import Namespace

from config.errors import UsageError

_YES = frozenset({"да", "д", "yes", "y"})


def agreed(options: Namespace, question: str) -> bool:
    """The person agrees: typed «да», or gave the key --yes beforehand.

    Raises UsageError when there is nobody to ask.
    """
    if options.yes:
        return True
    if options.json or not sys.stdin.isatty():
        raise UsageError(
            "Нужно согласие человека, а спросить некого: команда запущена не в окне терминала. Ничего не изменено.",
            advice="Прочитайте, что будет сделано, и повторите команду с ключом --yes.",
        )
    print(f"\n{question} Напишите «да» и нажмите Enter: ", end="", flush=True)
    return sys.stdin.readline().strip().casefold() in _YES
