"""Nothing in; the two woodcut drawings of the issue (map-river.png, ornament-boat.png) out, beside this file.

Run: python issue/photos/draw.py. The same bytes of picture each time: every accident comes from a fixed seed.
"""

import math
import random
from pathlib import Path

from PIL import Image, ImageDraw

Point = tuple[float, float]
Line = list[Point]

OVER = 4  # drawn four times too large, then scaled down: smooth edges
INK, TONE, PAPER = 17, 187, 255
HERE = Path(__file__).parent


class Block:
    """A wood block of width × height pixels; everything is cut in final pixel units."""

    def __init__(self, width: int, height: int) -> None:
        self.size = (width, height)
        self.image = Image.new("L", (width * OVER, height * OVER), PAPER)
        self.pen = ImageDraw.Draw(self.image)

    def fill(self, outline: Line, grey: int) -> None:
        """Fill a closed outline."""
        self.pen.polygon([(x * OVER, y * OVER) for x, y in outline], fill=grey)

    def dot(self, at: Point, radius: float, grey: int) -> None:
        """Fill a disc."""
        x, y, r = at[0] * OVER, at[1] * OVER, radius * OVER
        self.pen.ellipse((x - r, y - r, x + r, y + r), fill=grey)

    def cut(self, line: Line, width: float, grey: int = INK) -> None:
        """A graver's stroke along a line: thin at both ends, full in the middle."""
        last = len(line) - 1
        widths = [width * (0.12 + 0.88 * max(0.0, math.sin(math.pi * i / last)) ** 0.7) for i in range(last + 1)]
        self.fill(ribbon(line, widths), grey)

    def trim(self, top: int) -> None:
        """Saw off the empty top."""
        width, height = self.size
        self.size = (width, height - top)
        self.image = self.image.crop((0, top * OVER, width * OVER, height * OVER))

    def save(self, name: str, scale: int = 1) -> None:
        """Scale down and store in sixteen even greys, so that the file stays small."""
        width, height = self.size
        small = self.image.resize((width * scale, height * scale), Image.Resampling.LANCZOS)
        small.point([round(v / 17) * 17 for v in range(256)]).save(HERE / name, optimize=True, dpi=(300, 300))


def spline(knots: Line, steps: int = 40) -> Line:
    """A Catmull–Rom curve through all knots."""
    p = [knots[0], *knots, knots[-1]]
    curve: Line = []
    for i in range(1, len(p) - 2):
        for s in range(steps):
            curve.append(blend(p[i - 1 : i + 3], s / steps))
    return [*curve, knots[-1]]


def blend(p: Line, t: float) -> Point:
    """The point at t (0…1) between the two middle knots of four."""

    def axis(a: float, b: float, c: float, d: float) -> float:
        return b + t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a))) / 2

    return axis(p[0][0], p[1][0], p[2][0], p[3][0]), axis(p[0][1], p[1][1], p[2][1], p[3][1])


def normal(line: Line, i: int) -> Point:
    """The unit normal (to the right of the course on paper) at point i."""
    (x0, y0), (x1, y1) = line[max(i - 2, 0)], line[min(i + 2, len(line) - 1)]
    length = math.hypot(x1 - x0, y1 - y0) or 1.0
    return -(y1 - y0) / length, (x1 - x0) / length


def beside(line: Line, i: int, away: float) -> Point:
    """The point `away` pixels to the side of point i."""
    nx, ny = normal(line, i)
    return line[i][0] + nx * away, line[i][1] + ny * away


def ribbon(line: Line, widths: list[float]) -> Line:
    """The outline of a band of changing width along a line."""
    left = [beside(line, i, w / 2) for i, w in enumerate(widths)]
    right = [beside(line, i, -w / 2) for i, w in enumerate(widths)]
    return left + right[::-1]


