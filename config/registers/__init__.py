"""All registers of the office: one line a register, in the order in which people meet them."""

from typing import Any

from config.register import Register

from config.registers.plan import PLAN
from config.registers.indicators import IND
from config.registers.students import UNI
from config.registers.pupils import SCH
from config.registers.teams import TEAM
from config.registers.mentors import MENT
from config.registers.enterprises import ENT
from config.registers.institutions import EDU
from config.registers.participation import PROG
from config.registers.decisions import DEC
from config.registers.finance import FIN
from config.registers.national_projects import NP
from config.registers.pages import PAGE
from config.registers.publications import PUB
from config.registers.documents import DOC
from config.registers.staff import STAFF
from config.registers.agenda import AGENDA
from config.registers.explanations import NOTE
from config.registers.passport import PASSPORT
from config.registers.stages import STAGE
from config.registers.municipalities import MUN
from config.registers.priorities import PRIORITY
from config.registers.federal_projects import FEDPROJECT
from config.registers.functions import FUNCTION
from config.registers.document_kinds import DOCKIND

REGISTERS: tuple[Register[Any], ...] = tuple(one for one in list(vars().values()) if isinstance(one, Register))
