"""The drill of the backup guide: everything from the copy of the backup server, on empty machines."""

import re
import subprocess

from client import Client
from hosts import wait_for

COPY = "/srv/copy"


def restore_elsewhere(deployment):
    """Restores the database on one machine and Synapse on another; returns a user who logged in."""
    hosts = deployment.hosts
    network = deployment.vip.rsplit(".", 1)[0]
    database = deployment.add_host("drill1", f"{network}.121")
    synapse = deployment.add_host("drill2", f"{network}.122")
    for name in ("synapse1", *[name for name in hosts if name.startswith(("pg", "haproxy"))]):
        hosts.pop(name).stop()
    deployment.guide.run("copy-drill-script")
    for host in (database, synapse):
        bring_copy(hosts["backup1"], host)
    restore_database(deployment, database)
    start_synapse(deployment, synapse, database.address)
    return Client(synapse, "http://127.0.0.1:8008", "admin", deployment.password)


def bring_copy(backup, host):
    """Carries /srv/backup to a machine, as a disk would."""
    host.run(f"install -d {COPY}")
    source = subprocess.Popen(backup.command("tar", "--create", "--directory", "/srv/backup", "."),
                              stdout=subprocess.PIPE)
    subprocess.run(host.command("tar", "--extract", "--directory", COPY), stdin=source.stdout, check=True)
    source.wait()


def restore_database(deployment, host):
    """PostgreSQL from the repository, up to the end of the log, without the one-time keys."""
    guide = deployment.guide
    text = deployment.hosts["backup1"].run("cat /etc/pgbackrest/pgbackrest.conf")
    cipher = re.search(r"repo1-cipher-pass=.*", text)[0]
    path = re.search(r"pg1-path=.*", text)[0]
    host.write("/etc/pgbackrest/pgbackrest.conf", "[global]\n"
               f"repo1-path={COPY}/pgbackrest\nrepo1-cipher-type=aes-256-cbc\n{cipher}\n[matrix]\n{path}\n")
    guide.run("prepare-drill-database", on=host.name)
    guide.run("restore-database", on=host.name, timeout=600)
    printed = guide.run("empty-drill-keys", on=host.name, timeout=600)
    if "TRUNCATE TABLE" not in printed:
        raise RuntimeError("the table of one-time keys was not emptied:\n" + printed)
    guide.run("start-drill-database", on=host.name)


def start_synapse(deployment, host, database):
    """Synapse from the backed-up configuration, made to stand alone by the guide's script."""
    deployment.guide.run("bring-drill-files", on=host.name)
    # In place of the container: its volumes, and its program.
    host.run("ln -s /srv/drill/config /data; ln -s /srv/drill/storage /matrix-media-store-parent; "
             f"{COPY}/drill-homeserver /data/homeserver.yaml {database}")
    host.write("/etc/systemd/system/drill.service", "[Service]\n"
               f"ExecStart={deployment.venv}/bin/python -m synapse.app.homeserver --config-path /data/homeserver.yaml\n")
    host.run("systemctl start drill")
    wait_for("Synapse on the new machine", lambda: host.run("curl -fsS http://127.0.0.1:8008/health"))
