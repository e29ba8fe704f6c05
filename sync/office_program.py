"""A file of Word turned into PDF by LibreOffice, where the machine has it."""

import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 120


@dataclass(frozen=True)
class Turned:
    """The PDF; None with the reason, a clause in Russian."""

    pdf: bytes | None
    why: str = ""


def to_pdf(word: bytes) -> Turned:
    """The PDF of a .docx. It never raises for what the program can't do: the reason is told."""
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        return Turned(None, "на этой машине нет LibreOffice")
    with tempfile.TemporaryDirectory(prefix="rpo-") as name:
        folder = Path(name)
        (folder / "document.docx").write_bytes(word)
        profile = (folder / "profile").as_uri()
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "pdf"]
        try:
            subprocess.run(  # noqa: S603  the program that the machine itself calls so, on a file of ours
                [*command, "--outdir", name, str(folder / "document.docx")],
                capture_output=True,
                timeout=_SECONDS,
                check=False,
            )
        except (subprocess.TimeoutExpired, OSError):
            return Turned(None, "LibreOffice не ответил")
        made = folder / "document.pdf"
        return Turned(made.read_bytes()) if made.is_file() else Turned(None, "LibreOffice не открыл документ")
