"""`banxin plan`: an issue goes in; its flatplan comes out, a line a page. No file is written."""

import argparse
import sys

from layout.job import findings, places, terminal
from layout.job.build import compose
from layout.job.clock import Clock
from layout.job.load import Loaded, load
from layout.proof import flatplan


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """ISSUE --json."""
    parser.add_argument("issue", nargs="?", type=places.folder_of, default=places.issue(), help=places.ISSUE)
    parser.add_argument("--json", action="store_true", help="JSON")


def run(namespace: argparse.Namespace) -> int:
    """Exit code 0; 1 where a finding is an error; 2 where there is nothing to set."""
    loaded, found = load(namespace.issue)
    if loaded is None:
        sys.stderr.write(findings.as_text(found, namespace.locale))
        return 2
    issue, more = compose(loaded, Clock())
    if namespace.json:
        terminal.write_json(flatplan.as_json(issue.pages, stories(loaded)))
    else:
        sys.stdout.write(flatplan.as_text(issue.pages, stories(loaded), namespace.locale))
    sys.stderr.write(findings.as_text(found + more, namespace.locale))
    return findings.exit_code(found + more)


def stories(loaded: Loaded) -> dict[str, flatplan.Told]:
    """Title and length of each story of the plan, as it is and as it should be."""
    told = {}
    for entry in loaded.plan.entries:
        story = loaded.stories.get(entry.name) if entry.kind == "story" and not entry.continued else None
        if story:
            told[story.slug] = flatplan.Told(story.title, story.length, entry.wanted)
    return told
