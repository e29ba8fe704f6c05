"""The history → tables of the package, one a table: row by row, never the whole of it in memory."""

from collections.abc import Callable

from sqlalchemy import Connection

from sync.moving.cells import told
from sync.moving.contents import Seen, put_contents
from sync.moving.nameless import Look, as_it_is
from sync.moving.parcel import Parcel
from sync.moving.tables import path_of, resource_of, rows_of, schema_of
from sync.state.tables import CONTENTS, METADATA


def put_history(
    connection: Connection,
    parcel: Parcel,
    step: Callable[[str], None],
    look: Look = as_it_is,
    see: Seen | None = None,
) -> None:
    """Puts every table of the history into the package, those that others refer to first.

    `look` and `see` tell what of a row, and of a content, may leave.
    """
    for table in METADATA.sorted_tables:
        if table is CONTENTS:
            put_contents(connection, parcel, see)
        else:
            facts = {"title": f"История: {_TITLES[table.name]}"} if table.name in _TITLES else {}
            with parcel.table(resource_of(table.name), path_of(table.name), schema_of(table), **facts) as stream:
                for row in rows_of(connection, table):
                    cells = look(table, row)
                    if cells is not None:
                        stream.row(list(map(told, cells)))
        step(table.name)


_TITLES = {
    "runs": "обновления",
    "snapshots": "какое содержимое реестра принято каким обновлением",
    "remarks": "замечания: когда появились и когда устранены",
    "holds": "приостановленный приём данных и решения о нём",
    "hold_readings": "что именно ждало решения",
    "issued": "коды, которые выдал сервис",
    "answers": "ответы на листе «Соответствия»",
    "leaves": "«Оставить как есть»: причины и сроки",
    "written": "листы отчётов, которые записал сервис",
    "files": "файлы отчётов, которые записал сервис",
    "replaced": "файлы, на смену которым приняты новые",
    "parts": "части региона со своими кодами",
    "noticed": "замеченное между двумя чтениями",
    "row_layouts": "столбцы реестров",
    "row_versions": "версии строк реестров с цепочкой контрольных сумм",
    "papers": "выдачи именных документов",
    "figures": "показатели по обновлениям",
    "periods": "закрытые периоды и уточнения",
    "packages": "пакеты для ФПО, как они выпущены",
    "jobs": "работа службы: что и когда выполнено",
    "leases": "какая машина пишет",
    "links": "личные ссылки на страницу: кому, какая роль; сами ссылки не хранятся",
    "mail_days": "дни, за которые составлены письма",
    "outbox": "письма сотрудникам и что с ними стало",
    "purges": "уничтожение личных данных: когда, чьих (код), почему",
    "purged_rows": "контрольные суммы уничтоженных версий строк",
    "intents": "журнал записи: что собирались записать и когда записали",
    "wishes": "что руководитель просил сделать на листе «Сделать сейчас» и что получилось",
    "schema_version": "версия устройства истории",
}
