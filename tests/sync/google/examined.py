"""What `doctor` finds in an office in Google, and the settings that a test changes for it."""

from sync.google.doctor import Found, examine_google
from sync.google.office import GoogleOffice
from tests.sync.google.offices import GoogleOfficeOnTest
from tests.sync.google.times import Times

TEAMS = "Команды"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
GOOGLES = "https://oauth2.googleapis.com/token"


def findings(office: GoogleOfficeOnTest, times: Times | None = None) -> list[Found]:
    """What `doctor` finds, on a clock that moves only when it sleeps."""
    desk = office.desk()
    ports = (times or Times()).ports
    google = GoogleOffice(desk.settings.google, desk.root, desk.state.parent / "google.json", ports)
    return list(examine_google(google, desk.settings))


def wrong(office: GoogleOfficeOnTest) -> list[Found]:
    return [one for one in findings(office) if not one[1]]


def only(office: GoogleOfficeOnTest) -> tuple[str, str, str]:
    """The one thing that is wrong: its name, its text and the advice."""
    ((name, _, text, advice),) = wrong(office)
    return name, text, advice


def settings(office: GoogleOfficeOnTest, old: str, new: str) -> None:
    path = office.folder / "office.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
