"""The commands of the guides, by the `id=` of their blocks."""

import json
import re


class Guide:
    """Runs blocks of the guides on the servers that they name."""

    def __init__(self, path, hosts):
        with open(path, encoding="utf-8") as file:
            self.all = json.load(file)
        self.blocks = {block["id"]: block for block in self.all if block["id"]}
        self.hosts = hosts
        self.secrets = {}
        self.used = []

    def text(self, name, host=None):
        """The commands of a block on a server, with the secrets filled in."""
        block = self.blocks[name]
        servers = {server["name"]: server["text"] for server in block["servers"]}
        text = servers[host] if host else next(iter(servers.values()))
        return self.filled(text)

    def filled(self, text):
        for hint, value in self.secrets.items():
            text = re.sub(rf"\b{hint}\b", lambda _: value, text)
        return text

    def servers(self, name):
        return [server["name"] for server in self.blocks[name]["servers"]]

    def run(self, name, on=None, before="", change=None, expected=None, **options):
        """Runs a block on its servers, or on one, and holds the last output to what the guide shows.

        `before` are commands that set up what a person has at hand, such as a password; `change`
        takes and returns the text and stands for what the guide leaves to the reader; `expected` is
        what the guide says in words is printed in another state than the one that it shows.
        """
        block = self.blocks[name]
        if name not in self.used:
            self.used.append(name)
        output = ""
        for server in [on] if on else self.servers(name):
            text = self.text(name, server if server in self.servers(name) else None)
            text = change(text) if change else text
            folder = "/root/work/files/control" if server == "control" and "folder" not in options else None
            output = self.hosts[server].run(before + text, user=block["user"] or "root",
                                            **{"folder": folder, **options})
        shown = expected or block["output"]
        if shown and not _matches(shown, output):
            raise RuntimeError(f"{block['path']}:{block['line']}: `{name}` prints\n{output}\nand not\n{shown}")
        return output


def _matches(expected, output):
    """Whether what a guide shows is among what was printed, line by line, blanks apart."""
    printed = [line.split() for line in output.splitlines()]
    return all(line.split() in printed for line in expected.splitlines() if line.strip())
