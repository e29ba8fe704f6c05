"""All registers of the office, one line a register, in the order in which people meet them."""

from typing import Any

from config.register import Register
from config.registers.agenda import AGENDA
from config.registers.decisions import DEC
from config.registers.document_kinds import DOCKIND
from config.registers.documents import DOC
from config.registers.enterprises import ENT
from config.registers.explanations import NOTE
from config.registers.federal_projects import FEDPROJECT
from config.registers.finance import FIN
from config.registers.functions import FUNCTION
from config.registers.indicators import IND
from config.registers.institutions import EDU
from config.registers.mentors import MENT
from config.registers.municipalities import MUN
from config.registers.national_projects import NP
from config.registers.pages import PAGE
from config.registers.participation import PROG
from config.registers.passport import PASSPORT
from config.registers.plan import PLAN
from config.registers.priorities import PRIORITY
from config.registers.publications import PUB
from config.registers.pupils import SCH
from config.registers.staff import STAFF
from config.registers.stages import STAGE
from config.registers.students import UNI
from config.registers.teams import TEAM

REGISTERS: tuple[Register[Any], ...] = (  # Any: each register has a record class of its own
    PLAN,
    IND,
    UNI,
    SCH,
    TEAM,
    MENT,
    ENT,
    EDU,
    PROG,
    DEC,
    FIN,
    NP,
    PAGE,
    PUB,
    DOC,
    STAFF,
    AGENDA,
    NOTE,
    PASSPORT,
    STAGE,
    MUN,
    PRIORITY,
    FEDPROJECT,
    FUNCTION,
    DOCKIND,
)
