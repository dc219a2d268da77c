"""Template files by name and the names a plan asks for go in; the tables of those that it comes to come out.

A house has many templates and an issue uses some: the others need not be read each time a page is corrected.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from layout.model.finding import Finding
from layout.model.plan import DEFAULT_NEXT, Plan
from layout.read.layers import load
from layout.read.table import Table

LEADS = ("extends", "next")
"""Keys of a template that name another."""


def asked(plan: Plan) -> frozenset[str] | None:
    """The templates that the plan names; None where a story's are to be chosen from all."""
    if any(entry.kind == "story" and not entry.templates for entry in plan.entries):
        return None
    return named(plan)


def named(plan: Plan) -> frozenset[str]:
    """The templates that the plan names, whatever is chosen beside them; of a story that goes on elsewhere also the
    one that its next pages have."""
    names: set[str] = set()
    for entry in plan.entries:
        names.update(entry.templates, (entry.name,) if entry.kind == "page" else ())
        if entry.continued and entry.kind == "story" and not entry.templates:
            names.add(DEFAULT_NEXT)
    return frozenset(names)


def reached(
    files: Mapping[str, Sequence[Path]], wanted: frozenset[str] | None, keys: tuple[str, ...], findings: list[Finding]
) -> dict[str, Table]:
    """The tables of `wanted` and of all that they extend or go on with, in the order of `files`; of every file where
    none are named, or one of them is not there, since a finding then lists what could be meant."""
    before = len(findings)
    waiting = list(files if wanted is None else wanted)
    tables: dict[str, Table | None] = {}
    while waiting:
        name = waiting.pop()
        if name in tables:
            continue
        if name not in files:
            if wanted is not None:
                del findings[before:]
                return reached(files, None, keys, findings)
            continue
        read = (load(file, keys, findings) for file in files[name])
        table = tables[name] = next((one for one in read if one), None)  # a broken one gives way to what it replaces
        waiting += [lead for key in LEADS if table and isinstance(lead := table.values.get(key), str) and lead]
    found = ((name, tables.get(name)) for name in files)
    return {name: table for name, table in found if table}
