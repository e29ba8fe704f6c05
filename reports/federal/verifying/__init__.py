"""The checks of a package, one file a theme, in their order; each is told the packages before it in the chain."""

from reports.federal.verifying.alike import says_the_same
from reports.federal.verifying.case import Case, Check, Failure
from reports.federal.verifying.chain import follows_the_one_before
from reports.federal.verifying.complete import has_its_files, manifest_is_whole
from reports.federal.verifying.silent import names_nobody
from reports.federal.verifying.suppression import keeps_small_numbers
from reports.federal.verifying.totals import adds_up

CHECKS: tuple[Check, ...] = (
    manifest_is_whole,
    has_its_files,
    says_the_same,
    adds_up,
    keeps_small_numbers,
    names_nobody,
    follows_the_one_before,
)
"""What a package must pass. A check that lacks what it reads says nothing: another one has said it."""

__all__ = ["CHECKS", "Case", "Failure"]
