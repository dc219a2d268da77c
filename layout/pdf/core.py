"""Nothing goes in; reportlab's document core comes out, loaded without what the user's home or environment says of it.

At its import reportlab runs ~/.reportlab_mods and ~/.reportlab_settings, modules of those names wherever Python finds
them, and takes any setting from a variable RL_…: a build would depend on things that no issue declares.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

_OTHERS = ("reportlab_mods", "reportlab_settings", "reportlab.local_rl_mods", "reportlab.local_rl_settings")
_PREFIX = "RL_"


@contextmanager
def _alone() -> Iterator[None]:
    """Inside `with`, empty modules stand where reportlab looks for others, and no variable of its own is set."""
    set_aside = {name: os.environ.pop(name) for name in [*os.environ] if name.startswith(_PREFIX)}
    stood_in = {name: ModuleType(name) for name in _OTHERS if name not in sys.modules}
    sys.modules.update(stood_in)
    try:
        yield
    finally:
        os.environ.update(set_aside)
        for name in stood_in:
            sys.modules.pop(name, None)


with _alone():
    from reportlab.pdfbase import pdfdoc

__all__ = ["pdfdoc"]
