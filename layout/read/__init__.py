"""Files go in, the model comes out: styles, templates, fonts, printer profiles, the plan and the stories."""

from layout.read.story import read_story

__all__ = ["read_story"]
