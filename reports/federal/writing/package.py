"""The whole package: its files under their names, the manifest that seals them, and the same as one archive."""

import io
import zipfile
from collections.abc import Mapping

from reports.disclosure.release import Released
from reports.federal.writing.data import DATA, data_file, table_files
from reports.federal.writing.manifest import MANIFEST, Manifest, digest_of
from reports.federal.writing.note import NOTE, note_file
from reports.federal.writing.summary import SCHEMA, SCHEMA_FILE, SUMMARY, schema_file, summary_file
from reports.federal.writing.workbook import summary_workbook

WORKBOOK = "summary.xlsx"
LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The hour of every entry of our archives."""


def files_of(released: Released, number: int, previous: str | None) -> Mapping[str, bytes]:
    """Name → bytes. `number` — that of the package in the season, `previous` — the digest of the one before it."""
    files = {
        WORKBOOK: summary_workbook(released),
        DATA: data_file(released),
        SUMMARY: summary_file(released),
        SCHEMA_FILE: schema_file(),
        NOTE: note_file(released),
        **table_files(released),
    }
    return files | {MANIFEST: _manifest(released, number, previous, files)}


def _manifest(released: Released, number: int, previous: str | None, files: Mapping[str, bytes]) -> bytes:
    head = released.head
    reason = released.cells().get("1/Причина уточнения/Значение")
    manifest = Manifest(
        schema_version=SCHEMA,
        recipient=head.recipient,
        region=head.region,
        oktmo=head.oktmo,
        season=head.season,
        period=head.period,
        as_of=head.as_of,
        correction=head.correction,
        reason=str(reason) if head.correction else "",
        request=head.request,
        rules=head.rules,
        k=released.k,
        number=number,
        previous=previous,
        files={name: digest_of(data) for name, data in files.items()},
    )
    return manifest.sealed().as_bytes()


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The same files as an archive, not compressed and without the hour of its making: the same bytes everywhere."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, files[name])
    return stream.getvalue()
