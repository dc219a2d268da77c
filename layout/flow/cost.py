"""Every constant of weighing columns: what it is, its unit, and why it has this value. Nothing is computed here.

The unit is a tenth of what a column costs that ends one row above its foot. In their order the costs follow clreq
§7.1.2 (孤字, 孤行), §7.1.3.3 and JLReq §4.1.6 (subheads); the figures are ours. A subhead at a column's foot has no
cost: it does not happen (`keeps`).
"""

from typing import Final

ALONE: Final = 120.0
"""Cost of a single line with fewer Han than its style wants at a column's head: both faults at once, worse than either
(CL §7.1.2)."""
LONE: Final = 60.0
"""Cost of any other last line with fewer Han than its style wants: a hole of nearly a line, the fault editors look for
first (CL §7.1.2)."""
WIDOW: Final = 40.0
"""Cost of each line that a paragraph's end lacks at a column's head (CL §7.1.2): less than three rows left empty for
its sake, more than two."""
ORPHAN: Final = 35.0
"""Cost of each line that a paragraph's beginning lacks at a column's foot. Less than a widow's: the line is full, and
is read on from; a printed magazine has twice as many of them (measured)."""
LOOSE: Final = 25.0
"""Cost of a line spaced over its style's stretch_cap: as an empty row and a half."""
SHORT: Final = 10.0
"""Cost of a row left empty at a column's foot while its text goes on; of n rows n (n + 1) / 2 times as much, since one
is air and four are a hole."""
HOLE: Final = 2
"""Rows left empty at a column's foot that are more than air: from so many on photos are tried at other heights, and
several levers together (ours)."""
FOOT: Final = 6.0
"""Cost of a row by which all columns of a page end above its foot together: less than one column that does."""
RAGGED: Final = 20.0
"""Cost on top of a column that ends above the others on a page whose columns shall all end on one row: two rows of foot
are given for it, no widow."""
AIR: Final = 4.0
"""Cost of a row more above a subhead. It stays on the grid, but is seen beside the other subheads."""
TIGHTER: Final = 3.0
"""Cost of a paragraph set a line tighter at all: least visible of all levers, since it is tracked as a whole."""
LOOSER: Final = 3.5
"""Cost of one set a line looser: characters set apart are seen sooner than characters set close (CL §6.2.2.2)."""
STRAINED: Final = 2.0
"""Cost on top at the full track_limit of its style; grows with the square of the tracking."""
MOVED: Final = 1.0
"""Cost of a row by which a photo is made higher or lower so that its page is better filled: least visible of all, but
not for nothing."""
ENOUGH: Final = 8.0
"""A levelled page that costs no more than two tracked paragraphs is not tried with yet another foot."""
UNEVEN: Final = 2.0
"""Cost of a column that ends a row above its neighbours where columns are levelled: still within one line
(CL §7.1.3.4), so no lever is pulled for it. Every further row costs as at a foot."""
