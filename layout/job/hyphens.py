"""A cache goes in; words divided by an earlier build are known again, and new ones are kept for the next."""

import json
from importlib.util import find_spec
from pathlib import Path

from layout.job import cache
from layout.job.cache import FileCache
from layout.shape import hyphen


def recall(kept: FileCache) -> int:
    """Makes the words of earlier builds known; how many they are. An entry that cannot be read is no entry."""
    data = kept.get(_key())
    try:
        rows = json.loads(bytes(data)) if data else []
        hyphen.recall({(word, language): tuple(points) for word, language, points in rows})
    except (ValueError, TypeError):
        return 0
    return len(rows)


def keep(kept: FileCache, before: int) -> None:
    """Keeps the words known now, where there are more than `before`."""
    words = hyphen.remembered()
    if len(words) > before:
        rows = [[word, language, points] for (word, language), points in sorted(words.items())]
        kept.put(_key(), json.dumps(rows).encode())


def _key() -> str:
    """Other patterns are another key: the package's file and its time stand for its version."""
    spec = find_spec("pyphen")
    origin = Path(spec.origin) if spec and spec.origin else Path()
    return cache.key("hyphens", str(origin), origin.stat().st_mtime_ns if origin.is_file() else 0)