class Water:
    """One river or brook: its course and its width at each point."""

    def __init__(self, knots: Line, spring: float, mouth: float) -> None:
        self.course = spline(knots)
        last = len(self.course) - 1
        self.widths = [
            (spring + (mouth - spring) * (i / last) ** 0.9) * (1 + 0.07 * math.sin(i / 9)) for i in range(last + 1)
        ]

    def near(self, at: Point) -> float:
        """Distance in pixels from a place to the nearest bank."""
        pairs = zip(self.course[::4], self.widths[::4], strict=True)
        bank: float = min(math.hypot(at[0] - x, at[1] - y) - w / 2 for (x, y), w in pairs)
        return bank

    def bank(self, block: Block) -> None:
        """Both banks in ink; the shaded one carries short cuts into the land."""
        block.fill(ribbon(self.course, [w + 7 for w in self.widths]), INK)
        for i in range(6, len(self.course) - 6, 3):
            width = self.widths[i]
            reach = 7 + width * 0.17 + 3 * math.sin(i * 1.7)
            block.cut([beside(self.course, i, width / 2 + reach * k / 4) for k in range(-1, 5)], 2.6)

    def surface(self, block: Block) -> None:
        """The tone of the water."""
        block.fill(ribbon(self.course, self.widths), TONE)

    def ripples(self, block: Block, dice: random.Random) -> None:
        """White and black cuts that follow the stream."""
        for lane in (-0.34, -0.17, 0.0, 0.17, 0.34):
            i = dice.randrange(4, 20)
            while i < len(self.course) - 30:
                run = dice.randrange(12, 28)
                line = [beside(self.course, k, lane * self.widths[k]) for k in range(i, i + run)]
                if self.widths[i] > 22:
                    block.cut(line, 2.4 if lane > 0 else 3.0, INK if lane > 0 else PAPER)
                i += run + dice.randrange(6, 22)


def hill(block: Block, foot: Point, width: float, height: float, dice: random.Random) -> None:
    """A mountain in the manner of old gazetteers: a brow, and strokes falling from it on the shaded side."""
    x, y = foot
    lean = dice.uniform(-0.08, 0.08)

    def brow(t: float) -> Point:
        rise = max(0.0, math.sin(math.pi * t)) ** 1.35 * height * (1 + 0.05 * math.sin(9 * t + x))
        return x + (t - 0.5) * width + lean * rise, y - rise

    outline = [brow(t / 40) for t in range(41)]
    block.fill(outline, PAPER)
    shade = [brow(t / 40) for t in range(20, 41)]
    inner = ((0.36, 0.04), (0.27, 0.13), (0.25, 0.25), (0.16, 0.36), (0.13, 0.55), (0.06, 0.75))
    block.fill([*shade, *[(x + (a + lean * b) * width, y - b * height) for a, b in inner]], TONE)
    for k in range(9):
        top = brow(0.5 + k * 0.047)
        drop = (y - top[1]) * dice.uniform(0.55, 0.82)
        block.cut([(top[0] + j * (k * 0.3 - 1.6), top[1] + drop * j / 6) for j in range(7)], 3.4)
    for k in range(3):
        top = brow(0.40 - k * 0.09)
        drop = (y - top[1]) * dice.uniform(0.25, 0.4)
        block.cut([(top[0] - j * (0.8 + k * 0.5), top[1] + drop * j / 6) for j in range(7)], 2.2)
    block.fill(ribbon(outline, [2.4 + 3.2 * math.sin(math.pi * i / 40) for i in range(41)]), INK)


def tree(block: Block, at: Point, size: float) -> None:
    """A round tree with a lit left side."""
    x, y = at
    block.cut([(x, y - size * 0.3 + j * size * 0.13) for j in range(5)], size * 0.2)
    block.dot((x, y - size * 0.75), size * 0.5, INK)
    block.dot((x - size * 0.15, y - size * 0.88), size * 0.2, PAPER)


def fields(block: Block, at: Point, dice: random.Random) -> None:
    """A patch of tilled land: slanting furrows."""
    x, y = at
    for row in range(5):
        start = x + row * 5 + dice.uniform(-5, 5)
        length = 58 + dice.uniform(-10, 10)
        block.cut([(start + length * j / 6, y + row * 8 - j * 1.2) for j in range(7)], 2.4)


def town(block: Block, at: Point, radius: float) -> None:
    """A dot in a ring."""
    for grow, grey in ((9.0, PAPER), (6.0, INK), (3.0, PAPER), (0.0, INK)):
        block.dot(at, radius + grow, grey)


def hull(block: Block, at: Point, length: float) -> None:
    """A sampan seen from the side, its water line at `at`."""
    x, y = at
    u = length / 2
    sheer = [(x + u * t / 20, y - u * (0.10 + 0.28 * abs(t / 20) ** 2.2)) for t in range(-20, 21)]
    keel = [
        (x + u * 0.93 * t / 20, y + u * 0.16 * (1 - abs(t / 20) ** 3.2) - u * 0.3 * abs(t / 20) ** 5)
        for t in range(20, -21, -1)
    ]
    block.fill(sheer + keel, INK)


