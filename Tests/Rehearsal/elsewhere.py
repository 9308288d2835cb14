"""The drill of the backup guide: everything from the copy of the backup server, on empty machines."""

import re

from client import Client
from hosts import wait_for

COPY = "/srv/copy"


def restore_elsewhere(deployment):
    """Restores the database on one machine and Synapse on another; returns a user who logged in."""
    hosts, guide = deployment.hosts, deployment.guide
    network = deployment.vip.rsplit(".", 1)[0]
    database = deployment.add_host("drill1", f"{network}.121")
    synapse = deployment.add_host("drill2", f"{network}.122")
    for name in ("synapse1", *[name for name in hosts if name.startswith(("pg", "haproxy"))]):
        hosts.pop(name).stop()
    for host in (database, synapse):
        bring_copy(hosts["backup1"], host)
    latest = synapse.run(f"ls -d {COPY}/files/*/ | sort | tail -1").strip()
    restore_database(deployment, database)
    start_synapse(deployment, synapse, latest, database.address)
    return Client(synapse, "http://127.0.0.1:8008", "admin", deployment.password)


def bring_copy(backup, host):
    """Carries /srv/backup to a machine, as a disk would."""
    import subprocess
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
    host.run("install -d -o postgres -g postgres -m 0700 " + path.split("=")[1])
    host.run(f"chown -R postgres: {COPY}")
    host.write("/etc/pgbackrest/pgbackrest.conf", "[global]\n"
               f"repo1-path={COPY}/pgbackrest\nrepo1-cipher-type=aes-256-cbc\n{cipher}\n[matrix]\n{path}\n",
               "0640", "postgres:postgres")
    deployment.hosts[host.name] = host
    guide.run("restore-database", on=host.name, timeout=600)
    printed = guide.run("empty-one-time-keys", on=host.name, timeout=600)
    if "TRUNCATE TABLE" not in printed:
        raise RuntimeError("the table of one-time keys was not emptied:\n" + printed)
    guide.run("start-drill-database", on=host.name)


def start_synapse(deployment, host, latest, database):
    """Synapse from the backed-up configuration: the main process alone, without federation."""
    host.write("/root/adapt.py", ADAPT)
    host.run(f"install -d /matrix/synapse /run/matrix; "
             f"cp -r {latest}synapse1/matrix/synapse/config /matrix/synapse/; "
             f"install -d /matrix/synapse/storage/media-store; "
             f"cp -r {COPY}/media/. /matrix/synapse/storage/media-store/; "
             f"/usr/bin/python3 /root/adapt.py {database}; "
             f"useradd --system --home /matrix matrix; chown -R matrix: /matrix /run/matrix")
    host.write("/etc/systemd/system/matrix-synapse.service", "[Service]\nUser=matrix\nRuntimeDirectory=matrix\n"
               f"ExecStart={deployment.venv}/bin/python -m synapse.app.homeserver "
               "-c /matrix/synapse/config/homeserver.yaml\n")
    host.run("systemctl start matrix-synapse")
    wait_for("Synapse on the new machine", lambda: host.run("curl -fsS http://127.0.0.1:8008/health"))


# What the guide says of homeserver.yaml in the drill: the database's address, no workers, no federation.
ADAPT = """
import sys, yaml
path = "/matrix/synapse/config/homeserver.yaml"
settings = yaml.safe_load(open(path))
settings["database"]["args"].update(host=sys.argv[1], port=5432, sslmode="prefer")
for name in ("redis", "instance_map", "worker_replication_secret", "media_instance_running_background_jobs",
             "enable_media_repo"):
    settings.pop(name, None)
settings["listeners"] = [{"port": 8008, "bind_addresses": ["127.0.0.1"], "type": "http",
                          "resources": [{"names": ["client", "media"]}]}]
open(path, "w").write(yaml.safe_dump(settings))
"""
