"""Every constant of line breaking: what it is, its unit, and why it has this value. Nothing is computed here."""

from typing import Final

COMFORT: Final = 0.05
"""Ems added between two characters that cost 1. One character less in a column of 20 adds as much at each place; from
there on a reader sees the line (measured on printed magazine columns: most lines add less)."""
SQUEEZE: Final = 0.6
"""Cost of giving up all blank a line has. Below 1: marks set close are less seen than characters set apart
(CL §6.2.2.2: shrink first)."""
SQUEEZED_LINE: Final = 0.1
"""Cost of squeezing at all, so that a line which fits by itself is preferred. Ours."""
SQUEEZED_MARK: Final = 0.05
"""Cost on top for each mark that gives all it has, less where it gives a part: one mark squeezed is less seen than
five. Ours."""
CONTRAST: Final = 1.5
"""Cost of two lines one above the other of which one is set two steps wider: squeezed above spaced, as it comes above
spaced wide. As much as a line with a character less than it wants; after the adjacent demerits of Knuth and Plass."""
HYPHEN: Final = 2.0
"""Cost of a hyphen; two of them are worse than one loose line. Ours."""
HUMP: Final = 20.0
"""Cost of dividing a word before a capital in it (getElements|ByName): as much as a line spaced nearly as far as its
style allows, less than one that is spaced farther. Ours."""
LOOSE: Final = 100.0
"""Cost on top for a line over its style's stretch_cap: any other division of the paragraph is better. Such lines are
looked at only where a line cannot end otherwise."""
SHORT_LAST: Final = 60.0
"""Cost of a last line with fewer Han than the style wants (CL §7.1.2): less than a loose line's, so that text is never
torn apart for it, more than any comfortable line's."""
OVERFULL: Final = 10_000.0
"""Cost of a line that sticks out: only where nothing else is possible."""
RAGGED: Final = 25.0
"""Cost of a ragged line left quite empty; grows with the square of the empty share."""
EMPTIEST: Final = 0.6
"""Share of a ragged line left empty beyond which it counts as loose. Ours."""
IN_PHRASE: Final = 5.0
"""Cost of dividing a headline within a phrase: as much as a line 45 % of the measure from an even share. Ours."""
NO_PAUSE: Final = 2.2
"""Cost of dividing it between phrases where no mark makes a pause: as much as a line 30 % from an even share. Ours."""
EM_SPACE: Final = -15.0
"""Gain of dividing it at an em space, which titles of two parts have between them: worth lines of any lengths that have
room. Ours."""

TIGHTEN: Final = 45
"""Most per mille a run of lines is drawn together to keep one character from standing alone. Measured on a printed
magazine; its artist's other copyfitting goes to 30-70."""
LOOSEN: Final = 45
"""Most per mille the same run is spaced instead."""
LOOSEN_FEW: Final = 100
"""Most per mille the lines of a short paragraph are spaced, where no run of lines can share it: one character taken
from a line of ten em. Still far under the cap on loose lines; a character alone is worse (CL §7.1.2; the amount is
ours)."""
FEW: Final = 3
"""Lines of such a paragraph at the most (ours)."""
STEP: Final = 5
"""Per mille by which such tracking is tried, step by step: finer than an artist's 1 %."""
GIVE_UP: Final = 0.0025
"""Share of its room that a line is given less so that it gives up a character which it holds by a hair; more than HAIR
in all but narrow measures. Measured: where the measure is a whole number of characters, print does this first."""
RUN: Final = 7
"""Lines before the end that are tracked together. Measured: mostly 5 to 8 lines."""
STRONG: Final = 0.035
"""From here on tracking shows, and is kept to fewer lines."""
STRONG_RUN: Final = 4
"""Lines that are tracked so strongly. Measured."""
HAIR: Final = 20
"""Per mille of an em that a line may stick out before its last character counts as not fitting: it is drawn together
by that, a five-hundredth of a character a place, which nobody sees. Measured on printed lines: 20 fits, 50 does not."""
MOST_DRAWN: Final = 90
"""Most per mille of an em taken at each place of a line that does not fit, before it is left to stick out and reported:
TIGHTEN where half of the line is a number that cannot be drawn together."""
MOST_BALANCED: Final = 12
"""A headline of more lines than this is no headline: it is broken line by line, quickly, however long it is."""
TRACK_STEP: Final = 5
"""Per mille by which a paragraph is tracked, step by step, to save or gain a line on demand."""