def ferry(block: Block, river: Water, i: int) -> None:
    """A landing: piers from both banks, a dotted crossing and the boat on its way."""
    half = river.widths[i] / 2
    for side in (-1, 1):
        pier = [beside(river.course, i, side * (half - 9 + k * 7)) for k in range(4)]
        block.fill(ribbon(pier, [17.0] * 4), PAPER)
        block.fill(ribbon(pier, [10.0] * 4), INK)
    x, y = river.course[i]
    block.fill([(x - 30, y - 19), (x + 30, y - 19), (x + 36, y + 12), (x - 36, y + 12)], TONE)
    hull(block, (x, y + 3), 50)
    roof = [(x + 12 * math.cos(a / 10), y - 2 - 15 * math.sin(a / 10)) for a in range(32)]
    block.fill(roof, INK)
    block.cut([(x - 25 + j * 8, y + 13) for j in range(7)], 2.6, PAPER)


def ranges(waters: list[Water], towns: list[Point], dice: random.Random) -> Line:
    """Feet of the mountains: along four ridges, never in the water or on a town."""
    ridges: list[Line] = [
        [(20, 330), (140, 400), (300, 440), (440, 500), (560, 560)],
        [(610, 130), (700, 200), (830, 200), (900, 300), (790, 400)],
        [(1290, 180), (1380, 130), (1520, 190), (1700, 150), (1790, 230)],
        [(1260, 420), (1330, 330), (1450, 370), (1270, 560), (1400, 470), (1540, 330)],
        [(30, 900), (140, 960), (250, 1010), (110, 1080), (330, 1130), (200, 1170), (520, 1180)],
    ]
    feet: Line = []
    for ridge in ridges:
        for x, y in spline(ridge, 6):
            at = (x + dice.uniform(-22, 22), y + dice.uniform(-26, 26))
            dry = min(w.near((at[0] + dx, at[1] + 20)) for w in waters for dx in (-55, 0, 55)) > 26
            clear = all(math.hypot(at[0] - u, at[1] - v) > 105 for u, v in towns)
            apart = all(abs(at[0] - u) > 46 or abs(at[1] - v) > 40 for u, v in feet)
            if dry and clear and apart:
                feet.append(at)
    return feet


def plain(waters: list[Water], taken: Line, dice: random.Random) -> list[tuple[Point, str]]:
    """Groves and tilled patches on the land that is left, thick near water and thinning away from it."""
    chosen: list[tuple[Point, str]] = []
    done: list[tuple[Point, float]] = [(at, 62.0) for at in taken]
    for kind, room in [("grove", 44.0)] * 260 + [("field", 40.0)] * 1600:
        at = (dice.uniform(60, 1740), dice.uniform(50, 1150))
        bank = min(w.near(at) for w in waters)
        thin = dice.uniform(0, 1) < math.exp(-max(0.0, bank - 60) / (150 if kind == "field" else 80))
        free = all(math.hypot((at[0] - x) * 0.8, (at[1] - y) * 1.25) > room + other for (x, y), other in done)
        if bank > 48 and thin and free:
            done.append((at, room))
            chosen.append((at, kind))
    return chosen


def draw_map() -> None:
    """The river of the issue: from the north-west hills to the south-east plain, four brooks, three ferries."""
    dice = random.Random(1126)
    block = Block(1800, 1200)
    river = Water(
        [
            (-60, 150),
            (150, 235),
            (330, 180),
            (500, 330),
            (690, 400),
            (800, 585),
            (1010, 620),
            (1150, 770),
            (1390, 790),
            (1560, 945),
            (1880, 1010),
        ],
        20,
        96,
    )
    brooks = [
        Water([(390, -40), (420, 60), (505, 140), (490, 240), (520, 345)], 7, 20),
        Water([(1230, -40), (1150, 120), (1190, 260), (1060, 370), (1050, 500), (990, 618)], 8, 34),
        Water([(-40, 760), (140, 700), (300, 745), (470, 640), (640, 650), (800, 588)], 8, 30),
        Water([(1850, 330), (1690, 410), (1620, 540), (1480, 600), (1400, 792)], 8, 32),
    ]
    waters = [river, *brooks]
    ferries = (132, 222, 300)
    towns = [beside(river.course, i, s * (river.widths[i] / 2 + 46)) for i, s in zip(ferries, (-1, 1, 1), strict=True)]
    towns += [(575, 215), (1135, 345), (330, 650), (1590, 640), (880, 985)]
    ends = [beside(river.course, i, s * 60) for i in ferries for s in (-1, 1)]
    for water in waters:
        water.bank(block)
    for water in waters:
        water.surface(block)
    for water in waters:
        water.ripples(block, dice)
    feet = ranges(waters, towns + ends, dice)
    for at in sorted(feet, key=lambda p: p[1]):
        hill(block, (at[0], at[1] + 30), dice.uniform(120, 165), dice.uniform(70, 118), dice)
    for at, kind in sorted(plain(waters, feet + towns + ends, dice), key=lambda c: c[0][1]):
        if kind == "field":
            fields(block, (at[0] - 38, at[1] - 16), dice)
        else:
            for dx, dy in ((-17, -9), (14, -12), (-4, 2), (22, 6))[: dice.randrange(2, 5)]:
                tree(block, (at[0] + dx, at[1] + dy + 8), dice.uniform(17, 24))
    for i in ferries:
        ferry(block, river, i)
    for k, at in enumerate(towns):
        town(block, at, 9.0 if k < 3 else 5.5)
    block.save("map-river.png")


