"""Nothing in; the cut-out umbrella, the chart and the adverts of the issue (PNG) out, beside this file.

Run: python issue/photos/posters.py. Adverts are supplied pictures: those off the trim have their bleed of 3 mm, their
words are part of them. Those within a page are delivered in a shape for each house design. The same bytes each time.
"""

import math
import random
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

HERE = Path(__file__).parent
FONTS = HERE.parents[1] / "fonts"
PPI = 240
Colour = tuple[int, int, int]
Point = tuple[float, float]

NIGHT, DEEP, CREAM, RED = (24, 40, 70), (14, 24, 44), (243, 236, 220), (178, 44, 36)
TICKET, BACK, LEAF = (222, 232, 206), (36, 66, 58), (70, 104, 84)


def mm(length: float) -> int:
    return round(length * PPI / 25.4)


def font(key: str, size: float) -> ImageFont.FreeTypeFont:
    """`size` in millimetres."""
    return ImageFont.truetype(str(FONTS / f"{key}.otf"), mm(size))


def down(
    pen: ImageDraw.ImageDraw, at: Point, text: str, face: ImageFont.FreeTypeFont, fill: Colour, step: float
) -> None:
    """A vertical line of characters, the first one's ascender at `at`."""
    for i, char in enumerate(text):
        pen.text((at[0], at[1] + i * step), char, font=face, fill=fill, anchor="ma")


def ring(pen: ImageDraw.ImageDraw, at: Point, radius: float, fill: Colour) -> None:
    pen.ellipse((at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius), fill=fill)


def store(image: Image.Image, name: str) -> None:
    image.quantize(32, dither=Image.Dither.NONE).save(HERE / name, optimize=True, dpi=(PPI, PPI))


def wine() -> None:
    """A full page, 216 × 291 mm: a jar seen from above, the moon in it."""
    image = Image.new("RGB", (mm(216), mm(291)), NIGHT)
    pen = ImageDraw.Draw(image)
    jar = (mm(80), mm(270))
    for radius, fill in ((168, DEEP), (164, (120, 74, 48)), (156, (92, 54, 36)), (146, CREAM), (143, (30, 48, 78))):
        ring(pen, jar, mm(radius), fill)
    moon = (mm(112), mm(190))
    ring(pen, moon, mm(21), CREAM)
    for k in range(7):
        y = moon[1] - mm(14) + k * mm(4.6)
        shift = mm(2.2) * math.sin(k * 1.9)
        pen.rectangle(
            (moon[0] - mm(24) + shift, y, moon[0] + mm(24) + shift, y + mm(0.5 + 0.18 * k)), fill=(30, 48, 78)
        )
    down(pen, (mm(184), mm(24)), "冬至开坛", font("serif-black", 21), CREAM, mm(25))
    down(pen, (mm(163), mm(25)), "芦口米酒", font("serif-semibold", 6.4), CREAM, mm(9))
    pen.text((mm(24), mm(26)), "一缸水，一斗米，", font=font("serif-regular", 4.6), fill=CREAM)
    pen.text((mm(24), mm(34)), "九十天不去打扰它。", font=font("serif-regular", 4.6), fill=CREAM)
    pen.text((mm(24), mm(270)), "芦口镇东河沿17号　每年只做四十坛", font=font("sans-regular", 3.6), fill=CREAM)
    store(image, "ad-wine.png")


