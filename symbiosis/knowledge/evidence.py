"""One reason for or against a pair, as points of log-odds and a sentence in both languages."""

from dataclasses import dataclass, replace

NEVER = -8.0


@dataclass(frozen=True)
class Evidence:
    """`points` of log-odds; `never`: no other evidence outweighs it; `link`: says how the two belong
    together, which counts only so much however often it is said; `doubt`: what nobody vouches for, void where
    somebody of the trade does.

    `left` and `right`: what was compared, as it was told, where both sides told it; after what it is about and a
    colon where that is not plain ("moisture: 55 %").
    """

    points: float
    fr: str
    en: str
    never: bool = False
    link: bool = False
    doubt: bool = False
    left: str = ""
    right: str = ""

    def sentence(self, lang: str) -> str:
        """Return the reason in the language asked."""
        return self.en if lang == "en" else self.fr

    def between(self, left: str, right: str, about: str = "") -> "Evidence":
        """Return the same evidence with what it compares; `about` what is said on both sides."""
        before = f"{about}: " if about else ""
        return replace(self, left=before + left, right=before + right)


def never(fr: str, en: str) -> Evidence:
    """Return what rules a pair out whatever else speaks for it."""
    return Evidence(NEVER, fr, en, never=True)
