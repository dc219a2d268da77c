"""`banxin build`: an issue folder goes in, press files, a proof and their findings come out, and a word on each."""

import argparse
import sys
from pathlib import Path

from layout.job import findings, places
from layout.job.build import BuildResult, build
from layout.model.finding import Locale
from layout.model.printable import in_one_line

HELD_BACK: dict[Locale, str] = {
    "en": "press files held back: {errors}",
    "zh": "付印文件未出：{errors}",
}
ASIDE: dict[Locale, str] = {
    "en": "this build could not renew {files}: the earlier one is now in {folder}",
    "zh": "本次未能更新 {files}，此前的文件已移入 {folder}",
}

OUTDATED: dict[Locale, str] = {
    "en": "the issue has changed since {files} was made: it is now in {folder}",
    "zh": "{files} 出完后内容有改动，已移入 {folder}",
}
TAKEN: dict[Locale, str] = {
    "en": "{out} has files of this name from another issue, {other}: these are called after their folder as well; "
    "choose another folder with -o, or another slug or number in {plan}",
    "zh": "{out} 中同名的文件属于另一期（{other}），本期文件名后加上了文件夹名："
    "请用 -o 另选文件夹，或在 {plan} 中改 slug 或 number",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """ISSUE --target -o."""
    parser.add_argument("issue", nargs="?", type=places.folder_of, default=places.issue(), help=places.ISSUE)
    parser.add_argument("--target", choices=("press", "proof", "all"), default="all", help="which files to make (all)")
    parser.add_argument("-o", "--out", type=Path, default=Path("build"), help="folder to put them in (build/)")


def run(namespace: argparse.Namespace) -> int:
    """Exit code 0; 1 where a finding is an error; 2 where errors left nothing to set."""
    result = namespace.result = build(namespace.issue, namespace.target, namespace.out)  # see layout/__main__.py, run()
    sys.stderr.write(findings.as_text(result.findings, namespace.locale))
    if result.taken:
        plan = namespace.issue / "issue.toml"
        told = TAKEN[namespace.locale].format(out=namespace.out, other=result.taken, plan=plan)
        print(in_one_line(f"banxin: {told}"), file=sys.stderr)
    sys.stderr.flush()
    print(report(result, namespace.locale))
    code = findings.exit_code(result.findings)
    if code and namespace.target != "proof":
        print(HELD_BACK[namespace.locale].format(errors=findings.count(result.findings, namespace.locale)))
    for moved, words in ((result.aside, ASIDE), (result.outdated, OUTDATED)):
        if moved:
            names = ("、" if namespace.locale == "zh" else ", ").join(path.name for path in moved)
            print(words[namespace.locale].format(files=names, folder=moved[0].parent))
    return 2 if code and not result.pages else code


def report(result: BuildResult, locale: Locale) -> str:
    """What was made, with sizes; how many pages in how long; how many findings."""
    made = [f"  {path}  {path.stat().st_size / 1e6:.1f} MB" for path in result.made]
    counted = findings.count(result.findings, locale)
    pages, seconds = len(result.pages), result.seconds
    total = (
        f"{pages} 页，{seconds:.1f} 秒；{counted}" if locale == "zh" else f"{pages} pages, {seconds:.1f} s; {counted}"
    )
    return "\n".join([*made, f"  {result.listed}", total])