def ticket() -> None:
    """Half a page with its bleed, 216 × 148 mm: the last ferry ticket."""
    image = Image.new("RGB", (mm(216), mm(148)), BACK)
    pen = ImageDraw.Draw(image)
    left, top, right, foot = mm(30), mm(38), mm(148), mm(98)
    pen.rectangle((left + mm(2), top + mm(2), right + mm(2), foot + mm(2)), fill=(24, 46, 40))
    pen.rectangle((left, top, right, foot), fill=TICKET)
    wave = [(mm(112) + mm(2.4) * math.sin(t / 9), top + t * (foot - top) / 120) for t in range(121)]
    pen.line(wave, fill=LEAF, width=mm(0.5))
    for k in range(9):
        ring(pen, (left, top + mm(4) + k * mm(6.5)), mm(1.3), BACK)
        ring(pen, (right, top + mm(4) + k * mm(6.5)), mm(1.3), BACK)
    pen.text((mm(40), mm(47)), "蔺江夜航", font=font("serif-black", 12), fill=LEAF)
    pen.text((mm(40), mm(68)), "鹭桥　竹行　沙尾", font=font("sans-regular", 4.4), fill=LEAF)
    pen.text((mm(40), mm(80)), "20:40 开　当晚有效　撕后作票", font=font("sans-regular", 3.6), fill=LEAF)
    down(pen, (mm(132), mm(47)), "肆元", font("serif-black", 14), RED, mm(19))
    down(pen, (mm(184), mm(34)), "旧票展", font("serif-black", 13), CREAM, mm(16))
    pen.text((mm(30), mm(114)), "一张票撕了三十年", font=font("serif-semibold", 6.4), fill=CREAM)
    pen.text(
        (mm(30), mm(126)),
        "鹭桥镇航运陈列室　12月5日至31日　凭任何一张旧船票免费",
        font=font("sans-regular", 3.6),
        fill=CREAM,
    )
    store(image, "ad-ticket.png")


def range_of_hills(width: int, base: float, height: float, dice: random.Random) -> list[Point]:
    waves = [(dice.uniform(0.6, 1), dice.uniform(0.8, 3.4), dice.uniform(0, 6.3)) for _ in range(4)]
    return [
        (x, base - height * (1 + sum(a * math.sin(f * 6.28 * x / width + p) / f for a, f, p in waves) / 2.4))
        for x in range(0, width + 21, 20)
    ]


def river() -> None:
    """A spread, 426 × 291 mm: hills one behind the other, the moon on the left page, the words on the right one."""
    dice = random.Random(43)
    width, height = mm(426), mm(291)
    image = Image.new("RGB", (width, height), (206, 214, 214))
    pen = ImageDraw.Draw(image)
    ring(pen, (mm(108), mm(88)), mm(24), (246, 240, 224))
    tones = [(176, 190, 194), (142, 162, 172), (106, 132, 148), (72, 100, 122), (42, 68, 94)]
    for k, tone in enumerate(tones):
        edge = range_of_hills(width, mm(142 + 20 * k), mm(34 - 3 * k), dice)
        pen.polygon([*edge, (width, height), (0, height)], fill=tone)
    water = mm(238)
    pen.rectangle((0, water, width, height), fill=(24, 44, 68))
    for _ in range(60):
        x, y = dice.uniform(0, width), water + (height - water) * dice.uniform(0.05, 1) ** 1.4
        run = mm(6 + 26 * (y - water) / (height - water))
        near = abs(x - mm(108)) < mm(34)
        tone = (198, 206, 204) if near else (52, 78, 104)
        pen.rectangle((x - run / 2, y, x + run / 2, y + mm(0.35 + 0.5 * (y - water) / (height - water))), fill=tone)
    boat = Image.open(HERE / "ornament-boat.png").convert("L")
    boat = boat.crop((300, 0, 2400, 636)).resize((mm(58), mm(58 * 212 / 700)), Image.Resampling.LANCZOS)
    shade = boat.point([255 if v < 110 else 0 for v in range(256)])
    image.paste((10, 20, 34), (mm(120), water - mm(5)), shade)
    down(pen, (mm(388), mm(22)), "上游少砍一棵树", font("serif-semibold", 8.6), (24, 44, 68), mm(11.4))
    down(pen, (mm(370), mm(42)), "下游多留一盏灯", font("serif-semibold", 8.6), (24, 44, 68), mm(11.4))
    pen.text(
        (mm(246), mm(272)),
        "磨石岭林场　四水护林人联合会　公益广告",
        font=font("sans-regular", 3.6),
        fill=(214, 222, 222),
    )
    store(image, "ad-river.png")