def roof(block: Block, centre: float, half: float, height: float) -> None:
    """One mat hood of the boat: an arch with light ribs."""
    curve = [
        (centre + half * math.cos(math.pi * a / 60), 284 - height * max(0.0, math.sin(math.pi * a / 60)) ** 0.7)
        for a in range(61)
    ]
    block.fill(ribbon(curve, [9.0] * 61), PAPER)
    block.fill(curve, INK)
    for k in range(-3, 4):
        lean = k / 4.0
        top = height * (1 - lean * lean) ** 0.35 - 12
        block.cut([(centre + half * lean * (1.0 - 0.015 * j), 274 - (top - 4) * j / 8) for j in range(9)], 3.6, PAPER)


def boatman(block: Block) -> None:
    """The man at the stern, leaning on his oar, under a wide hat."""
    block.cut([(632 + (868 - 632) * j / 20, 190 + (364 - 190) * j / 20) for j in range(21)], 8)
    block.fill([(800, 306), (822, 320), (880, 372), (868, 374), (808, 330)], INK)
    coat: Line = [
        (704, 284),
        (698, 240),
        (692, 202),
        (684, 180),
        (694, 168),
        (712, 170),
        (728, 190),
        (737, 232),
        (738, 268),
    ]
    block.fill([*spline(coat, 12)], INK)
    block.fill(ribbon(spline([(706, 184), (684, 208), (654, 210)], 12), [15 - i * 0.3 for i in range(25)]), INK)
    block.fill(spline([(690, 170), (684, 152), (700, 146), (714, 156), (712, 176), (690, 170)], 10), INK)
    block.fill(spline([(652, 160), (676, 142), (694, 124), (716, 144), (744, 156), (700, 154), (652, 160)], 10), INK)
    block.cut([(712 + j * 1.5, 196 + j * 11) for j in range(8)], 3.2, PAPER)


def draw_boat() -> None:
    """The foot ornament: a covered boat, its boatman's oar, and the water under it."""
    dice = random.Random(11)
    block = Block(1000, 400)
    hull(block, (490, 310), 620)
    block.cut([(490 + 250 * (j / 15 - 1), 298 - 8 * (j / 15 - 1) ** 2) for j in range(31)], 4, PAPER)
    roof(block, 352, 74, 74)
    roof(block, 588, 74, 74)
    roof(block, 470, 92, 92)
    boatman(block)
    block.fill([(0, 340), (1000, 340), (1000, 400), (0, 400)], PAPER)
    block.cut([(250 + 24 * j, 338 + 1.5 * math.sin(j)) for j in range(22)], 5)
    for row in range(6):
        y = 332 + row * 12
        half = 440 * math.cos(row / 7.4 * math.pi / 2)
        x = 495 - half + dice.uniform(-16, 16)
        while x < 480 + half:
            run = dice.uniform(70, 210)
            if row > 0 or x + run < 262 or x > 745:
                swell = 2.2 * dice.uniform(0.6, 1.2)
                block.cut(
                    [(x + run * j / 24, y + swell * math.sin(j * 0.52 + row)) for j in range(25)], 5.2 - row * 0.5
                )
            x += run + dice.uniform(14, 48)
    block.trim(112)
    block.save("ornament-boat.png", 3)


if __name__ == "__main__":
    draw_map()
    draw_boat()
