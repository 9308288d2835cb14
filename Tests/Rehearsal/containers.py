"""What the playbook's units start: containers with their images, ports, volumes and labels, as they were recorded."""

import glob
import os
import re
import shlex


class Container:
    """One `docker create` or `docker run` of a unit."""

    def __init__(self, unit, words, root):
        self.unit, self.root = unit, root
        self.name, self.image, self.command = "", "", []
        self.published, self.mounts, self.environment, self.label_files = [], [], {}, []
        self._read(words)

    # Options of `docker create` that are a word of their own and have no value.
    FLAGS = {"--rm", "--read-only", "--init", "--privileged", "--detach", "-d", "--interactive", "-i", "--tty", "-t",
             "--no-healthcheck"}

    def _read(self, words):
        words = list(words)
        while words and words[0].startswith("-"):
            option, _, value = words.pop(0).partition("=")
            if option not in self.FLAGS and not value and words:
                value = words.pop(0)
            if option == "--name":
                self.name = value
            elif option in ("-p", "--publish"):
                self.published.append(value)
            elif option in ("-e", "--env"):
                key, _, text = value.partition("=")
                self.environment[key] = text
            elif option == "--label-file":
                self.label_files.append(value)
            elif option == "--mount":
                parts = dict(part.partition("=")[::2] for part in value.split(","))
                self.mounts.append((parts.get("src") or parts.get("source"), parts.get("dst") or parts.get("target")))
            elif option in ("-v", "--volume"):
                self.mounts.append(tuple(value.split(":")[:2]))
        if words:
            self.image, *self.command = words

    def labels(self):
        """The labels of its files, as a table."""
        found = {}
        for path in self.label_files:
            for line in open(self.root + path, encoding="utf-8"):
                key, equals, value = line.strip().partition("=")
                if equals and not key.startswith("#"):
                    found[key] = value
        return found


def containers(root):
    """The containers of all units that the playbook wrote below a folder."""
    found = []
    for path in sorted(glob.glob(f"{root}/etc/systemd/system/matrix*.service")):
        with open(path, encoding="utf-8") as file:
            text = re.sub(r"\\\n", " ", file.read())
        for line in re.findall(r"^Exec\w+=-?(.*)", text, re.M):
            words = shlex.split(line.replace("%%", "%"))
            if words[:3] == ["/usr/bin/env", "sh", "-c"]:
                words = shlex.split(words[3])
            if words[:2] == ["/usr/bin/env", "docker"] and words[2] in ("create", "run"):
                found.append(Container(os.path.basename(path), words[3:], root))
    return found
