"""Plants single mistakes in copies of the guides and their data, and sees that each makes one finding at its place.

Each is wrong by construction: a key of a closed format or a declared name misspelt, a bracket, quote or block left open,
a value of another type, something dropped that others need. `mistakes` has them by name, and what is the right place
of each. What is not found once, or elsewhere, stands in known.tsv with its reason, and nothing else does: both a new
row and one that is no longer needed fail. At least 95 % must be found once at their place.
"""
import argparse
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parent))
import mistakes  # noqa: E402
import places  # noqa: E402

HERE = Path(__file__).parent
CONTENT = HERE.parents[2] / "content"


def plants(seed, each, only):
    """The chosen mistakes: so many of each name, the same ones for the same seed."""
    lines = places.lines(CONTENT)
    vocabulary = set(re.findall(r"[\w-]+", "\n".join(line.text for line in lines)))
    for name, kinds, function in mistakes.TABLE:
        if only not in name:
            continue
        places_of = [line for line in lines if line.kind in kinds and function(line)]
        chance = random.Random(f"{seed} {name}")
        chosen = chance.sample(places_of, min(each, len(places_of)))
        for line in chosen:
            plant = chance.choice(function(line))
            added = set(re.findall(r"[\w-]+", plant.text or "")) - set(re.findall(r"[\w-]+", line.text))
            if not (plant.text is not None and "misspelt" in name and not added - vocabulary):
                yield name, line, plant


def judge(docbuild, folder, line, plant):
    """Runs docbuild on the folder with the mistake in it; gives the verdict and what was found."""
    path = folder / line.path
    original = path.read_text()
    texts = original.split("\n")
    texts[line.number - 1:line.number] = [] if plant.text is None else plant.text.split("\n")
    path.write_text("\n".join(texts))
    command = [docbuild, "check", "--project", folder, "--format", "json"]
    if line.kind == "customer":
        command += ["--customer", path, "--final"]
    elif line.path.startswith(("guides/", "partials/")):
        command += ["--scale", "large"]
    try:
        ran = subprocess.run(command, capture_output=True, text=True, timeout=120, cwd=folder)
        found = [json.loads(text) for text in ran.stdout.splitlines()]
        if ran.returncode not in (0, 1):
            return "crash", [{"path": "", "line": 0, "rule": f"exit {ran.returncode}", "message": ran.stderr[:200]}]
        return verdict(folder, line, plant, found), found
    finally:
        path.write_text(original)


def verdict(folder, line, plant, found):
    if len(found) != 1:
        return "more" if found else "none"
    at = found[0]
    path, number = at["path"], at["line"]
    changed = 1 if plant.text is None else 0
    if path == line.path:
        if abs(number - line.number) <= max(plant.near, changed) or plant.opener and number == line.opener:
            return "one"
    if plant.needs and (folder / path).is_file():
        texts = (folder / path).read_text().split("\n")
        if number <= len(texts) and re.search(plant.needs, texts[number - 1]):
            return "one"
    return "elsewhere"


def is_clean(docbuild):
    """Whether nothing is found before anything is planted, so that what is found then comes from that."""
    ran = subprocess.run([docbuild, "check", "--project", CONTENT, "--format", "json"], capture_output=True, text=True)
    print(ran.stdout + ran.stderr, end="", file=sys.stderr)
    return not ran.stdout and ran.returncode == 0


def run(docbuild, chosen):
    """Judges all, two at once; the order is that of the mistakes."""
    with tempfile.TemporaryDirectory() as folder:
        copies = Queue()
        for number in "12":
            shutil.copytree(CONTENT, Path(folder, number))
            copies.put(Path(folder, number))

        def one(item):
            copy = copies.get()
            try:
                return item, *judge(docbuild, copy, *item[1:])
            finally:
                copies.put(copy)

        with ThreadPoolExecutor(2) as pool:
            yield from pool.map(one, chosen)


def prove(docbuild, chosen):
    """Sees that the judge tells nothing planted, two mistakes and a mistake elsewhere from one that is found."""
    line, plant = next((line, plant) for name, line, plant in chosen
                       if name == "yaml: key misspelt" and re.match(r" +[\w-]+: \S", line.text))
    keys = next(other for other in places.lines(CONTENT) if other.kind == "keys" and "source: common" in other.text)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "content")
        shutil.copytree(CONTENT, copy)
        verdicts = {
            "one": judge(docbuild, copy, line, plant)[0],
            "none": judge(docbuild, copy, line, mistakes.Plant(line.text))[0],
            "elsewhere": judge(docbuild, copy, line, mistakes.Plant(f"{line.text}\n\n\n{plant.text}"))[0],
        }
        spoiled = copy / keys.path
        spoiled.write_text(spoiled.read_text().replace(keys.text, keys.text.replace("source", "sourec")))
        verdicts["more"] = judge(docbuild, copy, line, plant)[0]
    wrong = {expected: said for expected, said in verdicts.items() if expected != said}
    print("planted: the judge tells", ", ".join(verdicts) if not wrong else f"wrongly: {wrong}")
    return not wrong


def table():
    """The mistakes that are not found once at their place: name, verdict and reason, which must be one."""
    rows = [row.split("\t") for row in (HERE / "known.tsv").read_text().splitlines()[1:]]
    assert all(len(row) == 3 and row[2] for row in rows), "known.tsv: a name, a verdict and a reason in each row"
    return {(name, verdict): reason for name, verdict, reason in rows}


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("docbuild", type=lambda text: str(Path(text).resolve()))
    options.add_argument("--seed", type=int, default=1, help="other mistakes; the table is held for the first seed")
    options.add_argument("--each", type=int, default=3, help="how many mistakes of each name")
    options.add_argument("--only", default="", help="names that contain this text")
    options.add_argument("--show", action="store_true", help="print what was found of each that is not found once")
    options.add_argument("--prove", action="store_true", help="prove the judge alone")
    given = options.parse_args()
    chosen = list(plants(given.seed, given.each, given.only))
    if given.prove:
        sys.exit(not prove(given.docbuild, chosen))
    if not is_clean(given.docbuild):
        sys.exit("planted: the guides themselves must be clean")
    counts, failed = {}, {}
    for (name, line, plant), result, found in run(given.docbuild, chosen):
        counts.setdefault(name, []).append(result)
        if result == "one":
            continue
        said = "".join(f"    {at['path']}:{at['line']}: {at['message']} [{at['rule']}]\n" for at in found[:8])
        failed.setdefault((name, result), f"{line.path}:{line.number}\n  - {line.text}\n  + {plant.text}\n{said}")
        if given.show:
            print(f"{result}\t{name}\t{failed[name, result] if len(found) else line}", flush=True)
    results = [result for named in counts.values() for result in named]
    share = results.count("one") / len(results)
    if given.show:
        for name, named in counts.items():
            print(f"{named.count('one')}/{len(named)}\t{name}")
    print(f"planted: {len(results)} mistakes, {share:.1%} found once at their place;",
          ", ".join(f"{results.count(kind)} {kind}" for kind in sorted(set(results))))
    if given.only or given.seed != 1 or given.each != 3:
        return
    known = table()
    for name, verdict in failed.keys() - known.keys():
        print(f"not in known.tsv: {verdict}\t{name}\t{failed[name, verdict]}", file=sys.stderr)
    for name, verdict in known.keys() - failed.keys():
        print(f"found once by now, take it out of known.tsv: {name}\t{verdict}", file=sys.stderr)
    sys.exit(failed.keys() != known.keys() or share < 0.95)


main()
