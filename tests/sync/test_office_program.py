"""A file of Word turned into PDF by a program of the machine, which may be there, fail, or be missing."""

from pathlib import Path

import pytest

from sync.office_program import to_pdf

WORKS = """#!/bin/sh
while [ "$1" != --outdir ]; do shift; done
{ printf 'PDF of '; cat "$3"; } > "$2/document.pdf"
"""
FAILS = "#!/bin/sh\nexit 77\n"


def machine(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str | None) -> None:
    monkeypatch.setenv("PATH", f"{folder}:/bin:/usr/bin" if script else str(folder))
    if script:
        program = folder / "soffice"
        program.write_text(script, encoding="utf-8")
        program.chmod(0o700)


@pytest.mark.parametrize(
    ("script", "pdf", "why"),
    [
        (WORKS, b"PDF of word", ""),
        (FAILS, None, "LibreOffice не открыл документ"),
        (None, None, "на этой машине нет LibreOffice"),
    ],
    ids=["works", "fails", "missing"],
)
def test_the_pdf_or_the_reason_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str | None, pdf: bytes | None, why: str
) -> None:
    machine(tmp_path, monkeypatch, script)
    turned = to_pdf(b"word")
    assert (turned.pdf, turned.why) == (pdf, why)
