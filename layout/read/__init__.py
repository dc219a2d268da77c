"""Files go in, the model comes out: styles, templates, fonts, printer profiles, the plan and the stories."""

from layout.read.plan import read_plan
from layout.read.plan_checks import check_lengths, check_plan
from layout.read.reach import asked
from layout.read.story import read_story, written
from layout.read.styles import fallback_place, load_fonts, load_press, load_styles
from layout.read.templates import load_templates
from layout.read.typos import mistyped

__all__ = [
    "asked",
    "check_lengths",
    "check_plan",
    "fallback_place",
    "load_fonts",
    "load_press",
    "load_styles",
    "load_templates",
    "mistyped",
    "read_plan",
    "read_story",
    "written",
]
