"""How alike two Korean sources are, in percent."""

from rapidfuzz import fuzz

from gui.memory.pair import source_key, source_shape

FIGURES_ONLY = 95
"""At least this much where nothing but figures, spaces or capitals differ: they are put right without reading."""

LOWEST = 50
"""No threshold below it makes sense: such sentences share only their endings."""


def percent(first: str, second: str) -> int:
    """The match value of two sources: 100 for the same, else 0 to 99.

    It is twice the longest common subsequence over both lengths, in whole percent rounded down, of the texts in one
    letter form (NFC), one width and single spaces; so a word of a quarter of the length replaced by one as long gives
    75. Where only figures, spaces or capitals differ it is at least :data:`FIGURES_ONLY`.
    """
    one, other = source_key(first), source_key(second)
    if one == other:
        return 100
    alike = min(int(fuzz.ratio(one, other)), 99)
    return max(alike, FIGURES_ONLY) if source_shape(one) == source_shape(other) else alike


def length_window(length: int, threshold: int) -> tuple[int, int]:
    """The lengths that a source can have to be at least ``threshold`` percent like one of ``length`` characters.

    With lengths a <= b no more than 2a / (a + b) is possible: for 70 % from 0.538 to 1.857 times.
    """
    share = threshold / (200 - threshold)
    return int(length * share), int(length / share) + 1
