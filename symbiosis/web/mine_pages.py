"""What the templates of a firm's own space are given."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

from symbiosis.domain.accounts import Holder
from symbiosis.domain.contacts import Contact
from symbiosis.domain.enums import Direction
from symbiosis.domain.introductions import Introduction
from symbiosis.domain.invitations import Invitation, LinkTrouble
from symbiosis.domain.views import FlowLine
from symbiosis.services.declare import Declared
from symbiosis.services.draft import Draft
from symbiosis.services.hear import Heard
from symbiosis.services.own import OwnFlow
from symbiosis.web.forms import Form
from symbiosis.web.sight import Side


@dataclass(frozen=True)
class MinePage:
    """What a firm offers, needs and shares, whom it may meet, and what it can do."""

    template: ClassVar[str] = "mine.html"
    name: str
    flows: tuple[tuple[Direction, tuple[OwnFlow, ...]], ...]
    withdrawn: tuple[OwnFlow, ...]
    old: frozenset[str]  # ids of flows that are guesses, or were told more than twelve months ago
    introductions: tuple[Introduction, ...]
    draft: Draft | None
    side: Side


@dataclass(frozen=True)
class SayPage:
    """First step: plain words."""

    template: ClassVar[str] = "mine_say.html"
    form: Form
    draft: Draft | None


@dataclass(frozen=True)
class CheckPage:
    """Second step, and the form of a correction: what was understood, to be agreed or changed."""

    template: ClassVar[str] = "mine_check.html"
    form: Form
    heard: Heard
    action: str
    left: int = 0  # further things of the same text
    version: int = 0  # of the flow that is corrected, 0 for a new one
    back: str = ""
    part: str = ""  # of the draft, as it was said: sent back, so that a second click does not skip the next one


@dataclass(frozen=True)
class OwnFlowPage:
    """A flow, what it may lead to, and what it said before."""

    template: ClassVar[str] = "mine_flow.html"
    flow: OwnFlow
    declared: Declared | None  # None once withdrawn
    side: Side
    left: int = 0


@dataclass(frozen=True)
class FlowConflictPage:
    """Somebody else changed the flow first: both are shown, nothing typed is lost."""

    template: ClassVar[str] = "flow_conflict.html"
    held: OwnFlow
    typed: FlowLine | None
    form: Form
    side: Side
    wanted: str


@dataclass(frozen=True)
class DataPage:
    """What is held about a firm, to be taken away or erased."""

    template: ClassVar[str] = "mine_data.html"
    data: dict[str, Any]
    people: tuple[Contact, ...]


@dataclass(frozen=True)
class AccessPage:
    """How the firm enters again: who reads, and the passwords it chose."""

    template: ClassVar[str] = "mine_access.html"
    me: Holder
    chosen: tuple[Holder, ...]
    form: Form


@dataclass(frozen=True)
class InvitationsPage:
    """The invitations of a firm, each with what keeps it from working, None where it works; `chosen`: its passwords."""

    template: ClassVar[str] = "invitations.html"
    firm_id: str
    name: str
    lines: tuple[tuple[Invitation, LinkTrouble | None], ...]
    chosen: tuple[Holder, ...]


@dataclass(frozen=True)
class SendPage:
    """One page of what to send: the link and the words around it."""

    template: ClassVar[str] = "invitation_send.html"
    invitation: Invitation
    link: str
    trouble: LinkTrouble | None


@dataclass(frozen=True)
class EnterPage:
    """Where a link leads: one button lets the firm in."""

    template: ClassVar[str] = "invitation.html"
    name: str
    token: str


@dataclass(frozen=True)
class LinkPage:
    """A link that opens nothing: why, and what to do; `token` where a new one can be asked for, `asked` once it is."""

    template: ClassVar[str] = "link_refused.html"
    trouble: LinkTrouble
    invitation: Invitation | None = None
    token: str = ""
    contact: str = ""
    asked: bool = False


@dataclass(frozen=True)
class ErasuresPage:
    """What firms ask to be erased."""

    template: ClassVar[str] = "erasures.html"
    lines: tuple[dict[str, Any], ...] = field(default_factory=tuple)


AnyMinePage = (
    MinePage | SayPage | CheckPage | OwnFlowPage | FlowConflictPage | DataPage | InvitationsPage | SendPage | EnterPage
    | LinkPage | ErasuresPage | AccessPage
)  # fmt: skip
