"""The documents for people who decide, one line a document, in the order of domain.md §5.4."""

from reports.documents.document import DocumentRecipe

from reports.documents.stage_report import STAGE_REPORT
from reports.documents.deputy_report import DEPUTY
from reports.documents.council import COUNCIL
from reports.documents.analysis import NOTE, FINAL
from reports.documents.planning_meeting import PLANNING_MEETING

DOCUMENTS: tuple[DocumentRecipe, ...] = tuple(one for one in list(vars().values()) if isinstance(one, DocumentRecipe))