class Sheet:
    """A poster of `width` × `height` millimetres, drawn three times too large: edges come out smooth."""

    OVER = 3

    def __init__(self, width: float, height: float, ground: Colour) -> None:
        self.width, self.height = width, height
        self.scale = PPI / 25.4 * self.OVER
        self.image = Image.new("RGB", (round(width * self.scale), round(height * self.scale)), ground)
        self.pen = ImageDraw.Draw(self.image)

    def face(self, key: str, size: float) -> ImageFont.FreeTypeFont:
        return ImageFont.truetype(str(next(FONTS.glob(f"{key}.?tf"))), round(size * self.scale))

    def fill(self, outline: list[Point], colour: Colour) -> None:
        self.pen.polygon([(x * self.scale, y * self.scale) for x, y in outline], fill=colour)

    def oval(self, at: Point, across: float, down: float, colour: Colour) -> None:
        x, y = at
        box = (x - across, y - down, x + across, y + down)
        self.pen.ellipse(tuple(round(value * self.scale) for value in box), fill=colour)

    def line(self, points: list[Point], width: float, colour: Colour) -> None:
        dots = [(x * self.scale, y * self.scale) for x, y in points]
        self.pen.line(dots, fill=colour, width=max(1, round(width * self.scale)), joint="curve")

    def say(self, at: Point, text: str, key: str, size: float, colour: Colour, anchor: str = "la") -> None:
        self.pen.text(
            (at[0] * self.scale, at[1] * self.scale), text, font=self.face(key, size), fill=colour, anchor=anchor
        )

    def down(self, at: Point, text: str, key: str, size: float, colour: Colour, step: float) -> None:
        """A vertical line of characters whose middle is at x, the first one's em box at y."""
        for k, char in enumerate(text):
            self.say((at[0], at[1] + size / 2 + k * step), char, key, size, colour, "mm")

    def seal(self, at: Point, text: str, size: float, colour: Colour, ground: Colour) -> None:
        x, y = at
        side = size * 1.5
        self.fill([(x, y), (x + side, y), (x + side, y + side), (x, y + side)], colour)
        self.say((x + side / 2, y + side / 2), text, "serif-black", size, ground, "mm")

    def store(self, name: str, colours: int = 32) -> None:
        size = (round(self.width / 25.4 * PPI), round(self.height / 25.4 * PPI))
        small = self.image.resize(size, Image.Resampling.LANCZOS)
        small.quantize(colours, dither=Image.Dither.NONE).save(HERE / name, optimize=True, dpi=(PPI, PPI))


