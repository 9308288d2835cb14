"""Runs the playbook itself on a Synapse host where Docker and systemd only record what they are asked."""

import json
import os
import re
import shutil
import subprocess

import yaml

from comparison import Comparison
from deployment import CUSTOMER, WORK, Deployment
from readers import read_all
from running import run_all

CHECKOUT = f"{WORK}/files/control/matrix-docker-ansible-deploy"
RECORD = "/var/log/recorded.jsonl"
# What the playbook leaves on the Synapse host.
LEFT = ["/matrix", "/etc/systemd/system", RECORD]


class Rendered(Deployment):
    """The Synapse host of a scale and `control`, with the playbook's own checkout on it."""

    def __init__(self, docbuild, content, playbook, ansible, venv, logs, shims, recorders, scale, report):
        super().__init__(docbuild, content, venv, logs, shims, report)
        self.playbook, self.ansible, self.recorders, self.scale = playbook, ansible, str(recorders), scale

    def build(self):
        for title, step in [
            (f"Start the Synapse host of {self.scale}", self.start_servers),
            ("Make the secrets and bring the files", self.bring_files),
            ("Bring the playbook", self.bring_playbook),
            ("List and bring its images", self.bring_images),
            ("Run the playbook", self.run_playbook),
            ("Compare what it left with the guides", lambda: Comparison(self).run()),
            ("Let nginx and Synapse read what it left", self.read),
            *([("Run Synapse with all its workers from it", lambda: run_all(self, self.found))]
              if self.scale == "small" else []),
        ]:
            with self.report.step(title):
                step()

    def read(self):
        self.found = read_all(self)

    def write_overlay(self, path):
        """The example customer at this scale, with as many servers as it needs."""
        with open(f"{self.content}/customers/{CUSTOMER}.yml", encoding="utf-8") as file:
            overlay = yaml.safe_load(file)
        with open(f"{self.content}/data/{self.scale}.yml", encoding="utf-8") as file:
            planned = yaml.safe_load(file)["servers"]
        overlay["customer"]["scale"] = self.scale
        for group, servers in overlay["servers"].items():
            prefix, last = servers[0]["ip"].rsplit(".", 1)
            overlay["servers"][group] = [{"ip": f"{prefix}.{int(last) + n}"} for n in range(planned[group]["count"])]
        with open(path, "w", encoding="utf-8") as file:
            yaml.safe_dump(overlay, file)
        self.take_names(overlay)

    def take_names(self, overlay):
        self.overlay = overlay
        self.interface = overlay["net"]["interface"]
        self.prefix = int(overlay["net"]["private_cidr"].rpartition("/")[2])
        self.admin = overlay["net"]["admin_cidr"]
        self.domain, self.matrix = overlay["host"]["domain"], overlay["host"]["matrix"]
        self.vip = overlay["ip"]["haproxy_vip"]

    def start_servers(self):
        self.extract()
        self.add_host("synapse1", self.overlay["servers"]["synapse"][0]["ip"])
        self.add_host("control", self.control_address())
        self.let_in("control", "root", ["synapse1"], "root")

    def bring_files(self):
        self.fill_in_secrets()
        control = self.hosts["control"]
        control.run("echo synapse1 >servers.txt; cat ../synapse1/etc/hosts >>/etc/hosts", folder=f"{WORK}/files/control")
        for block in ("learn-host-keys", "trust-host-keys", "bring-files"):
            self.guide.run(block)

    def bring_playbook(self):
        """The checkout with its roles, Ansible as the guides install it, and recorders on the Synapse host."""
        control, synapse = self.hosts["control"], self.hosts["synapse1"]
        control.run(f"cp -r {self.playbook} {CHECKOUT}; ln -sf {self.ansible}/bin/{{ansible,ansible-galaxy,"
                    "ansible-inventory,ansible-playbook,just} /usr/local/bin/")
        self.guide.run("ansible-is-new")
        self.guide.run("bring-inventory", folder=CHECKOUT)
        self.guide.run("close-variables", folder=CHECKOUT, check=False)
        synapse.run(f"install -m 0755 {self.recorders}/* /usr/local/bin/; ln -sf /usr/local/bin/systemctl /usr/bin/; "
                    "install -d /run/systemd/system; "
                    "setsid docker-api >/var/log/docker-api.log 2>&1 </dev/null &")

    def bring_images(self):
        """The script of the guides, where Docker records what it would push."""
        self.hosts["control"].run(f"install -m 0755 {self.recorders}/docker /usr/local/bin/")
        self.guide.run("bring-playbook-images", folder=CHECKOUT, timeout=1800,
                       change=lambda text: text.splitlines()[0])

    def brought_images(self):
        """The images that the script would push into the registry, without the registry."""
        recorded = self.hosts["control"].read(RECORD).splitlines()
        pushed = [words[1] for words in (json.loads(line)["words"] for line in recorded) if words[:1] == ["push"]]
        return {name.partition("/")[2] for name in pushed}

    def found_targets(self):
        """How many workers the script of the guides finds, run beside the file that it reads."""
        synapse = self.hosts["synapse1"]
        text = open(f"{self.logs}/files/monitoring1/usr/local/sbin/synapse-targets", encoding="utf-8").read()
        return synapse.run(re.sub(r'ssh -n "[^"]*" ', "", text).partition("\n")[2])

    def targets_file(self):
        return self.hosts["synapse1"].read("/opt/monitoring/prometheus/synapse/workers.yml")

    def run_playbook(self):
        self.guide.run("look-before", folder=CHECKOUT)
        try:
            printed = self.guide.run("setup-all", folder=CHECKOUT, timeout=7200)
        finally:
            self.take_out()
        if "failed=0" not in printed:
            raise RuntimeError(printed[-3000:])

    def take_out(self):
        """Copies what the playbook left to the logs."""
        shutil.rmtree(f"{self.logs}/left", ignore_errors=True)
        os.makedirs(f"{self.logs}/left")
        source = subprocess.Popen(self.hosts["synapse1"].command("tar", "--create", *LEFT), stdout=subprocess.PIPE)
        subprocess.run(["tar", "--extract", "--directory", f"{self.logs}/left"], stdin=source.stdout, check=True)
        source.wait()
