"""Every file is there, none is over, none has changed since the package was made."""

from collections.abc import Iterator

from reports.federal.reading import Package
from reports.federal.verifying.case import AGAIN, Case, Failure
from reports.federal.writing.data import DATA
from reports.federal.writing.manifest import MANIFEST, Manifest, digest_of, version_in
from reports.federal.writing.note import NOTE
from reports.federal.writing.package import WORKBOOK
from reports.federal.writing.summary import SCHEMA, SCHEMA_FILE, SUMMARY

_ALWAYS = (WORKBOOK, DATA, SUMMARY, SCHEMA_FILE, NOTE)
_LEAST_K = 3


def manifest_is_whole(case: Case) -> Iterator[Failure]:
    """The manifest is there, is one, and bears its own seal; its version is one that the program knows."""
    package = case.package
    manifest, data = package.manifest, package.files.get(MANIFEST)
    if data is None:
        yield Failure(MANIFEST, f"В пакете нет файла {MANIFEST}: проверить его нечем.", AGAIN)
    elif version_in(data) not in (SCHEMA, None):
        words = f"Пакет версии {version_in(data)}, а программа знает версию {SCHEMA}."
        yield Failure(MANIFEST, words, "Обновите программу.")
    elif manifest is None:
        yield Failure(MANIFEST, f"Файл {MANIFEST} повреждён или сделан не этим сервисом.", AGAIN)
    elif manifest.sealed().as_bytes() != data:
        yield Failure(MANIFEST, f"Файл {MANIFEST} изменён после выпуска пакета.", AGAIN)
    elif manifest.k < _LEAST_K:
        words = f"В {MANIFEST} наименьшее показываемое число {manifest.k}: так мало людей показывать нельзя."
        yield Failure(MANIFEST, words, AGAIN)
    if not package.whole:
        yield Failure(package.name, "Архив изменён после выпуска пакета, хотя файлы в нём читаются.", AGAIN)


def has_its_files(case: Case) -> Iterator[Failure]:
    """The files are those of the manifest, byte for byte."""
    package, manifest = case.package, case.package.manifest
    if manifest is not None:
        yield from _of_manifest(package, manifest)


def _of_manifest(package: Package, manifest: Manifest) -> Iterator[Failure]:
    for name in (*_ALWAYS, *manifest.files):
        if name not in manifest.files:
            yield Failure(MANIFEST, f"В {MANIFEST} не назван файл {name}.", AGAIN)
        elif name not in package.files:
            yield Failure(name, f"Файла {name} в пакете нет.", AGAIN)
        elif digest_of(package.files[name]) != manifest.files[name]:
            yield Failure(name, f"Файл {name} изменён: его сумма sha256 не та, что в {MANIFEST}.", AGAIN)
    for name in sorted(package.files.keys() - manifest.files.keys() - {MANIFEST}):
        yield Failure(name, f"Файл {name} лишний: в {MANIFEST} его нет.", "Уберите файл из пакета.")