def tea(name: str, width: float, height: float) -> None:
    """Half a page: the steam of a bowl is a river, and the boat of the masthead goes up on it."""
    ground, bowl, lip, green, steam = (205, 212, 194), (44, 60, 52), (226, 226, 212), (112, 122, 62), (241, 240, 229)
    sheet = Sheet(width, height, ground)
    cx, rim = width * 0.40, height * 0.80
    river = [(0.0, 31.0), (0.08, 29.0), (0.3, 17.0), (0.55, 9.0), (0.8, 4.4), (1.0, 1.6)]

    def middle(t: float) -> float:
        return cx + (6 + 30 * t) * math.sin(6.0 * t + 0.2) * (0.25 + 0.75 * t)

    def half(t: float) -> float:
        return next(
            a[1] + (b[1] - a[1]) * (t - a[0]) / (b[0] - a[0])
            for a, b in zip(river, river[1:], strict=False)
            if t <= b[0]
        )

    steps = [k / 160 for k in range(161)]
    left = [(middle(t) - half(t), rim - t * (rim + 6)) for t in steps]
    right = [(middle(t) + half(t), rim - t * (rim + 6)) for t in steps]
    sheet.fill([*left, *right[::-1]], steam)
    dice = random.Random(7)
    for _ in range(46):
        t = dice.uniform(0.03, 0.86)
        reach = half(t)
        x, y, run = middle(t) + dice.uniform(-0.8, 0.5) * reach, rim - t * (rim + 6), reach * dice.uniform(0.12, 0.4)
        sheet.line([(x, y), (x + run, y)], 0.28, ground)
    boat = Image.open(HERE / "ornament-boat.png").convert("L").crop((300, 0, 2400, 560))
    long = round(23 * sheet.scale)
    boat = boat.resize((long, round(long * 560 / 2100)), Image.Resampling.LANCZOS)
    shade = boat.point([255 if value < 110 else 0 for value in range(256)])
    at = (middle(0.37) - 11.5, rim - 0.37 * (rim + 6) - 5)
    sheet.image.paste(bowl, (round(at[0] * sheet.scale), round(at[1] * sheet.scale)), shade)
    across, deep = 50.0, height - rim + 8
    sheet.fill(
        [(cx + across * math.cos(a), rim + deep * 1.1 * math.sin(a)) for a in (math.pi * k / 90 for k in range(91))],
        bowl,
    )
    sheet.oval((cx, rim), across, 7.4, lip)
    sheet.oval((cx, rim + 0.5), across - 1.5, 6.4, green)
    sheet.fill([*left[:9], *right[:9][::-1]], steam)
    sheet.down((width - 20, 13), "水开了", "serif-black", 19, bowl, 23)
    sheet.down((width - 39, 14), "石梯溪山茶", "serif-semibold", 5.6, bowl, 8)
    sheet.say((9, 11), "头一泡给客人，", "serif-regular", 4.4, bowl)
    sheet.say((9, 18.5), "第二泡给自己。", "serif-regular", 4.4, bowl)
    sheet.say((width - 9, height - 9), "青篷镇上街茶铺　每日卖到水凉", "sans-regular", 3.2, bowl, "rs")
    sheet.store(name)


def lamps(name: str, width: float, height: float) -> None:
    """A column: lamps of bamboo at three heights, each with its light in rings."""
    night, far, near, paper, rib, words = (
        (36, 32, 38),
        (54, 46, 46),
        (78, 62, 50),
        (240, 186, 104),
        (150, 92, 40),
        (243, 236, 220),
    )
    sheet = Sheet(width, height, night)
    size = width * 0.15 + 6
    hung = [(0.32, 0.13, 1.0), (0.70, 0.34, 1.22), (0.38, 0.57, 0.86)]
    for x, y, by in hung:
        sheet.oval((x * width, y * height), size * by * 2.5, size * by * 2.5, far)
    for x, y, by in hung:
        sheet.oval((x * width, y * height), size * by * 1.7, size * by * 1.7, near)
    for x, y, by in hung:
        cx, cy, across, deep = x * width, y * height, size * by, size * by * 0.82
        sheet.line([(cx, 0), (cx, cy - deep)], 0.3, rib)
        sheet.oval((cx, cy), across, deep, paper)
        for k in range(-4, 5):
            bend = [
                (cx + across * (k / 4.6) * math.cos(a), cy + deep * math.sin(a))
                for a in (math.pi * (s / 20 - 0.5) for s in range(21))
            ]
            sheet.line(bend, 0.22, rib)
        for k in (-0.55, 0.0, 0.55):
            reach = across * math.sqrt(1 - k * k)
            sheet.line([(cx - reach, cy + deep * k), (cx + reach, cy + deep * k)], 0.22, rib)
        for edge in (-1, 1):
            lid = across * 0.34
            y0 = cy + edge * deep * 0.97
            sheet.fill([(cx - lid, y0 - 0.9), (cx + lid, y0 - 0.9), (cx + lid, y0 + 0.9), (cx - lid, y0 + 0.9)], rib)
        for k in (-1, 0, 1):
            sheet.line([(cx + k * 0.9, cy + deep), (cx + k * 1.6, cy + deep * 1.55)], 0.3, rib)
    big = min(width * 0.22, 13.0)
    top = height * 0.72
    sheet.down((width - big * 0.5 - width * 0.12, top), "竹篾灯", "serif-black", big, words, big * 1.16)
    sheet.down((width * 0.30, top + 1), "一盏灯", "serif-regular", 3.7, words, 5.2)
    sheet.down((width * 0.30 - 6, top + 11.4), "亮一条弄", "serif-regular", 3.7, words, 5.2)
    sheet.say((width / 2, height - 6), "青篷镇西街二号", "sans-regular", 2.9, words, "ms")
    sheet.store(name)


