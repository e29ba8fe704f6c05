"""The seal is of what stands in the file: before a commit and after it, with a journal beside it and without."""

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sync.state.seal import digest_of_file, digest_of_view

DEEDS = st.lists(
    st.one_of(
        st.tuples(st.just("INSERT INTO t VALUES (?)"), st.binary(max_size=9000)),
        st.tuples(st.just("DELETE FROM t WHERE length(x) > ?"), st.integers(0, 9000)),
        st.tuples(st.just("UPDATE t SET x = x || ?"), st.binary(max_size=50)),
    ),
    max_size=8,
)


@settings(max_examples=40)
@given(transactions=st.lists(DEEDS, min_size=1, max_size=5))
def test_the_digest_before_a_commit_is_that_of_the_file_at_rest(transactions: list[list[tuple[str, object]]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "t.sqlite"
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("CREATE TABLE t (x)")
            for deeds in transactions:
                connection.execute("BEGIN IMMEDIATE")
                for statement, value in deeds:
                    connection.execute(statement, (value,))
                before = digest_of_view(connection)
                connection.execute("COMMIT")
                assert digest_of_view(connection) == before
                with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as reader:
                    assert digest_of_view(reader) == before
        assert digest_of_file(path) == before


def test_a_file_that_somebody_has_open_is_not_at_rest(tmp_path: Path) -> None:
    path = tmp_path / "t.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE t (x)")
        assert digest_of_file(path) is None
    assert digest_of_file(path) is not None
