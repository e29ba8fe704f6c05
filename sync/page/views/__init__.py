"""What a person sees and sends, one line a view, in the order of the menu."""

from sync.page.views.view import View

from sync.page.views.state import STATE
from sync.page.views.remarks import REMARKS, REMARKS_OF
from sync.page.views.reports import REPORTS, REPORT, REPORT_FILE
from sync.page.views.files import FILES, PERIOD_FILE, PACKAGE_FILE, DOCUMENT_FILE
from sync.page.views.deeds import DEEDS, DEED, DO, DONE
from sync.page.views.runs import RUNS
from sync.page.views.docs import DOCS, DOC, PICTURE

VIEWS: tuple[View, ...] = tuple(one for one in list(vars().values()) if isinstance(one, View))