def brush(name: str, width: float, height: float) -> None:
    """A quarter of a page: one stroke of a goat-hair brush, wet where it begins and dry where it ends."""
    paper, ink, red, grey = (243, 237, 223), (30, 28, 28), (172, 46, 38), (96, 90, 84)
    sheet = Sheet(width, height, paper)
    dice = random.Random(11)
    level, strip = width > height, width > 1.7 * height
    run, thick, y = (width * 0.80, height * 0.28, height * (0.40 if width > 1.2 * height else 0.33))
    if strip:
        run, thick, y = width * 0.56, height * 0.40, height * 0.50
    elif not level:
        run, thick = height * 0.62, width * 0.34
    for k in range(230):
        share = k / 229 * 2 - 1
        dry = 0.62 + 0.38 * dice.random() ** 0.7 - 0.10 * abs(share)
        wet = 0.02 * dice.random() + 0.035 * share * share
        points, t = [], wet
        while t < dry:
            press = thick / 2 * (1.12 - 0.32 * t + 0.10 * math.cos(7 * t))
            along, side = t * run, share * press + 1.6 * math.sin(3.1 * t + 0.4) + 0.12 * dice.uniform(-1, 1)
            points.append((along, side))
            t += 0.02
        if len(points) < 3:
            continue
        if level:
            placed = [(width * 0.07 + a, y + b - a * 0.05) for a, b in points]
        else:
            placed = [(width * 0.36 + b + a * 0.03, height * 0.06 + a) for a, b in points]
        gap = dice.random()
        if gap > 0.72:  # a hair that lifts and comes down again
            cut = int(len(placed) * dice.uniform(0.62, 0.9))
            sheet.line(placed[:cut], 0.30 + thick / 190, ink)
            placed = placed[cut + 2 :]
        if len(placed) > 1:
            sheet.line(placed, 0.26 + thick / 190, ink)
    if strip:
        sheet.say((width * 0.68, height * 0.36), "尖　齐", "serif-black", 12, ink, "ls")
        sheet.say((width * 0.68, height * 0.56), "圆　健", "serif-black", 12, ink, "ls")
        sheet.say((width * 0.68, height - 18), "鹿角坞羊毫，冬至前寄到", "serif-regular", 4.0, ink, "ls")
        sheet.say((width * 0.68, height - 11), "竹行镇鹿角坞姚家", "sans-regular", 2.9, grey, "ls")
        sheet.seal((11, height - 21), "毫", 7, red, paper)
    elif level:
        wide = width > 1.2 * height
        sheet.say((width * 0.08, height - 22), "尖　齐　圆　健" if wide else "尖齐圆健", "serif-black", 8.4, ink, "ls")
        sheet.say((width * 0.08, height - 12.5), "鹿角坞羊毫，冬至前寄到", "serif-regular", 4.2, ink, "ls")
        where = "一百二十道手，一个尖　竹行镇鹿角坞姚家" if wide else "一百二十道手，一个尖"
        sheet.say((width * 0.08, height - 6), where, "sans-regular", 2.9, grey, "ls")
        sheet.seal((width - 20, height - (22 if wide else 32)), "毫", 7, red, paper)
    else:
        sheet.down((width - 11, 9), "尖齐圆健", "serif-black", 9, ink, 11.5)
        sheet.down((width - 22, 10), "鹿角坞羊毫", "serif-regular", 4, ink, 5.6)
        sheet.say((8, height - 13), "一百二十道手，一个尖", "serif-regular", 4.0, ink, "ls")
        sheet.say((8, height - 7), "竹行镇鹿角坞姚家　冬至前寄到", "sans-regular", 2.8, grey, "ls")
        sheet.seal((width - 18, height - 21), "毫", 6.4, red, paper)
    sheet.store(name)


