"""The closed lists of the product. Values are what is stored, exported and put in URLs."""

from enum import StrEnum


class ResourceKind(StrEnum):
    """What a resource is."""

    MATERIAL = "material"
    ENERGY = "energy"
    WATER = "water"
    EQUIPMENT = "equipment"
    SERVICE = "service"
    SKILL = "skill"
    SPACE = "space"


class Direction(StrEnum):
    """What the firm does with the flow; the graph's OFFERS, NEEDS, POOLS."""

    OFFER = "offer"
    NEED = "need"
    SHARE = "share"


class Provenance(StrEnum):
    """Where a flow comes from, surest first."""

    DECLARED = "declared"
    OBSERVED = "observed"
    HYPOTHESIS = "hypothesis"


class Unit(StrEnum):
    """Units a quantity may be written in, always per year."""

    TONNE = "t"
    KILOGRAM = "kg"
    CUBIC_METRE = "m3"
    LITRE = "L"
    KILOWATT_HOUR = "kWh"
    MEGAWATT_HOUR = "MWh"
    PIECE = "piece"
    HOUR = "hour"


class Rhythm(StrEnum):
    """How a flow comes over the year."""

    CONTINUOUS = "continuous"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    SEASONAL = "seasonal"
    BATCH = "batch"
    ONCE = "once"


class Hazard(StrEnum):
    """Whether a resource counts as hazardous waste when it is discarded."""

    NO = "no"
    YES = "yes"
    MIRROR = "mirror"


class WaterGrade(StrEnum):
    """How clean water is, or has to be: worst first."""

    LOADED = "loaded"
    LIGHT = "light"
    RAW = "raw"
    CLEAN = "clean"
    DRINKING = "drinking"


class SynergyKind(StrEnum):
    """The two kinds of French practice."""

    SUBSTITUTION = "substitution"
    MUTUALISATION = "mutualisation"


class Origin(StrEnum):
    """Where a lead comes from."""

    IDENTIFIED = "identified"
    MATCHER = "matcher"
    WORKSHOP = "workshop"
    MANUAL = "manual"


class Judgement(StrEnum):
    """What people decided; `identified` ones start as proposed and keep their origin."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    DEFERRED = "deferred"
    CONTACTED = "contacted"
    STUDIED = "studied"
    IMPLEMENTED = "implemented"
    ABANDONED = "abandoned"


class Role(StrEnum):
    """A firm's part in a synergy."""

    GIVER = "giver"
    TAKER = "taker"
    THROUGH = "through"
    MEMBER = "member"


class RefusalReason(StrEnum):
    """Why a lead is refused: a closed list, so that refusals can be counted and learnt from."""

    QUALITY = "quality"
    QUANTITY = "quantity"
    TOO_FAR = "too_far"
    ALREADY_DONE = "already_done"
    CONTRACT = "contract"
    REGULATION = "regulation"
    COST = "cost"
    FIRM_DECLINES = "firm_declines"
    WRONG_DATA = "wrong_data"
    OTHER = "other"


class JobState(StrEnum):
    """The life of a background job."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Maturity(StrEnum):
    """How usual it is that a resource takes a use."""

    COMMON = "common"
    DEMONSTRATED = "demonstrated"
    RESEARCH = "research"


class SharingMode(StrEnum):
    """How several firms put one thing in common."""

    EQUIPMENT = "equipment"
    ROUND = "round"
    PURCHASE = "purchase"
    SERVICE = "service"
    SKILL = "skill"
    SPACE = "space"


class CorrectionKind(StrEnum):
    """What a user may correct in the knowledge."""

    RESOURCE_SYNONYM = "resource_synonym"
    USE_SYNONYM = "use_synonym"
    RESOURCE = "resource"
    USE = "use"
    USABLE_AS = "usable_as"
    PERFORMS = "performs"
    NOT_USABLE_AS = "not_usable_as"
    NOT_PERFORMS = "not_performs"
    NOT_TYPICAL = "not_typical"


class Answer(StrEnum):
    """What a firm says when it is asked whether a guess about it is right."""

    YES = "yes"
    NO = "no"
    LATER = "later"


class FlowChange(StrEnum):
    """What people do to a flow that was told."""

    EDITED = "edited"
    CONFIRMED = "confirmed"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"


class Agreed(StrEnum):
    """What a firm says to being introduced for a synergy."""

    UNKNOWN = "unknown"
    YES = "yes"
    NO = "no"
