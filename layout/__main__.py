"""A command line goes in, an exit code comes out: loads the one verb asked for and keeps tracebacks away.

Exit codes: 0 ok · 1 findings at error level · 2 usage or input · 3 internal fault · 130 interrupted · 141 reader gone.
"""

import argparse
import gc
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from typing import NoReturn, Protocol, cast

from layout import __version__
from layout.job.terminal import open_closed, safe_streams
from layout.model.finding import Locale
from layout.model.printable import in_one_line

USAGE, FAULT, INTERRUPTED, READER_GONE = 2, 3, 130, 141

VERBS: dict[str, tuple[str, str]] = {
    "build": ("set an issue into press files and a proof", "排一期杂志，出付印文件和校样"),
    "lines": ("break text into lines and show them", "把文字断行，逐行列出"),
    "dump": ("show what stands where on each page", "列出各版各行的内容和位置"),
    "plan": ("show the flatplan: what stands on which page", "列出落版表：各页排什么"),
    "check": ("read a finished PDF back and report what a printer would refuse", "回读成品 PDF，报告印厂会退回的问题"),
    "specimen": ("show every rule of composition side by side, as PDF", "逐条排出各项排版规则的样张（PDF）"),
    "templates": ("draw each page template as a small picture", "把各页面模板画成小图"),
    "init": ("make a small issue that builds", "建一期可以直接排版的小样刊"),
}
"""Verb → what it does, in English and Chinese. Each has a module layout/job/<verb>_verb.py."""


class Verb(Protocol):
    """What a verb's module offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None: ...

    def run(self, namespace: argparse.Namespace) -> int: ...


def locale_of(environment: Mapping[str, str]) -> Locale:
    """The reader's language: the first of LC_ALL, LC_MESSAGES, LANG that is set decides (POSIX.1-2017, XBD 8.2)."""
    named = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return "zh" if named.startswith("zh") else "en"


def load(verb: str) -> Verb:
    """The module of one verb. The others stay unread, so that start-up costs what this verb needs."""
    return cast(Verb, import_module(f"layout.job.{verb}_verb"))


def parser_for(verb: str | None, locale: Locale) -> argparse.ArgumentParser:
    """The whole command line; only `verb` has its own arguments filled in."""
    language = argparse.ArgumentParser(add_help=False)
    language.add_argument("--lang", dest="locale", choices=("en", "zh"), default=argparse.SUPPRESS, help="en | 中文")
    parser = argparse.ArgumentParser("banxin", parents=[language], description="Banxin 版心")
    parser.add_argument("--version", action="version", version=f"banxin {__version__}")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    for name, told in VERBS.items():
        said = told[1] if locale == "zh" else told[0]
        child = verbs.add_parser(name, help=said, description=said, parents=[language])
        if name == verb:
            load(name).add_arguments(child)
    return parser


def fault(error: Exception, locale: Locale) -> int:
    """Says in one line what went wrong inside; with BANXIN_DEBUG set, the traceback as well."""
    if os.environ.get("BANXIN_DEBUG"):
        sys.excepthook(type(error), error, error.__traceback__)
    told = (
        ("程序内部错误", "设 BANXIN_DEBUG=1 再运行一次可得调用栈，请随问题一并报告")
        if locale == "zh"
        else ("internal fault", "run again with BANXIN_DEBUG=1 for the traceback, and please report it")
    )
    with suppress(OSError):  # where nobody can be told, there is the exit code
        print(f"banxin: {told[0]}: {type(error).__name__}: {error} ({told[1]})", file=sys.stderr)
    return FAULT


def refused(error: OSError, locale: Locale) -> int:
    """Says which file the system would not read or write, and why. Without a name, it is the working folder: it may
    have been deleted under us."""
    told = "无法读写" if locale == "zh" else "cannot read or write"
    named = os.curdir if error.filename is None else os.fsdecode(error.filename)
    with suppress(OSError):
        print(f"banxin: {told} {in_one_line(named)}: {error.strerror}", file=sys.stderr)
    return USAGE


def hang_up() -> int:
    """Whoever read our output has gone (`banxin dump | head`): stop without a word, as other tools do."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return READER_GONE


def main(arguments: Sequence[str] | None = None, namespace: argparse.Namespace | None = None) -> int:
    """Runs one verb and returns its exit code. Raises SystemExit(2) on wrong usage, as argparse does.

    What was asked for goes into `namespace`, where the verb may leave what it made.
    """
    with safe_streams():
        return _run(list(sys.argv[1:] if arguments is None else arguments), namespace or argparse.Namespace())


def _run(given: list[str], namespace: argparse.Namespace) -> int:
    locale = locale_of(os.environ)
    verb = next((word for word in given if word in VERBS), None)
    try:
        namespace.locale = locale
        parser_for(verb, locale).parse_args(given, namespace)
        locale = namespace.locale
        code = load(namespace.verb).run(namespace)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return hang_up()
    except OSError as error:
        return refused(error, locale) if error.errno is not None else fault(error, locale)
    except Exception as error:
        return fault(error, locale)
    return code


def run() -> NoReturn:
    """The console command. Leaves the clearing up to the system: 0.1 s of CPU on 64 pages.

    A build makes values and keeps them to its end, so the collector of rings would walk through them again and again
    and find nothing, and the interpreter would take them apart one by one. Files are whole when main() returns
    (job/output.py); only what stands in the two streams must still go out.
    """
    gc.disable()
    open_closed()
    made = argparse.Namespace()
    code = main(namespace=made)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):  # main() has told the exit code of a stream that takes no more
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    run()
