"""A data package being written: each file is hashed while it is written and described once, in the order of writing."""

import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from sync.files import write_atomically
from sync.moving.cells import DIALECT, MARK, line_of
from sync.steps import step

DESCRIPTOR = "datapackage.json"
PLACE = "rpo:place"
"""The property of a resource that says where the file stood in the office."""

_NAME = re.compile(r"[^-a-z0-9._/]+")
_CHUNK = 1 << 20
Facts = Mapping[str, Any]  # Any: whatever JSON holds


class Stream:
    """A file of the package that is open for writing."""

    def __init__(self, file: IO[bytes]) -> None:
        """Takes the open file."""
        self._file = file
        self._digest = hashlib.sha256()
        self._size = 0

    def write(self, data: bytes) -> None:
        """Appends bytes."""
        self._file.write(data)
        self._digest.update(data)
        self._size += len(data)

    def row(self, cells: list[str]) -> None:
        """Appends a line of a table."""
        self.write(line_of(cells))

    @property
    def facts(self) -> Facts:
        """What a package says of the integrity of a file."""
        return {"bytes": self._size, "hash": f"sha256:{self._digest.hexdigest()}"}


class Parcel:
    """The folder of a package and the descriptions of what was put into it. Files are for their owner alone."""

    def __init__(self, folder: Path) -> None:
        """Takes an empty folder."""
        self.folder = folder
        self.resources: list[Facts] = []

    @contextmanager
    def writing(self, name: str, path: str, **facts: object) -> Iterator[Stream]:
        """A file to be written piece by piece; it belongs to the package when it is complete."""
        target = self.folder / path
        for folder in reversed(Path(path).parents):
            (self.folder / folder).mkdir(mode=0o700, exist_ok=True)
        with step("export.write", path), target.open("xb") as file:
            target.chmod(0o600)
            stream = Stream(file)
            yield stream
            file.flush()
            os.fsync(file.fileno())
        usual = {"name": _NAME.sub("-", name.lower()), "path": path, **_kind(path)}
        if "schema" not in facts:
            usual |= {"profile": "data-resource", "type": "file"}
        self.resources.append({**usual, **facts, **stream.facts})

    @contextmanager
    def table(self, name: str, path: str, schema: Facts, **facts: object) -> Iterator[Stream]:
        """A table to be written row by row, its heading is written."""
        more = {"profile": "tabular-data-resource", "encoding": "utf-8", "dialect": DIALECT, "schema": schema}
        with self.writing(name, path, **facts, **more) as stream:
            stream.write(MARK.encode())
            stream.row([field["name"] for field in schema["fields"]])
            yield stream

    def put(self, name: str, path: str, data: bytes, **facts: object) -> None:
        """A file whose bytes are at hand."""
        with self.writing(name, path, **facts) as stream:
            stream.write(data)

    def copy(self, name: str, path: str, source: Path, **facts: object) -> None:
        """A file of the office, byte for byte."""
        with source.open("rb") as file, self.writing(name, path, **facts) as stream:
            while data := file.read(_CHUNK):
                stream.write(data)

    def close(self, facts: Facts) -> str:
        """Writes the description of the whole package; gives its sha256."""
        shape = {"profile": "data-package", **facts, "resources": self.resources}
        data = (json.dumps(shape, ensure_ascii=False, indent=1) + "\n").encode()
        write_atomically(self.folder / DESCRIPTOR, data, mode=0o600)
        return hashlib.sha256(data).hexdigest()


def zipped(folder: Path, target: Path, files: Iterable[str]) -> None:
    """The files of the folder as one .zip whose bytes depend on nothing else."""
    import zipfile

    with zipfile.ZipFile(target, "x", zipfile.ZIP_DEFLATED) as archive:
        target.chmod(0o600)
        for name in files:
            facts = zipfile.ZipInfo(name)
            facts.compress_type, facts.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            with (folder / name).open("rb") as source, archive.open(facts, "w") as file:
                shutil.copyfileobj(source, file)


def _kind(path: str) -> Facts:
    """What kind of file it is. A file that is no table says so: nobody need look into it for rows."""
    kind = Path(path).suffix.removeprefix(".").lower()
    return {"format": kind or "bin", "mediatype": _KINDS.get(kind, "application/octet-stream")}


_KINDS = {
    "csv": "text/csv",
    "txt": "text/plain",
    "json": "application/json",
    "pdf": "application/pdf",
    "html": "text/html",
    "xls": "application/vnd.ms-excel",
    "zip": "application/zip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "jsonl": "application/jsonl",
    "toml": "application/toml",
}
