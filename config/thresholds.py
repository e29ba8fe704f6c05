"""`[thresholds]`: the numbers by which an office judges itself."""

from pydantic import Field

from config.section import Section


class ThresholdsSection(Section):
    """`[thresholds]`: from where a light is green or yellow, percent (domain.md §5.6); terms, ages and bounds of rules
    (§5.3, §5.8).

    `fix_days`, `explain_days`, `instruction_days`, `report_days`, `stage_report_days` are working days, other days are
    calendar ones; ages are whole years.
    """

    indicator_green: float = 95
    indicator_yellow: float = 85
    money_green: float = 90
    money_yellow: float = 70
    pages_green: float = 90
    pages_yellow: float = 70
    data_green: float = 95
    data_yellow: float = 85
    fix_days: int = 3
    stage_council_days: int = Field(default=30, ge=0)
    instruction_days: int = Field(default=5, ge=0)
    unused_days: int = Field(default=180, ge=0)
    team_min: int = Field(default=3, ge=1)
    team_max: int = Field(default=12, ge=1)
    most_student_teams: int = Field(default=2, ge=1)
    mentor_teams: int = Field(default=3, ge=1)
    mentor_clearance: bool = True
    team_stuck_days: int = Field(default=45, ge=1)
    page_due_days: int = Field(default=30, ge=0)
    page_silence: int = Field(default=30, ge=1)
    page_silence_official: int = Field(default=14, ge=1)
    posts_a_week: int = Field(default=3, ge=0)
    idle_days: int = Field(default=30, ge=1)
    explain_days: int = Field(default=5, ge=0)
    pupil_age_least: int = 13
    pupil_age_from: int = 14
    pupil_age_to: int = 17
    pupil_age_most: int = 20
    student_age_least: int = 17
    student_age_from: int = 18
    student_age_to: int = 21
    student_age_most: int = 25
    adult_reminder_days: int = 30
    own_consent_from_14: bool = False
    destruction_days: int = 30
    money_days: int = Field(default=10, ge=0)
    report_days: int = Field(default=5, ge=0)
    stage_report_days: int = Field(default=10, ge=0)
