"""styles/specimen.toml goes in, the Specimen comes out: every sample with its text, its measure and resolved styles."""

from pathlib import Path as FilePath
from typing import TypeVar

from layout.model.finding import Finding, worst
from layout.model.specimen import Sample, Section, Setting, Specimen
from layout.model.style import House, ParagraphStyle, StyleSheet
from layout.model.value import replace
from layout.read import house as house_file
from layout.read import sheet as sheet_file
from layout.read.inline import Context, Raw, paragraph
from layout.read.layers import Layers, load, load_layers
from layout.read.table import Ems, Table, unknown
from layout.read.toml_places import Path, TomlFile

Spot = TypeVar("Spot")

KEYS = ("name", "en", "look", "see", "style", "section", "sample")
SECTION = ("number", "name", "en")
SAMPLE = ("rules", "name", "en", "look", "see", "text", "measure", "style", "set")
SET = ("show", "text", "measure")
"""What a setting may have besides any key of a paragraph style."""
BASE = "specimen"
"""Name of the style that all samples extend, and the head of the names of theirs."""


def load_specimen(folder: FilePath) -> tuple[Specimen | None, tuple[Finding, ...]]:
    """The specimen of the folder styles/, its styles laid over text.toml; None where an error leaves nothing to set."""
    findings: list[Finding] = []
    basis = load_layers((folder,), "house.toml", house_file.KEYS, findings)
    house = house_file.house(basis, findings) if basis else None
    words = load(folder / "text.toml", sheet_file.KEYS, findings)
    table = load(folder / "specimen.toml", KEYS, findings)
    if house is None or words is None or table is None:
        return None, tuple(findings)
    sheet = sheet_file.sheet(Layers((_styles(table), words)), house, findings)
    made = _specimen(table, house, sheet)
    return made if worst(tuple(findings)) != "error" else None, tuple(dict.fromkeys(findings))


def _styles(table: Table) -> Table:
    """The styles of all samples and settings as a text.toml would have them, each key still with its own place."""
    styles: dict[str, object] = {BASE: table.table("style", sheet_file.PARAGRAPH).values}
    moved: dict[Path, Path] = {("style",): ("paragraph", BASE)}
    for n, sample in enumerate(table.tables("sample", SAMPLE)):
        name = f"{BASE} {n}"
        styles[name] = {"extends": BASE} | sample.table("style").values
        moved["sample", n, "style"] = ("paragraph", name)
        for k, setting in enumerate(sample.tables("set", (*SET, *sheet_file.PARAGRAPH))):
            own = {key: given for key, given in setting.values.items() if key in sheet_file.PARAGRAPH}
            styles[f"{name}.{k}"] = {"extends": name} | own
            moved["sample", n, "set", k] = ("paragraph", f"{name}.{k}")
    file = table.file
    places = TomlFile(
        file.path, file.text, {"paragraph": styles}, _moved(file.keys, moved), _moved(file.spans, moved), file.starts
    )
    return Table(places, (), places.values, table.title, table.findings)


def _moved(known: dict[Path, Spot], moved: dict[Path, Path]) -> dict[Path, Spot]:
    """Places under the paths their tables have been moved to."""
    found = {}
    for path, spot in known.items():
        for depth in range(len(path), 0, -1):
            if path[:depth] in moved:
                found[(*moved[path[:depth]], *path[depth:])] = spot
                break
    return found


def _specimen(table: Table, house: House, sheet: StyleSheet) -> Specimen:
    samples = [_sample(item, f"{BASE} {n}", sheet) for n, item in enumerate(table.tables("sample", SAMPLE))]
    sections = []
    for item in table.tables("section", SECTION):
        number = item.text("number", example='"4"') if item.need("number", '"4"') else ""
        own = tuple(sample for sample in samples if sample.rules and sample.rules[0].partition(".")[0] == number)
        sections.append(Section(number, item.text("name"), item.text("en"), own))
    _all_shown(table, tuple(section.number for section in sections))
    name, english, look, see = _words(table)
    return Specimen(house, sheet, name, english, look, see, tuple(sections))


def _all_shown(table: Table, numbers: tuple[str, ...]) -> None:
    """A finding for each sample whose first rule belongs to no section."""
    for item in table.tables("sample", SAMPLE):
        rules = item.texts("rules")
        if rules and rules[0].partition(".")[0] not in numbers:
            item.findings.append(unknown("READ-CHOICE", item.value_place("rules"), rules[0], numbers, "rules"))


def _words(table: Table) -> tuple[str, str, str, str]:
    """What is said of a sample, or of the whole, in Chinese and English."""
    return table.text("name"), table.text("en"), table.text("look"), table.text("see")


def _sample(table: Table, name: str, sheet: StyleSheet) -> Sample:
    rules = table.texts("rules", example='["4.3"]') if table.need("rules", '["4.3"]') else ()
    table.need("set", "[{}]")
    settings = tuple(
        _setting(item, table, sheet, sheet.paragraph(f"{name}.{k}"))
        for k, item in enumerate(table.tables("set", (*SET, *sheet_file.PARAGRAPH)))
    )
    name, english, look, see = _words(table)
    return Sample(rules, name, english, look, see, settings)


def _setting(table: Table, sample: Table, sheet: StyleSheet, style: ParagraphStyle) -> Setting:
    """Text and measure are the setting's own or the sample's."""
    text = table if table.has("text") else sample
    text.need("text", '"春江潮水连海平。"')
    source = text.file.source((*text.path, "text"))
    context = Context(text.file.path, text.findings)
    body = paragraph(style.name, Raw(text.text("text"), source.runs), context)
    for name, place in context.classes.items():
        if sheet.character(name) is None:
            text.findings.append(unknown("READ-ATTRIBUTE", place, f".{name}", [item.name for item in sheet.characters]))
    measured = table if table.has("measure") else sample
    measure = measured.length("measure", 0, Ems(style.size, style.leading), '"12em"')
    if measure <= 0:
        measured.bad("measure", measured.values.get("measure"), '"12em"')
    keys = "　".join(f"{key} {_shown(given)}" for key, given in table.values.items() if key in sheet_file.PARAGRAPH)
    return Setting(table.text("show"), keys, replace(body, role=style.name), style, max(measure, style.size))


def _shown(given: object) -> str:
    """A value as the specimen prints it."""
    if isinstance(given, dict):
        return " ".join(f"{key} {_shown(inner)}" for key, inner in given.items())
    return str(given) or '""'
