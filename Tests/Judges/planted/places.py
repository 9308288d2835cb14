"""The lines of a project, each with what it is part of."""
import re
from dataclasses import dataclass
from pathlib import Path

FENCE = re.compile(r"^([ >]*)(`{3,}|~{3,})([^`]*)$")
KINDS = [  # what the path or the language of a fence says about its text, first match first
    (r"compose\.yml$", "compose"), (r"prometheus\.yml$", "prometheus"), (r"rules/.*\.yml$", "rules"),
    (r"alertmanager\.yml$", "alertmanager"), (r"datasources/", "grafana"), (r"dashboards/", "grafana"),
    (r"patroni/config\.yml$", "patroni"), (r"etcd\.yml$", "etcd"), (r"livekit\.yaml$", "livekit"),
    (r"vars\.yml$", "vars"), (r"\.cfg$", "haproxy"), (r"nftables\.conf$", "nftables"), (r"firewall\.md$", "nftables"),
    (r"keepalived\.conf$", "keepalived"), (r"redis\.conf$", "redis"), (r"sentinel\.conf$", "redis"),
    (r"turnserver\.conf$", "coturn"), (r"pgbouncer\.ini$", "pgbouncer"), (r"pgbackrest\.conf$", "pgbackrest"),
    (r"\.(service|timer)$", "systemd"), (r"\.env$", "env"), (r"\.json$", "json"), (r"inventory/hosts$", "inventory"),
]
DATA = {"keys.yml": "keys", "servers.yml": "servers", "common.yml": "values"}


@dataclass(frozen=True)
class Line:
    """A line: where it is, its text, and what kind of text it is part of."""

    path: str
    number: int
    text: str
    kind: str
    opener: int = 0  # the line where the fence, or the front matter, begins
    before: str = ""
    after: str = ""


def lines(project: Path) -> list[Line]:
    """Every line of the files that people write, in the order of the paths."""
    found = [Line("docbuild.yml", 0, "", "")][:0]
    for path in sorted(project.rglob("*")):
        name = path.relative_to(project).as_posix()
        if path.suffix == ".md":
            found += guide(name, path.read_text().split("\n"))
        elif path.suffix == ".yml":
            texts = path.read_text().split("\n")
            kind = ("project" if name == "docbuild.yml" else "customer" if name.startswith("customers/")
                    else DATA.get(path.name, "values"))
            found += located(name, texts, [(kind, 0)] * len(texts))
    return found


def located(path: str, texts: list[str], kinds: list[tuple[str, int]]) -> list[Line]:
    around = ["", *texts, ""]
    return [Line(path, at + 1, text, *kinds[at], around[at], around[at + 2]) for at, text in enumerate(texts)]


def guide(path: str, texts: list[str]) -> list[Line]:
    if path.startswith("partials/"):
        return located(path, texts, [(partial(path), 0)] * len(texts))
    kinds, open_fence, kind, opener = [], None, "prose", 0
    front = texts[0] == "---"
    for at, text in enumerate(texts):
        fence = FENCE.match(text)
        if front:
            kinds.append(("front-edge" if text == "---" else "front", 1))
            front = not (at and text == "---")
        elif open_fence is None and fence and fence[3].strip():
            open_fence, opener, kind = fence[2], at + 1, fence_kind(fence[3])
            kinds.append(("fence", opener))
        elif open_fence and text.strip(" >") == open_fence:
            kinds.append(("fence-end", opener))
            open_fence = None
        else:
            kinds.append((kind, opener) if open_fence else ("prose", 0))
    return located(path, texts, kinds)


def partial(path: str) -> str:
    return next((kind for pattern, kind in KINDS if re.search(pattern, path)), "prose")


def fence_kind(info: str) -> str:
    language = info.split()[0]
    where = re.search(r'(?:file|title)="?([^\s"]+)', info)
    named = where and next((kind for pattern, kind in KINDS if re.search(pattern, where[1])), None)
    if named:
        return named
    if language == "yaml":
        return "yaml"
    return {"bash": "shell", "ini": "ini", "text": "output" if " output" in info else "text"}.get(language, language)
