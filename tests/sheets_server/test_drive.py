"""The parts of the Drive API."""

import pytest

from tests.sheets_server.asking import Office
from tests.sheets_server.plain import Json

KIND = "application/vnd.google-apps.spreadsheet"


def ask(office: Office, method: str, path: str, body: Json | None = None, **query: str) -> Json:
    answer = office.ask(method, f"/drive/v3/files{path}", body, **query)
    assert answer.status == 200, answer.body
    found: Json = answer.json()
    return found


def test_every_change_makes_the_version_higher_and_a_read_does_not() -> None:
    office = Office()

    def version() -> int:
        return int(ask(office, "GET", f"/{office.id}", fields="version")["version"])

    before = version()
    office.values("Sheet1")
    assert version() == before
    office.put("A1", [["x"]])
    assert version() == before + 1
    office.refusal({"deleteSheet": {"sheetId": 9}})
    assert version() == before + 1


def test_a_file_and_its_spreadsheet_have_one_name() -> None:
    office = Office()
    office.batch({"updateSpreadsheetProperties": {"properties": {"title": "Новое"}, "fields": "title"}})
    assert ask(office, "GET", f"/{office.id}")["name"] == "Новое"
    ask(office, "PATCH", f"/{office.id}", {"name": "Ещё новее"})
    assert office.get(fields="properties.title") == {"properties": {"title": "Ещё новее"}}


@pytest.mark.parametrize(
    ("query", "names"),
    [
        (f"mimeType='{KIND}'", ["Второй", "Проба"]),
        (f'mimeType="{KIND}" and name = "Второй"', ["Второй"]),
        ("name contains 'про' and trashed = false", ["Проба"]),
        ("name != 'Проба' and 'root' in parents", ["Второй"]),
        ("name = 'it\\'s'", []),
        ("trashed=true", []),
    ],
)
def test_files_are_found_by_a_query(query: str, names: list[str]) -> None:
    office = Office()
    ask(office, "POST", "", {"name": "Второй", "mimeType": KIND})
    assert [each["name"] for each in ask(office, "GET", "", q=query)["files"]] == names


def test_a_query_that_can_not_be_read_is_refused() -> None:
    answer = Office().ask("GET", "/drive/v3/files", q="name ~ 'x'")
    assert (answer.status, answer.json()["error"]["errors"][0]["reason"]) == (400, "invalid")


def test_files_come_in_pages() -> None:
    office = Office()
    for number in range(3):
        ask(office, "POST", "", {"name": str(number), "mimeType": KIND})
    first = ask(office, "GET", "", pageSize="3")
    rest = ask(office, "GET", "", pageSize="3", pageToken=first["nextPageToken"])
    assert len({each["id"] for each in first["files"] + rest["files"]}) == 4
    assert "nextPageToken" not in rest


def test_a_file_that_is_not_there_is_told_in_drives_words() -> None:
    answer = Office().ask("GET", "/drive/v3/files/nowhere")
    assert answer.status == 404
    assert answer.json()["error"] == {
        "code": 404,
        "message": "File not found: nowhere.",
        "errors": [
            {
                "message": "File not found: nowhere.",
                "domain": "global",
                "reason": "notFound",
                "location": "fileId",
                "locationType": "parameter",
            }
        ],
    }


def test_a_copy_has_everything_and_goes_its_own_way() -> None:
    office = Office()
    office.put("A1", [["а", "=A1"]], "USER_ENTERED")
    made = ask(office, "POST", f"/{office.id}/copy", {"name": "Копия"})
    office.put("A1", [["б"]])
    place = f"/v4/spreadsheets/{made['id']}/values/A1:B1"
    assert office.ask("GET", place).json()["values"] == [["а", "а"]]


def test_an_export_is_the_first_sheet_as_it_is_shown() -> None:
    office = Office(locale="ru_RU")
    office.put("A1", [["Сумма", "1,5"], [None, "а,б"]], "USER_ENTERED")
    answer = office.ask("GET", f"/drive/v3/files/{office.id}/export", mimeType="text/csv")
    assert answer.body.decode() == 'Сумма,"1,5"\r\n,"а,б"'
    workbook = office.ask(
        "GET",
        f"/drive/v3/files/{office.id}/export",
        mimeType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    )
    assert workbook.body.startswith(b"PK")
    assert office.ask("GET", f"/drive/v3/files/{office.id}/export", mimeType="image/png").status == 400


def test_comments_are_kept() -> None:
    office = Office()
    ask(office, "POST", f"/{office.id}/comments", {"content": "Проверить"}, fields="id,content")
    assert ask(office, "GET", f"/{office.id}/comments", fields="comments/content") == {
        "comments": [{"content": "Проверить"}]
    }
    assert office.ask("GET", f"/drive/v3/files/{office.id}/comments").status == 400