def adverts_within_pages() -> None:
    """Each in the shapes that the three designs have for it."""
    for name, *size in (("ad-tea", 174, 117.65), ("ad-tea-2", 171, 119.7)):
        tea(f"{name}.png", *size)
    for name, *size in (("ad-lamps", 54.8, 238.3), ("ad-lamps-2", 39.4, 241.3), ("ad-lamps-3", 48.3, 225.8)):
        lamps(f"{name}.png", *size)
    for name, *size in (("ad-brush", 114.4, 77.4), ("ad-brush-2", 171, 87.8), ("ad-brush-3", 76, 73.4)):
        brush(f"{name}.png", *size)


STEPS = (25, 26, 28, 29, 30, 30, 29, 27, 23, 20, 18, 15, 13, 10, 7, 2, 4, 9, 11, 13, 14, 16, 20, 23)
TERMS = (
    "立冬 小雪 大雪 冬至 小寒 大寒 立春 雨水 惊蛰 春分 清明 谷雨"
    " 立夏 小满 芒种 夏至 小暑 大暑 立秋 处暑 白露 秋分 寒露 霜降"
)


def chart() -> None:
    """174 × 45 mm on nothing: the steps that stand out of the water at each of the 24 solar terms."""
    scale = 300 / PPI
    width, pitch = mm(174 * scale), mm(1.28 * scale)
    image = Image.new("RGB", (width, mm(45 * scale)), (255, 255, 255))
    pen = ImageDraw.Draw(image)
    cell, thick, foot = width / 24, mm(0.6 * scale), 31 * pitch
    face = ImageFont.truetype(str(FONTS / "sans-regular.otf"), mm(2.5 * scale))
    for i, (steps, term) in enumerate(zip(STEPS, TERMS.split(), strict=True)):
        left, right = i * cell + cell * 0.14, (i + 1) * cell - cell * 0.14
        pen.rectangle((i * cell, steps * pitch - pitch * 0.3, (i + 1) * cell, foot), fill=(186, 204, 214))
        for step in range(steps):
            pen.rectangle((left, step * pitch, right, step * pitch + thick), fill=(52, 48, 44))
        pen.text(((left + right) / 2, foot + mm(1.4 * scale)), term, font=face, fill=(52, 48, 44), anchor="ma")
    image.quantize(32, dither=Image.Dither.NONE).save(HERE / "chart-steps.png", optimize=True, dpi=(300, 300))


def blackboard() -> None:
    """The board of a night school: one character, written first by the teacher and then by three others."""
    board, frame, chalk, faint = (44, 62, 56), (118, 84, 54), (232, 234, 226), (92, 112, 104)
    sheet = Sheet(180, 116, frame)
    sheet.fill([(4, 4), (176, 4), (176, 112), (4, 112)], board)
    dice = random.Random(4)
    for _ in range(160):  # where it was wiped
        x, y, run = dice.uniform(6, 150), dice.uniform(8, 108), dice.uniform(10, 40)
        sheet.line([(x, y), (min(x + run, 174), y + dice.uniform(-2, 2))], 0.5, (50, 69, 63))
    side = 36.0
    for k, (size, tilt, colour) in enumerate(
        ((27, 0.0, chalk), (25, 2.0, (214, 218, 208)), (28, -2.4, (206, 210, 200)), (20, 3.2, (196, 202, 190)))
    ):
        x, y = 12 + k * 40.5, 34.0
        for a, b in (
            ((0, 0), (side, 0)),
            ((side, 0), (side, side)),
            ((side, side), (0, side)),
            ((0, side), (0, 0)),
            ((0, side / 2), (side, side / 2)),
            ((side / 2, 0), (side / 2, side)),
        ):
            sheet.line([(x + a[0], y + a[1]), (x + b[0], y + b[1])], 0.35, faint)
        sheet.say((x + side / 2 + tilt * 0.6, y + side / 2 + tilt), "水", "kai-regular", size, colour, "mm")
    sheet.say((12, 18), "第一课", "kai-regular", 8, chalk, "lm")
    sheet.say((168, 18), "四十一期", "kai-regular", 5.4, chalk, "rm")
    sheet.say((12, 86), "沉得下去，提得起来", "kai-regular", 8, (210, 214, 204), "lm")
    sheet.say((168, 100), "值日：倪阿四", "kai-regular", 5, (196, 202, 190), "rm")
    width, height = sheet.image.size
    for _ in range(26000):  # chalk is no paint: the board's grain shows through it
        x, y, r = dice.uniform(0, width), dice.uniform(0, height), dice.uniform(0.6, 2.4)
        if sheet.image.getpixel((int(x), int(y)))[1] > 150:
            sheet.pen.ellipse((x - r, y - r, x + r, y + r), fill=board)
    sheet.store("blackboard.png")


