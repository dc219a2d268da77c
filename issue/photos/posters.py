"""Nothing in; the cut-out umbrella, the chart and the three adverts of the issue (PNG) out, beside this file.

Run: python issue/photos/posters.py. Adverts are supplied pictures: they have their bleed of 3 mm, their words are part
of them. The same bytes each time.
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
    chart()
    umbrella()
