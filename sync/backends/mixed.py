"""The mixed office: some registers in the folder, others in Google; one reading of both."""

from collections.abc import Mapping

from sync.backends.base import Backend, FileRead, Progress, unheard


class MixedBackend:
    """Several backends as one. Names do not collide: those of files have an end, those of spreadsheets have none."""

    def __init__(self, *backends: Backend) -> None:
        """The backends in the order in which they are asked."""
        self._backends = backends

    def fingerprints(self) -> Mapping[str, str]:
        """Those of all. Raises UnreachableError when one of the places is gone."""
        return {name: digest for one in self._backends for name, digest in one.fingerprints().items()}

    def read(self, progress: Progress = unheard) -> tuple[FileRead, ...]:
        """The workbooks of all in the order of names."""
        return tuple(sorted((file for one in self._backends for file in one.read(progress)), key=lambda one: one.name))