RULES = (
    "凡船到埠先人后货先老后少违者罚灯油半斤",
    "米船不得靠第三级以下恐湿鱼船不得靠第三级以上恐腥",
    "夜泊须留灯一盏于　风雨亦然油由米行出",
    "妇人浣衣各占石一尺八寸不论贫富",
    "孩童落水见者即救事后不许索谢亦不许　　",
    "争渡者令同坐一船至彼岸方许开口",
    "　　　石　　　灯　　下",
    "　　　水　　　　　　",
    "　　　　　年　　",
)


def rubbing() -> None:
    """Half a stone with rules of a quay, rubbed off on paper: the letters stay white, the break runs down the left."""
    over, size = 3, (1180, 1560)
    dice = random.Random(61)
    image = Image.new("L", (size[0] * over, size[1] * over), 255)
    pen = ImageDraw.Draw(image)

    def at(points: list[Point]) -> list[Point]:
        return [(x * over, y * over) for x, y in points]

    def rough(a: Point, b: Point, most: float) -> list[Point]:
        count = max(2, int(math.dist(a, b) / 9))
        return [
            (
                a[0] + (b[0] - a[0]) * k / count + dice.uniform(-most, most),
                a[1] + (b[1] - a[1]) * k / count + dice.uniform(-most, most),
            )
            for k in range(count)
        ]

    corners: list[Point] = [
        (1130, 40),
        (1136, 1510),
        (640, 1524),
        (560, 1330),
        (430, 1210),
        (380, 980),
        (250, 860),
        (190, 520),
        (70, 330),
        (52, 46),
    ]
    smooth = {0, 1, 9}
    edge = [
        p for k, c in enumerate(corners) for p in rough(c, corners[(k + 1) % len(corners)], 1.2 if k in smooth else 6)
    ]
    pen.polygon(at(edge), fill=34)
    stone = image.point([255 if value < 128 else 0 for value in range(256)])
    face = ImageFont.truetype(str(FONTS / "serif-semibold.otf"), 44 * over)
    large = ImageFont.truetype(str(FONTS / "serif-black.otf"), 118 * over)
    for k, char in enumerate("埠规"):
        pen.text(((800 - k * 210) * over, 150 * over), char, font=large, fill=246, anchor="mm")
    pen.line(at([(1006, 92), (980, 132), (944, 168)]), fill=240, width=15 * over)
    for line, words in enumerate(RULES):
        for k, char in enumerate(words):
            x, y = 1066 - line * 104, 296 + k * 50.4
            pen.text((x * over, y * over), char, font=face, fill=dice.choice((246, 238, 224)), anchor="mm")
    for _ in range(5200):
        x, y, r = dice.uniform(0, size[0]), dice.uniform(0, size[1]), dice.uniform(0.4, 1.6) ** 1.7
        shade = dice.choice((34, 34, 34, 84, 130, 200))
        pen.ellipse(((x - r) * over, (y - r) * over, (x + r) * over, (y + r) * over), fill=shade)
    for _ in range(26):  # worn places
        x, y, r = dice.uniform(200, 1100), dice.uniform(60, 1480), dice.uniform(10, 26)
        for _ in range(60):
            a, b, c = dice.gauss(0, r), dice.gauss(0, r), dice.uniform(0.5, 2.2)
            pen.ellipse(((x + a - c) * over, (y + b - c) * over, (x + a + c) * over, (y + b + c) * over), fill=150)
    small, cut = (one.resize(size, Image.Resampling.LANCZOS) for one in (image, stone))
    small = small.point([round(value / 17) * 17 for value in range(256)])
    Image.merge("LA", (small, cut)).save(HERE / "rubbing.png", optimize=True, dpi=(300, 300))


