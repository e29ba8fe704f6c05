"""`rpo worker`: one of several processes that work for many offices by a queue in PostgreSQL."""

from argparse import ArgumentParser, Namespace

from config.errors import SettingsError

NAME = "worker"
HELP = "один из процессов, которые вместе ведут многие офисы: работы раздаёт очередь в PostgreSQL"
ENDS = {0: "остановлен по просьбе", 1: "база очереди недоступна"}


def add_options(parser: ArgumentParser) -> None:
    """Where the offices are, and where the queue is."""
    parser.add_argument("--offices", metavar="ПАПКА", required=True, help="папка, в которой лежат папки офисов")
    parser.add_argument("--database", metavar="АДРЕС", required=True, help="база очереди: postgresql://rpo@сервер/rpo")
    parser.add_argument("--password-file", metavar="ФАЙЛ", help="файл с паролем базы; иначе — PGPASSWORD или ~/.pgpass")
    parser.add_argument(
        "--limit", type=int, default=30, metavar="МИНУТ", help="дольше работа одного офиса не идёт (30)"
    )


def run(options: Namespace) -> int:
    """0 after SIGTERM or Ctrl-C. Raises QueueError, SettingsError."""
    try:
        from sync.worker.working import work
    except ImportError as error:
        raise SettingsError(
            "Для очереди работ не установлены её библиотеки.", advice="Установите: pip install 'rpo[worker]'."
        ) from error
    work(options)
    return 0
