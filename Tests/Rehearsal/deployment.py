"""Builds the deployment in the order of the guides."""

import os
import re
import shutil
import subprocess

from client import Client
from guide import Guide
from hosts import HIDDEN, Host, hidden, make_switch, wait_for

CUSTOMER = "nordwind"
WORK = "/root/work"

# What a prepared server has beside its packages: the programs of Patroni, which Debian has not in this
# version, units for it and for Docker, no old cluster, nothing of this machine's root in its shell, and a way to the other network.
SERVER = """
echo "$VENV" >/root/rehearsal-venv
ln -sf "$VENV/bin/patronictl" /usr/local/bin/patronictl
rm -rf /root/.bashrc /root/.profile /root/.bash_profile /etc/postgresql/* /etc/patroni /etc/pgbackrest*
install -d /usr/share/postgresql-common/pgdg /etc/systemd/system
ln -sf /bin/true /usr/share/postgresql-common/pgdg/apt.postgresql.org.sh
printf '[Service]\\nExecStart=/bin/sleep infinity\\n' >/etc/systemd/system/docker.service
printf '[Service]\\nUser=postgres\\nKillMode=process\\nRestart=on-failure\\nExecStart=%s/bin/patroni /etc/patroni/config.yml\\n' \
  "$VENV" >/lib/systemd/system/patroni.service
echo 'ExecReload=/bin/kill -HUP $MAINPID' >>/lib/systemd/system/patroni.service
ip route add "$NETWORK" dev "$INTERFACE"
systemd-tmpfiles --create --prefix=/run >/dev/null 2>&1 || true
systemctl start ssh
"""


