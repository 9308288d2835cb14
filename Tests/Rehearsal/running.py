"""Starts Synapse with all its workers, Valkey and nginx from the files of the playbook, and uses them."""

import re
import secrets

from client import Client
from hosts import HIDDEN, wait_for
from readers import APP, inside

# The database behind the address of PgBouncer, which has a rehearsal of its own. Redis is Valkey here.
DATABASE = r"""
base=/var/lib/postgresql/rendered
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
install -d -o postgres -g postgres $base /var/run/postgresql
as_postgres() { (cd $base && setpriv --reuid=postgres --regid=postgres --init-groups "$@"); }
as_postgres $bin/initdb --pgdata=$base/data --auth=trust --encoding=UTF8 --locale=C >/dev/null
echo "host all all samenet scram-sha-256" >>$base/data/pg_hba.conf
as_postgres $bin/pg_ctl -D $base/data -l $base/log -w start \
  -o "-c listen_addresses=$ADDRESS -c port=6432 -c max_connections=500 -c fsync=off" >/dev/null
as_postgres psql -qp 6432 -c "CREATE ROLE synapse LOGIN PASSWORD '$PASSWORD'" -c "CREATE DATABASE synapse OWNER synapse"
"""
# What a user asks for in a room with a server in its identifier, and the workers that the playbook's nginx sends it to.
SENT_TO = {"login": "client-reader", "createRoom": "client-reader", "send": "room", "messages": "room", "sync": "sync",
           "keys/upload": "stream-writer-7-device-lists"}


def run_all(rendered, found):
    """Starts everything, and sends what a user sends through nginx."""
    synapse = rendered.hosts["synapse1"]
    synapse.run(DATABASE, environment={"ADDRESS": synapse.address,
                                       "PASSWORD": rendered.guide.secrets["CHANGE_TO_SYNAPSE_DB_PASSWORD"]})
    start(synapse, found["matrix-valkey"], ["redis-server", "/usr/local/etc/valkey/valkey.conf"])
    wait_for("Valkey", lambda: synapse.run("test -S /matrix/valkey/run/valkey.sock; echo yes"))
    python = f"{rendered.venv}/bin/python"
    main = found["matrix-synapse"]
    start(synapse, main, [python, *main.command[1:]])
    answers(synapse, 8008)
    workers = [c for c in found.values() if c is not main and any(word.startswith(APP) for word in c.command)]
    for container in workers:
        start(synapse, container, [python, *container.command[1:]])
    for port in health_ports(synapse):
        answers(synapse, port)
    alive = int(synapse.run(f"pgrep -cf -- '-m {APP}'"))
    if alive != 1 + len(workers):
        raise RuntimeError(f"{alive} processes of Synapse run, and not {1 + len(workers)}")
    rendered.report.fact("processes of Synapse that run", alive)
    start(synapse, found["matrix-synapse-reverse-proxy-companion"], ["nginx", "-g", "daemon off;"])
    use(rendered, synapse, main)


def start(host, container, words):
    inside(host, container, words, log=f"/var/log/units/{container.name}.log")


def health_ports(host):
    """The ports by which Docker asks those workers that have one whether they live, with the worker's name."""
    printed = host.run("cd /etc/systemd/system; grep -oE 'localhost:[0-9]+/health' matrix-synapse-worker-*.service")
    return {int(port): name for name, port in re.findall(r"^(\S+)\.service:localhost:(\d+)/health$", printed, re.M)}


def answers(host, port):
    """Waits until a process of Synapse is up."""
    wait_for(f"an answer on {port}", lambda: host.run(f"curl -fsS http://127.0.0.1:{port}/health"), timeout=300, pause=2)


def use(rendered, synapse, main):
    """A user logs in, sends, reads and syncs; the logs say which process took what.

    The playbook's nginx knows a room by the server in its identifier, and rooms of version 12 have none.
    """
    password = secrets.token_hex(12)
    HIDDEN[password] = "THE_PASSWORD"
    inside(synapse, main, [f"{rendered.venv}/bin/register_new_matrix_user", "-c", "/data/homeserver.yaml", "-u", "admin",
                           "-p", password, "-a", "http://127.0.0.1:8008"])
    # nginx stands beside the main process here, which has its port.
    user = Client(synapse, "http://127.0.0.1:18008", "admin", password)
    user.call("GET", "/_matrix/client/v3/sync?timeout=0")
    user.upload_keys()
    talk(user, user.call("POST", "/_matrix/client/v3/createRoom", {"room_version": "11"})["room_id"])
    for request, worker in SENT_TO.items():
        went_to(synapse, request, f"matrix-synapse-worker-{worker}")
    synapse.run("truncate -s 0 /var/log/nginx/access.log")
    talk(user, user.create_room("a room of the default version"))
    went_to(synapse, "send", "matrix-synapse-worker-client-reader")
    went_to(synapse, "messages", "main")
    rendered.report.fact("kinds of request that went where the guides say", len(SENT_TO) + 2)


def talk(user, room):
    event = user.send(room, "a message")
    if event not in user.messages(room):
        raise RuntimeError("the message is not there")


def went_to(host, request, process):
    """Expects that nginx sent a request to a process whose name begins so, by the port in nginx' log."""
    names = {8008: "main", **health_ports(host)}
    lines = host.run(f"grep -E '\"[A-Z]+ /_matrix/client/v3/[^ ]*{request}' /var/log/nginx/access.log || true").splitlines()
    took = {names.get(int(port)) for port in re.findall(r'"127\.0\.0\.1:(\d+)" "\d+"', "\n".join(lines))}
    if not took or not all(name and name.startswith(process) for name in took):
        raise RuntimeError(f"nginx sent {request} to {took or 'nobody'} and not to {process}:\n" + "\n".join(lines))
