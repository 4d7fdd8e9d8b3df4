"""One reason for or against a pair, as points of log-odds and a sentence in both languages."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Evidence:
    """`points` of log-odds; `never`: no other evidence outweighs it; `link`: says how the two belong
    together, which counts only so much however often it is said."""

    points: float
    fr: str
    en: str
    never: bool = False
    link: bool = False

    def sentence(self, lang: str) -> str:
        """Return the reason in the language asked."""
        return self.en if lang == "en" else self.fr


def never(fr: str, en: str) -> Evidence:
    """Return what rules a pair out whatever else speaks for it."""
    return Evidence(-8.0, fr, en, never=True)
