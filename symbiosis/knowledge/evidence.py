"""One reason for or against a pair, as points of log-odds and a sentence in both languages."""

from dataclasses import dataclass, replace

NEVER = -8.0


@dataclass(frozen=True)
class Evidence:
    """`points` of log-odds; `never`: no other evidence outweighs it.

    `left` and `right`: what was compared, as it was told, where both sides told it; after what it is about and a
    colon where that is not plain ("moisture: 55 %").

    `kind`: what the judge of pairs counts it as (seeds/pair_points.csv), and how much of it (`amount`).
    """

    points: float
    fr: str
    en: str
    never: bool = False
    left: str = ""
    right: str = ""
    kind: str = ""
    amount: float = 1.0

    def sentence(self, lang: str) -> str:
        """Return the reason in the language asked."""
        return self.en if lang == "en" else self.fr

    def between(self, left: str, right: str, about: str = "") -> "Evidence":
        """Return the same evidence with what it compares; `about` what is said on both sides."""
        before = f"{about}: " if about else ""
        return replace(self, left=before + left, right=before + right)


def never(fr: str, en: str, kind: str = "") -> Evidence:
    """Return what rules a pair out whatever else speaks for it."""
    return Evidence(NEVER, fr, en, never=True, kind=kind)
