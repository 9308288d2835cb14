"""Compares what the playbook left on the Synapse host with what the guides say of it."""

import glob
import json
import os
import re

import yaml

from containers import containers
from routes import route, routers

HOST = "synapse1"
URL = re.compile(r"https://([a-z0-9][a-z0-9.-]*)(?::(\d+))?(/[^\s\"'`\\|;)>]*)?")


class Comparison:
    """What was left in a folder, and the guides' files, commands and data beside it."""

    def __init__(self, rendered):
        self.rendered, self.logs, self.guide = rendered, rendered.logs, rendered.guide
        self.left = f"{rendered.logs}/left"
        self.files = f"{rendered.logs}/files"
        self.containers = containers(self.left)
        self.routers = routers(self.containers)
        with open(f"{self.left}/var/log/recorded.jsonl", encoding="utf-8") as file:
            self.recorded = [json.loads(line) for line in file]
        with open(f"{self.files}/haproxy1/opt/haproxy/haproxy.cfg", encoding="utf-8") as file:
            self.haproxy = file.read()
        self.wrong = []

    def run(self):
        """Every comparison; what differs is raised together."""
        for compare in (self.processes, self.published, self.names, self.addresses, self.images, self.variables,
                        self.paths, self.units, self.secrets, self.targets):
            self.rendered.report.fact(compare.__doc__.split(":")[0], compare())
        if self.wrong:
            raise RuntimeError("the playbook does otherwise than the guides say:\n- " + "\n- ".join(self.wrong))

    def expect(self, holds, text):
        if not holds:
            self.wrong.append(text)

    def processes(self):
        """Processes of Synapse: as many as the data say."""
        started = [c for c in self.containers if any(word.startswith("synapse.app.") for word in c.command)]
        said = int(self.guide.blocks["synapse-processes"]["output"])
        self.expect(len(started) == said, f"{len(started)} processes of Synapse run, and the guides say {said}")
        return len(started)

    def published(self):
        """Published ports: those that the firewall lets HAProxy in to, on the private address."""
        found = {}
        for container in self.containers:
            for entry in container.published:
                address, _, ports = entry.rpartition(":")[0].rpartition(":")
                found[int(ports)] = (address, container.name)
        with open(f"{self.rendered.content}/data/servers.yml", encoding="utf-8") as file:
            listens = yaml.safe_load(file)["synapse"]["listens"]
        opened = {int(entry["port"]) for entry in listens if "haproxy" in entry["from"]}
        self.expect(set(found) == opened, f"{sorted(found)} are published, and servers.yml opens {sorted(opened)} to HAProxy")
        own = self.rendered.overlay["servers"]["synapse"][0]["ip"]
        for port, (address, name) in found.items():
            self.expect(address == own, f"{name} publishes {port} on {address or 'every address'} and not on {own} alone")
        return sorted(found)

    def known_names(self, frontend):
        """The names that HAProxy passes on in a front end."""
        part = re.search(rf"^frontend {frontend}\n((?:[ \n].*\n?)*)", self.haproxy, re.M)[1]
        return re.search(r"acl is_known .* -i (.*)", part)[1].split()

    def names(self):
        """Names that Traefik answers for: those that HAProxy passes on, and that the hosts file leads to it."""
        served = {}
        for frontend, entry_point in (("https", "web"), ("federation", "matrix-federation")):
            passed = set(self.known_names(frontend))
            served[frontend] = {name for router in self.routers if entry_point in router.entry_points
                                for name in re.findall(r"Host\(`([^`]+)`\)", router.rule)}
            self.expect(served[frontend] == passed,
                        f"Traefik serves {sorted(served[frontend])}, and HAProxy passes {sorted(passed)} in {frontend}")
        served = served["https"] | served["federation"]
        with open(f"{self.files}/{HOST}/etc/hosts", encoding="utf-8") as file:
            entry = {name for line in file if line.split()[:1] == [self.rendered.vip] for name in line.split()[1:]}
        self.expect(served <= entry, f"the hosts file does not lead {sorted(served - entry)} to {self.rendered.vip}")
        return len(served)

    def addresses(self):
        """Addresses of the guides: each is taken by a router."""
        asked = set()
        for text in self.texts():
            asked |= {(host, port or "443", path or "/") for host, port, path in URL.findall(text)}
        ways = {"443": ("web", self.known_names("https")), "8448": ("matrix-federation", self.known_names("federation"))}
        count = 0
        for host, port, path in sorted(asked):
            entry_point, names = ways.get(port, (None, ()))
            if host in names:
                count += 1
                self.expect(route(self.routers, entry_point, host, path),
                            f"no router of Traefik takes https://{host}:{port}{path}, which the guides ask for")
        for uri, entry_point in ((u, "web" if b == "traefik" else "matrix-federation") for b, u in re.findall(
                r"^backend (traefik|federation)\n(?: .*\n)*?.*http-check send meth GET uri (\S+)", self.haproxy, re.M)):
            self.expect(route(self.routers, entry_point, self.rendered.matrix, uri), f"HAProxy checks {uri}, which no router takes")
            count += 1
        return count

    def texts(self):
        """The commands and the files of the guides."""
        for block in self.guide.all:
            yield from (server["text"] for server in block["servers"])
        for path in glob.glob(f"{self.files}/**", recursive=True):
            if os.path.isfile(path):
                with open(path, encoding="utf-8") as file:
                    yield file.read()

    def images(self):
        """Images: each comes from the registry, into which the guides bring it."""
        registry = self.rendered.overlay["host"]["registry"] + "/"
        wanted = {entry["pull"] for entry in self.recorded if "pull" in entry} | {c.image for c in self.containers}
        brought = self.rendered.brought_images()
        for image in sorted(wanted):
            self.expect(image.startswith(registry), f"{image} does not come from {registry}")
            self.expect(image.removeprefix(registry) in brought, f"{image} is not among what images/playbook.sh brings")
        return len(wanted)

    def variables(self):
        """Variables: each is read by the playbook."""
        with open(f"{self.files}/control/inventory/host_vars/matrix/vars.yml", encoding="utf-8") as file:
            names = set(yaml.safe_load(file))
        read = set()
        for path in glob.glob(f"{self.rendered.playbook}/roles/*/*/**/*", recursive=True) + \
                glob.glob(f"{self.rendered.playbook}/group_vars/*") + [f"{self.rendered.playbook}/setup.yml"]:
            if not os.path.isfile(path) or path.endswith(".md"):
                continue
            with open(path, encoding="utf-8", errors="replace") as file:
                # A line that gives a variable its default reads what is after the colon.
                text = re.sub(r"^[a-zA-Z0-9_]+:", "", file.read(), flags=re.M)
            read |= names & set(re.findall(r"[a-zA-Z0-9_]+", re.sub(r"^\s*#.*$", "", text, flags=re.M)))
        for name in sorted(names - read):
            self.wrong.append(f"the playbook never reads {name}")
        return len(names)

    def paths(self):
        """Paths below /matrix: each that the guides name is there, or below what a container writes."""
        written = [src for c in self.containers for src, _ in c.mounts if src and src.startswith("/matrix/")]
        named = {path.rstrip("/.,:") for text in self.texts() for path in re.findall(r"(?<![\w/.-])/matrix/[\w./-]+", text)}
        for path in sorted(named):
            inside = any(path.startswith(f"{src}/") and os.path.isdir(f"{self.left}{src}") for src in written)
            self.expect(os.path.exists(self.left + path) or inside, f"{path} is not there")
        return len(named)

    def units(self):
        """Units and containers of the playbook: each that the guides name is there."""
        there = {os.path.basename(p).rsplit(".", 1)[0] for p in glob.glob(f"{self.left}/etc/systemd/system/matrix-*")}
        there |= {c.name for c in self.containers}
        asks = re.compile(r"(?:systemctl [a-z-]+|journalctl(?: -u| --unit)|docker (?:exec|inspect|stats|logs)|name=\")[^\n`|;&]*")
        text = "\n".join(self.texts())
        for path in sorted(glob.glob(f"{self.rendered.content}/guides/*/*.md")):
            with open(path, encoding="utf-8") as file:
                text += "\n".join(re.findall(r"`[^`\n]+`", file.read()))
        named = {name.removesuffix(".service") for line in asks.findall(text)
                 for name in re.findall(r"(?<![\w/.@-])matrix-[a-z][a-z0-9.-]*(?![*\w-])", line)}
        ours = {os.path.basename(p).rsplit(".", 1)[0] for p in glob.glob(f"{self.files}/*/etc/systemd/system/matrix-*")}
        for name in sorted(named - there - ours - {"matrix-health"}):
            self.wrong.append(f"no unit and no container is called {name}")
        return len(named & there)

    def secrets(self):
        """Secrets: each is filled in."""
        count = 0
        for path in glob.glob(f"{self.left}/matrix/**", recursive=True):
            if os.path.isfile(path):
                count += 1
                with open(path, encoding="utf-8", errors="replace") as file:
                    self.expect("CHANGE_TO_" not in file.read(), f"{path.removeprefix(self.left)} has a hint in it")
        return f"{count} files"

    def targets(self):
        """Targets of Prometheus: the script of the guides finds every worker."""
        found = int(self.rendered.found_targets())
        said = int(self.guide.blocks["synapse-processes"]["output"]) - 1
        self.expect(found == said, f"synapse-targets finds {found} workers of {said}")
        for worker in re.findall(r"__metrics_path__: (\S+) ", self.rendered.targets_file()):
            self.expect(route(self.routers, "web", self.rendered.matrix, worker), f"no router takes {worker}")
        return found
