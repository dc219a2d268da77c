"""Files go in, the model comes out: styles, templates, fonts, printer profiles, the plan and the stories."""

from layout.read.nearby import misnamed
from layout.read.plan import read_plan
from layout.read.plan_checks import check_lengths, check_plan
from layout.read.proofread import proofread
from layout.read.reach import asked, named
from layout.read.story import lines_of_body, read_story, written
from layout.read.styles import fallback_place, load_fonts, load_press, load_styles
from layout.read.templates import load_templates

__all__ = [
    "asked",
    "check_lengths",
    "check_plan",
    "fallback_place",
    "lines_of_body",
    "load_fonts",
    "load_press",
    "load_styles",
    "load_templates",
    "misnamed",
    "named",
    "proofread",
    "read_plan",
    "read_story",
    "written",
]
