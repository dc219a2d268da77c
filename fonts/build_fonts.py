"""Debian font packages in, the six subset fonts of this folder with fonts.toml and the licence texts out."""

import argparse
import bz2
import hashlib
import io
import re
import subprocess
import tomllib
from dataclasses import dataclass
from pathlib import Path

import toml
import uharfbuzz as hb
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
CHARSET = HERE / "charset"
NOTO = ("fonts-noto-cjk", "1:20220127+repack1-1")
NOTO_EXTRA = ("fonts-noto-cjk-extra", "1:20220127+repack1-1")
WENKAI = ("fonts-lxgw-wenkai", "1.250+repack-1")
UNIHAN = ("unicode-data", "15.0.0-1")
NOTO_DIR = "usr/share/fonts/opentype/noto"
SC = 2  # face number of the Simplified Chinese design in the Noto CJK collections

# Kept: what the composition rules ask for (vertical forms, half and proportional widths, ligatures, kerning, figures).
# Left out: locl (one language only), aalt, hist, ruby, Hangul features: they pull in glyphs nobody can ask for.
FEATURES = (
    "calt",
    "ccmp",
    "chws",
    "dlig",
    "fwid",
    "halt",
    "hwid",
    "kern",
    "liga",
    "lnum",
    "mark",
    "mkmk",
    "onum",
    "palt",
    "pnum",
    "pwid",
    "sups",
    "subs",
    "tnum",
    "vchw",
    "vert",
    "vhal",
    "vkrn",
    "vpal",
    "vrt2",
)
DASHES = (0x2014, 0x2E3A, 0x2E3B)
FALLBACK = ("serif-regular", "sans-regular", "kai-regular")


@dataclass(frozen=True, slots=True)
class Make:
    """One face to make: its key, names and where its full font lies."""

    key: str
    family: str
    style: str
    weight: int
    package: tuple[str, str]
    source: str
    index: int
    licence: str
    rename: str = ""


MAKES = (
    Make(
        "serif-regular", "Noto Serif CJK SC", "宋", 400, NOTO, f"{NOTO_DIR}/NotoSerifCJK-Regular.ttc", SC, "NotoSerifSC"
    ),
    Make(
        "serif-semibold",
        "Noto Serif CJK SC",
        "宋",
        600,
        NOTO_EXTRA,
        f"{NOTO_DIR}/NotoSerifCJK-SemiBold.ttc",
        SC,
        "NotoSerifSC",
    ),
    Make(
        "serif-black",
        "Noto Serif CJK SC",
        "宋",
        900,
        NOTO_EXTRA,
        f"{NOTO_DIR}/NotoSerifCJK-Black.ttc",
        SC,
        "NotoSerifSC",
    ),
    Make("sans-regular", "Noto Sans CJK SC", "黑", 400, NOTO, f"{NOTO_DIR}/NotoSansCJK-Regular.ttc", SC, "NotoSansSC"),
    Make("sans-bold", "Noto Sans CJK SC", "黑", 700, NOTO, f"{NOTO_DIR}/NotoSansCJK-Bold.ttc", SC, "NotoSansSC"),
    # The Debian copyright file reserves the names LXGW and 霞鹜; a subset is a modified version (OFL 3): renamed.
    Make(
        "kai-regular",
        "Banxin Kai",
        "楷",
        400,
        WENKAI,
        "usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf",
        0,
        "LXGWWenKai",
        rename="Banxin Kai",
    ),
)


def unpack(package: tuple[str, str], work: Path) -> Path:
    """Download and unpack one Debian package at its pinned version, unless `work` has it already."""
    name, version = package
    out = work / name
    if not out.exists():
        subprocess.run(["apt-get", "download", f"{name}={version}"], cwd=work, check=True)
        deb = next(work.glob(f"{name}_*.deb"))
        subprocess.run(["dpkg-deb", "-x", str(deb), str(out)], check=True)
    return out


def write_table(work: Path) -> None:
    """Write charset/tgh8105.txt from kTGH of the Unihan database: place in the table, code point, character."""
    text = bz2.decompress(
        (unpack(UNIHAN, work) / "usr/share/unicode/Unihan_OtherMappings.txt.bz2").read_bytes()
    ).decode()
    rows = sorted((int(n), int(cp, 16)) for cp, n in re.findall(r"^U\+([0-9A-F]+)\tkTGH\t2013:(\d+)$", text, re.M))
    if [n for n, _ in rows] != list(range(1, 8106)):
        raise SystemExit("kTGH does not give the places 1 to 8105 once each")
    head = [
        "# 通用规范汉字表 (State Council of the PRC, 5 June 2013): place in the table, code point, character.",
        "# Places 1-3500 are level 1, 3501-6500 level 2, 6501-8105 level 3.",
        f"# Source: kTGH field, Unihan_OtherMappings.txt, Unicode 15.0.0 (Debian {UNIHAN[0]} {UNIHAN[1]}).",
    ]
    body = [f"{n}\tU+{cp:04X}\t{chr(cp)}" for n, cp in rows]
    (CHARSET / "tgh8105.txt").write_text("\n".join(head + body) + "\n", encoding="utf-8")


