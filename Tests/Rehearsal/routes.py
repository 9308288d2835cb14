"""Traefik's routers, read from the labels of containers, and which of them takes a request."""

import re


class Router:
    def __init__(self, name, settings, container):
        self.name, self.container = name, container
        self.rule = settings.get("rule", "")
        self.entry_points = settings.get("entrypoints", "").split(",")
        self.priority = int(settings.get("priority") or len(self.rule))
        self.middlewares = [word for word in settings.get("middlewares", "").split(",") if word]

    def takes(self, entry_point, host, path):
        return entry_point in self.entry_points and _evaluate(self.rule, host, path)


def routers(containers):
    """All routers of the containers that Traefik is told of."""
    found = []
    for container in containers:
        labels = container.labels()
        if labels.get("traefik.enable") != "true":
            continue
        by_name = {}
        for key, value in labels.items():
            if part := re.fullmatch(r"traefik\.http\.routers\.([^.]+)\.(\w+)", key):
                by_name.setdefault(part[1], {})[part[2].lower()] = value
        found += [Router(name, settings, container) for name, settings in by_name.items()]
    return found


def route(found, entry_point, host, path):
    """The router that takes a request: the one of the highest priority whose rule holds; None for 404."""
    taking = [router for router in found if router.takes(entry_point, host, path)]
    return max(taking, key=lambda router: router.priority, default=None)


def _evaluate(rule, host, path):
    """A rule of Traefik 3, as a Python expression over its matchers."""
    matchers = {
        "Host": lambda *names: host in names,
        "HostRegexp": lambda pattern: re.search(pattern, host) is not None,
        "Path": lambda *paths: path in paths,
        "PathPrefix": lambda *prefixes: any(path.startswith(prefix) for prefix in prefixes),
        "PathRegexp": lambda pattern: re.search(pattern, path) is not None,
    }
    words = []
    for word in re.findall(r"`[^`]*`|&&|\|\||!|\(|\)|,|[A-Za-z]+|\S", rule):
        if word.startswith("`"):
            words.append(repr(word[1:-1]))
        else:
            words.append({"&&": " and ", "||": " or ", "!": " not "}.get(word, word))
    return bool(rule) and bool(eval("".join(words), {"__builtins__": {}}, matchers))  # noqa: S307