def umbrella() -> None:
    """An open umbrella of oiled paper on nothing: text can follow its outline."""
    over, size = 3, (1300, 1240)
    image = Image.new("RGBA", (size[0] * over, size[1] * over), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)

    def at(x: float, y: float) -> Point:
        return x * over, y * over

    tilt, ribs = math.radians(-24), 32
    cx, cy, rx, ry = 640.0, 500.0, 610.0, 430.0
    apex = (560.0, 330.0)

    def rim(angle: float, share: float = 1.0) -> Point:
        x, y = rx * math.cos(angle), ry * math.sin(angle)
        x, y = x * math.cos(tilt) - y * math.sin(tilt), x * math.sin(tilt) + y * math.cos(tilt)
        return apex[0] + (cx + x - apex[0]) * share, apex[1] + (cy + y - apex[1]) * share

    handle = [(700.0, 700.0), (858.0, 1170.0)]
    pen.line([at(*p) for p in handle], fill=(74, 48, 30, 255), width=26 * over)
    pen.line([at(*p) for p in handle], fill=(122, 84, 52, 255), width=10 * over)
    ring_at = at(*handle[1])
    pen.ellipse(
        (ring_at[0] - 21 * over, ring_at[1] - 26 * over, ring_at[0] + 21 * over, ring_at[1] + 26 * over),
        fill=(74, 48, 30, 255),
    )
    for k in range(ribs):
        a, b = 2 * math.pi * k / ribs, 2 * math.pi * (k + 1) / ribs
        middle = (a + b) / 2
        light = 0.5 + 0.5 * math.cos(middle + 2.3)
        paper = tuple(round(d + (c - d) * light) for c, d in zip((232, 164, 84), (150, 78, 36), strict=True))
        inner = rim(middle, 0.972)
        edge = [rim(a), rim(a + (b - a) * 0.25, 0.984), inner, rim(a + (b - a) * 0.75, 0.984), rim(b)]
        pen.polygon([at(*apex), *[at(*p) for p in edge]], fill=(*paper, 255))
    for share, breadth in ((0.90, 9), (0.87, 3), (0.36, 5), (0.33, 2)):
        loop = [at(*rim(2 * math.pi * t / 240, share)) for t in range(241)]
        pen.line(loop, fill=(110, 52, 26, 255), width=breadth * over, joint="curve")
    for k in range(ribs):
        pen.line([at(*apex), at(*rim(2 * math.pi * k / ribs, 0.998))], fill=(96, 48, 24, 255), width=3 * over)
    for radius, fill in ((40, (74, 36, 20)), (29, (150, 78, 36)), (13, (58, 30, 18))):
        x, y = at(*apex)
        pen.ellipse(
            (x - radius * over, y - radius * over * 0.86, x + radius * over, y + radius * over * 0.86),
            fill=(*fill, 255),
        )
    image.resize(size, Image.Resampling.LANCZOS).save(HERE / "umbrella.png", optimize=True, dpi=(300, 300))


if __name__ == "__main__":
    wine()
    ticket()
    river()
    adverts_within_pages()
    chart()
    blackboard()
    rubbing()
    umbrella()