def charset() -> frozenset[int]:
    """The code points kept: GB 2312 (Python's codec), the 8,105 characters, and charset/symbols.toml."""
    kept: set[int] = set()
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            kept.update(map(ord, bytes((row, cell)).decode("gb2312", "ignore")))
    for line in (CHARSET / "tgh8105.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            kept.add(ord(line.split("\t")[2]))
    for block in tomllib.loads((CHARSET / "symbols.toml").read_text(encoding="utf-8"))["block"]:
        for span in block["ranges"]:
            first, last = span.split("-")
            kept.update(range(int(first, 16), int(last, 16) + 1))
    return frozenset(kept)


def chinese_dashes(source: Path, index: int) -> bytes:
    """The full font with its dashes mapped straight to the full-width forms that `locl` has for zh-Hans.

    Noto CJK 2.001 keeps narrow dashes (890 of 1000 units) in its character map; `locl` itself is then not needed.
    """
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(source)), index))
    forms: dict[int, int] = {}
    for code in DASHES:
        buffer = hb.Buffer()
        buffer.add_codepoints([code])
        buffer.direction, buffer.script, buffer.language = "ltr", "Hani", "zh-hans"
        hb.shape(font, buffer)
        forms[code] = buffer.glyph_infos[0].codepoint
    full = TTFont(source, fontNumber=index, recalcTimestamp=False, recalcBBoxes=False, lazy=True)
    for table in full["cmap"].tables:
        if table.isUnicode() and table.format != 14:
            table.cmap.update({code: full.getGlyphName(gid) for code, gid in forms.items() if code in table.cmap})
    out = io.BytesIO()
    full.save(out)
    return out.getvalue()


def subset(data: bytes, kept: frozenset[int]) -> bytes:
    """The font with only the kept code points and features, as bytes."""
    face = hb.Face(hb.Blob(data))
    wish = hb.SubsetInput()
    wish.sets(hb.SubsetInputSets.UNICODE).set(set(kept))
    features = wish.sets(hb.SubsetInputSets.LAYOUT_FEATURE_TAG)
    features.clear()  # .set() adds to the default list; clear it to replace
    features.set({hb_tag(name) for name in FEATURES})
    wish.sets(hb.SubsetInputSets.NAME_ID).set({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 14, 16, 17})
    wish.flags = hb.SubsetFlags.NOTDEF_OUTLINE
    return bytes(hb.subset(face, wish).blob.data)


def hb_tag(name: str) -> int:
    """A four-letter OpenType tag as HarfBuzz counts it."""
    return int.from_bytes(name.encode("ascii"), "big")


def rename(path: Path, family: str) -> None:
    """Give a font file another family name, in every name record that shows the old one as the font's name."""
    font = TTFont(path, recalcTimestamp=False, recalcBBoxes=False)
    compact = family.replace(" ", "")
    version = font["name"].getDebugName(5)
    fresh = {1: family, 3: f"{version};{compact}-Regular", 4: family, 6: f"{compact}-Regular", 16: family}
    for record in font["name"].names:
        if record.nameID in fresh:
            record.string = fresh[record.nameID]
    font.save(path)


def licence_text(package: Path, name: str, notice: str) -> str:
    """The OFL as the Debian copyright file has it, its field folding undone, after the fonts' own copyright notice."""
    text = (package / "usr/share/doc" / name / "copyright").read_text(encoding="utf-8")
    found = re.search(r"^License: (?:OFL|SIL)-1\.1\n(?= ---)((?: .*\n)+)", text, re.M)
    if found is None:
        raise SystemExit(f"no OFL text in the copyright file of {name}")
    body = "\n".join("" if line == " ." else line[1:] for line in found.group(1).splitlines())
    return notice.replace("\r\n", "\n") + "\n\n" + body.strip("\n") + "\n"


def notices(make: Make, font: TTFont) -> str:
    """Copyright and trade-mark notices from the font's name table, and the reserved names Debian records."""
    lines = [font["name"].getDebugName(0) or "", font["name"].getDebugName(7) or ""]
    if make.rename:
        lines.append('With Reserved Font Names "霞鹜" and "LXGW" (as recorded in the Debian copyright file).')
    return "\n".join(line for line in lines if line)


def build(make: Make, work: Path, kept: frozenset[int]) -> dict[str, object]:
    """Write one font file and its licence; give its entry for fonts.toml."""
    package = unpack(make.package, work)
    source = package / make.source
    data = subset(chinese_dashes(source, make.index) if make.index else source.read_bytes(), kept)
    path = HERE / (make.key + (".otf" if data[:4] == b"OTTO" else ".ttf"))
    path.write_bytes(data)
    if make.rename:
        rename(path, make.rename)
    font = TTFont(path, lazy=True)
    licence = f"OFL-{make.licence}.txt"
    full = TTFont(source, fontNumber=make.index, lazy=True)
    (HERE / licence).write_text(licence_text(package, make.package[0], notices(make, full)), encoding="utf-8")
    print(f"{path.name} {path.stat().st_size:,} bytes, {len(font.getBestCmap())} characters")
    return {
        "key": make.key,
        "family": make.family,
        "style": make.style,
        "weight": make.weight,
        "file": path.name,
        "made_from": Path(make.source).name + (f" face {make.index}" if make.index else ""),
        "version": str(font["name"].getDebugName(5)).split(";")[0].removeprefix("Version "),
        "package": f"Debian {make.package[0]} {make.package[1]}",
        "licence": "OFL-1.1",
        "licence_file": licence,
        "fs_type": font["OS/2"].fsType,
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
    }


def main() -> None:
    """Rebuild everything in this folder from packages kept in a work folder."""
    parser = argparse.ArgumentParser(description="Rebuild the fonts of this folder from Debian packages.")
    parser.add_argument("work", type=Path, help="folder where packages are downloaded and unpacked")
    work = parser.parse_args().work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    write_table(work)
    kept = charset()
    faces = [build(make, work, kept) for make in MAKES]
    manifest = toml.dumps({"fallback": list(FALLBACK), "face": faces})
    note = "# Written by build_fonts.py; change that, not this. Styles: 宋 serif, 黑 sans, 楷 script.\n"
    (HERE / "fonts.toml").write_text(note + manifest, encoding="utf-8")


if __name__ == "__main__":
    main()