class Deployment:
    """The servers of the small scale with the example customer, and a machine called `control`."""

    def __init__(self, docbuild, content, venv, logs, shims, report):
        self.docbuild, self.venv, self.logs, self.report = docbuild, venv, logs, report
        self.shims = str(shims)
        self.content = content
        self.hosts = {}
        self.guide = None

    def build(self):
        steps = [
            ("Start the servers", self.start_servers),
            ("Make the secrets and bring the files", self.bring_files),
            ("Apply the firewall", self.apply_firewall),
            ("Make certificates and trust the CA", self.make_certificates),
            ("Start etcd", self.start_etcd),
            ("Start Patroni", self.start_patroni),
            ("Start HAProxy and Keepalived", self.start_haproxy),
            ("Make the database and start PgBouncer", self.start_pgbouncer),
            ("Set up the backup server", self.start_backup),
            ("Let the monitoring server in", lambda: self.guide.run("let-monitoring-read")),
            ("Run the playbook's stand-in", self.run_playbook),
            ("Create the administrator and accept", self.accept),
        ]
        for title, step in steps:
            with self.report.step(title):
                step()

    def keep_logs(self):
        """Copies what the programs of every server wrote beside the server's own log."""
        for host in self.hosts.values():
            written = host.run("tail -n 400 /var/log/units/*.log /var/log/compose/*.log /var/log/pgbackrest/*.log "
                               "/var/lib/postgresql/*/*/log/* 2>/dev/null", check=False)
            with open(f"{self.logs}/{host.name}.programs.log", "w", encoding="utf-8") as file:
                file.write(hidden(written))

    def stop(self):
        for host in self.hosts.values():
            host.stop()

    # Servers and files

    def start_servers(self):
        """All servers of the hosts file, and `control` in the network of the administrators."""
        make_switch()
        self.extract()
        names = open(f"{self.logs}/files/control/servers.txt", encoding="utf-8").read().split()
        # A Coturn server comes after the common name of all.
        lines = open(f"{self.logs}/files/{names[0]}/etc/hosts", encoding="utf-8").read().splitlines()
        self.names = {line.split()[-1]: line.split()[0] for line in lines if line.split()[-1] in names}
        for name in names:
            self.add_host(name, self.names[name])
        self.add_host("control", self.control_address())
        self.let_in("control", "root", names, "root")

    def extract(self):
        """Writes the files and the commands of the guides, and learns which blocks there are."""
        self.project = f"{self.logs}/project"
        shutil.copytree(self.content, f"{self.project}/content")
        self.write_overlay(f"{self.project}/content/customers/rehearsal.yml")
        commands = f"{self.logs}/commands.json"
        subprocess.run(
            [self.docbuild, "extract", "--project", f"{self.project}/content", "--customer",
             f"{self.project}/content/customers/rehearsal.yml", "--final", "--out", f"{self.logs}/files",
             "--commands", commands], check=True)
        self.guide = Guide(commands, self.hosts)

    def write_overlay(self, path):
        """The example customer with the version of PostgreSQL that this machine has."""
        version = max(os.listdir("/usr/lib/postgresql"), key=int)
        with open(f"{self.content}/customers/{CUSTOMER}.yml", encoding="utf-8") as file:
            text = file.read()
        text = re.sub(r"customer: \{ (.*) \}", r"customer: { \1, override: [version.postgresql] }", text)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text + f'version: {{ postgresql: "{version}" }}\n')
        self.report.change(f"`version.postgresql: {version}` in the overlay", "that is this machine's package")
        self.interface = re.search(r"interface: (\S+)", text)[1]
        self.prefix = int(re.search(r"private_cidr: \S+/(\d+)", text)[1])
        self.admin = re.search(r"admin_cidr: (\S+)", text)[1]
        self.domain = re.search(r"domain: (\S+)", text)[1]
        self.matrix = re.search(r"matrix: (\S+)", text)[1]
        self.vip = re.search(r"haproxy_vip: ([\d.]+)", text)[1]

    def control_address(self):
        """An address of the administrators' network."""
        return re.sub(r"\.\d+/\d+$", ".10", self.admin)

    def add_host(self, name, address):
        host = Host(name, address, self.interface, self.prefix, self.shims, f"{self.logs}/{name}.log")
        self.hosts[name] = host
        private = re.sub(r"\.\d+$", ".0", self.vip) + f"/{self.prefix}"
        host.run(SERVER, environment={
            "VENV": self.venv, "NETWORK": private if name == "control" else self.admin,
            "INTERFACE": self.interface})
        return host

    def let_in(self, source, user, targets, target_user):
        """Lets a user of one server in to others by a key, as the guides describe it."""
        home = self.hosts[source].run(f"getent passwd {user} | cut -d: -f6").strip()
        key = self.hosts[source].run(f"cd {home}; [ -f .ssh/id_ed25519 ] || "
                                     "ssh-keygen -q -t ed25519 -N '' -f ~/.ssh/id_ed25519; "
                                     "cat ~/.ssh/id_ed25519.pub", user=user)
        for target in targets:
            other = self.hosts[target]
            home = other.run(f"getent passwd {target_user} | cut -d: -f6").strip()
            other.run(f"install -d -m 0700 -o {target_user} {home}/.ssh; "
                      f"cat >>{home}/.ssh/authorized_keys; chown {target_user} {home}/.ssh/authorized_keys; "
                      f"chmod 0600 {home}/.ssh/authorized_keys", stdin=key)

    def bring_files(self):
        """The guides' own commands bring the files."""
        control = self.hosts["control"]
        self.fill_in_secrets()
        self.adapt(control)
        control.run(f"cat {WORK}/files/{next(iter(self.names))}/etc/hosts >>/etc/hosts")
        self.guide.run("learn-host-keys")
        self.guide.run("trust-host-keys")
        self.guide.run("bring-files")
        # The data disk of the backup server comes after its files, and hides what was brought beneath it.
        self.hosts["backup1"].run("mount -t tmpfs -o mode=0755 backup /srv")
        self.guide.run("names-resolve")
        self.guide.run("apply-limits")
        self.guide.run("servers-answer", on="pg1")

    def fill_in_secrets(self):
        """The guides' own commands make the secrets and fill them in."""
        control = self.hosts["control"]
        control.run(f"install -d -m 0700 {WORK}; cp -r {self.project}/content {WORK}/; "
                    f"ln -s {self.docbuild} /usr/local/bin/docbuild")
        self.guide.run("fill-in-secrets", folder=WORK, change=lambda text: re.sub(
            r"\ngrep -rn 'CHANGE_TO_'", r"\n! grep -rn 'CHANGE_TO_'", text.replace("YOU", "rehearsal")))
        for line in control.read(f"{WORK}/files/control/secrets.env").splitlines():
            hint, _, value = line.partition("=")
            self.guide.secrets[hint] = value
            HIDDEN[value] = hint

    def adapt(self, control):
        """What this machine needs otherwise in the files; each with its reason in the report."""
        def change(path, old, new, why):
            control.run(f"grep -q -- '{old}' {path} && sed -i 's#{old}#{new}#' {path}", folder=f"{WORK}/files")
            self.report.change(f"{path}: `{old}` → `{new}`", why)
        change("haproxy*/opt/haproxy/haproxy.cfg", "maxconn 60000", "maxconn 4000",
               "a process here may open 20000 files")
        change("backup1/etc/pgbackrest/pgbackrest.conf", "backup-standby=prefer", "backup-standby=y",
               "Debian's pgBackRest is 2.45, and `prefer` came later")
        change("backup1/etc/pgbackrest/pgbackrest.conf", "repo1-block=y", "#",
               "Debian's pgBackRest is 2.45, and block incremental backups came with 2.46")

    def make_certificates(self):
        self.guide.run("make-certificates")
        self.guide.run("trust-authority")
        self.guide.run("trust-authority-here")
        self.guide.run("authority-trusted")

    # Database

    def start_etcd(self):
        self.guide.run("install-patroni")
        # The servers are started at the same time, as the guide asks.
        self.together("start-etcd")
        self.guide.run("etcd-health")

    def together(self, name):
        """Runs a block on all its servers at once."""
        from concurrent.futures import ThreadPoolExecutor
        with ThreadPoolExecutor() as pool:
            list(pool.map(lambda server: self.guide.run(name, on=server), self.guide.servers(name)))

    def roles(self):
        import json
        listed = self.hosts["pg1"].run("patronictl -c /etc/patroni/config.yml list --format json", check=False)
        members = json.loads(listed[listed.index("["):])
        return {m["Member"]: m["Role"] for m in members if m["State"] in ("running", "streaming")}

    def is_whole(self):
        return sorted(self.roles().values()) == ["Leader", "Replica", "Sync Standby"]

    def start_patroni(self):
        self.guide.run("bring-database-certificates")
        self.guide.run("start-patroni", on="pg1")
        wait_for("a leader", lambda: "Leader" in self.roles().values())
        for name in ("pg2", "pg3"):
            self.guide.run("start-patroni", on=name)
        wait_for("a leader, a synchronous standby and a replica", self.is_whole, timeout=240)
        self.guide.run("look-at-cluster")

    # Entry point and pool

    def start_haproxy(self):
        self.guide.run("allow-nonlocal")
        self.guide.run("bring-site-certificate")
        self.guide.run("start-haproxy")
        for name in ("haproxy1", "haproxy2"):
            age = int(self.guide.run("reload-haproxy", on=name).split()[-1])
            if age >= 10:
                raise RuntimeError(f"{name} still takes connections with the file of {age} s ago")
        self.guide.run("start-keepalived")
        wait_for("the virtual address", lambda: len(self.holders()) == 1, timeout=30)
        self.guide.run("move-address", on=self.holders()[0])
        wait_for("the virtual address", lambda: len(self.holders()) == 1, timeout=30)

    def holders(self):
        """The HAProxy servers that have the virtual address."""
        return [name for name in self.hosts if name.startswith("haproxy")
                and f" {self.vip}/" in self.hosts[name].run("ip -brief address show")]

    def start_pgbouncer(self):
        self.guide.run("make-database")
        self.guide.run("start-pgbouncer")
        password = f"export PGPASSWORD={self.guide.secrets['CHANGE_TO_SYNAPSE_DB_PASSWORD']}\n"
        self.guide.run("ask-through-pgbouncer", before=password)
        self.guide.run("start-postgres-exporter")
        self.guide.run("switch-over")
        wait_for("the cluster to be whole again", self.is_whole, timeout=120)
        self.guide.run("ask-through-pgbouncer", before=password)

    # Backup

    def start_backup(self):
        self.guide.run("install-backup-server")
        self.guide.run("own-archive-files")
        self.exchange_keys()
        self.guide.run("first-backup")
        self.guide.run("let-backup-read")

    def exchange_keys(self):
        """The keys of the database servers and the backup server, and one login each way."""
        for block in ("trust-database-keys", "reach-database-servers", "reach-backup-server", "keys-are-limited"):
            self.guide.run(block)

    def apply_firewall(self):
        for name in self.names:
            self.guide.run("apply-firewall", on=name, stdin="yes\n")
        self.guide.run("firewall-closes")

    # Synapse

    def run_playbook(self):
        self.guide.run("close-variables", check=False)
        self.guide.run("setup-all")
        self.guide.run("workers-run")
        found = self.guide.run("synapse-targets").strip()
        if found != "2":
            raise RuntimeError(f"the stand-in runs two workers, and Prometheus is told of {found}")

    def accept(self):
        self.wait_for_entry()
        self.guide.run("administration-closed", on="monitoring1")
        self.guide.run("traefik-closed")
        printed = self.guide.run("register-admin", quiet=True).splitlines()
        password = next(line for line in printed if re.fullmatch(r"[A-Za-z0-9+/]{24}", line.strip()))
        self.password = password.strip()
        HIDDEN[self.password] = "THE_PASSWORD"
        self.admin_user = self.log_in()
        self.admin_user.lift_limits()
        self.guide.run("address-not-forged", stdin=self.admin_user.token + "\n")

    def wait_for_entry(self):
        """Waits until HAProxy, which asks every five seconds, has seen that Synapse answers."""
        wait_for("HAProxy to see Synapse", lambda: self.guide.run("names-lead-here"), timeout=60)

    def log_in(self):
        """The administrator, by the way that clients take."""
        return Client(self.hosts["control"], f"https://{self.matrix}", "admin", self.password)
