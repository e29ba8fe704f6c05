"""What people read: the reports of the office, one line a report, in the order in which they are made."""

from reports.report import Recipe

from reports.head.summary import SUMMARY
from reports.head.indicators import INDICATORS
from reports.head.plan import PLAN_REPORT
from reports.head.participants import PARTICIPANTS
from reports.head.teams import TEAMS
from reports.head.mentors import MENTORS_REPORT
from reports.head.institutions import INSTITUTIONS_REPORT
from reports.head.finance import FINANCE
from reports.head.national_projects import NATIONAL_PROJECTS
from reports.head.media import MEDIA
from reports.head.decisions import DECISIONS
from reports.head.work import WORK
from reports.head.agenda import AGENDA_REPORT
from reports.head.municipalities import MUNICIPALITIES
from reports.head.personal_data import PERSONAL_DATA
from reports.quality_report import QUALITY
from reports.reconciliation import RECONCILIATION
from reports.state import STATE
from reports.head.trace import TRACE
from reports.remarks import REMARKS
from reports.municipal_remarks import MUNICIPAL_REMARKS
from reports.names import NAMES
from reports.beside import BESIDE
from reports.questions import QUESTIONS
from reports.pairs import PAIRS
from reports.applications import APPLICATIONS
from reports.strangers import STRANGERS
from reports.older_lists import OLDER_LISTS

REPORTS: tuple[Recipe, ...] = tuple(one for one in list(vars().values()) if isinstance(one, Recipe))
