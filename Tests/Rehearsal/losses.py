"""A server is gone with its disk, and an empty machine takes its name and address."""

from hosts import wait_for


def replace_database_server(drills):
    """By the chapter on the database: a new member of etcd, and a copy of the leader."""
    deployment, guide = drills.deployment, drills.guide
    lost = next(name for name, role in deployment.roles().items() if role == "Replica")
    works = next(name for name in deployment.roles() if name != lost)
    leader = drills.hosts[drills.leader()]
    keep_log(leader, "0")
    take_away(deployment, lost)
    outlive_the_log(drills, leader, lost)
    # What is proposed while etcd elects another leader is lost, and asked again.
    wait_for("a place in etcd", lambda: guide.run(
        "replace-member", on=works, change=lambda text: text.replace("NAME", lost)), timeout=60)
    bring_empty(deployment, lost)
    for block in ("install-patroni", "join-as-existing", "start-etcd"):
        guide.run(block, on=lost)
    guide.run("etcd-health", on=works)
    guide.run("bring-database-certificates")
    guide.run("own-archive-files", on=lost)
    deployment.exchange_keys()
    guide.run("start-patroni", on=lost)
    wait_for("the cluster to be whole again", deployment.is_whole, timeout=240)
    guide.run("start-postgres-exporter", on=lost)
    keep_log(leader, "4GB")
    drills.expect("every message is there", drills.sent_are_there())


def keep_log(server, size):
    server.run("patronictl -c /etc/patroni/config.yml edit-config --force "
               f"--set postgresql.parameters.wal_keep_size={size}; sleep 8")


def outlive_the_log(drills, leader, lost):
    """As hours after the backup: the leader has not got all of the log since then any more."""
    def ask(statement):
        return leader.run(f'sudo -u postgres psql -Atc "{statement}"', folder="/").strip()

    # It does not know yet that the other end is gone.
    ask(f"SELECT pg_terminate_backend(active_pid) FROM pg_replication_slots WHERE slot_name = '{lost}'")
    wait_for("the slot to be free", lambda: ask(
        f"SELECT count(*) FROM pg_replication_slots WHERE slot_name = '{lost}' AND active") == "0", timeout=20)
    ask(f"SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = '{lost}'")
    for _ in range(4):
        ask("SELECT txid_current()")
        ask("SELECT pg_switch_wal()")
        ask("CHECKPOINT")
    start = drills.hosts["backup1"].run(
        "pgbackrest --stanza=matrix info --output=json | jq -r '.[0].backup[-1].archive.start'", user="pgbackrest").strip()
    oldest = ask("SELECT min(name) FROM pg_ls_waldir() WHERE name ~ '^[0-9A-F]{24}$'")
    drills.expect("the leader has no longer what the backup needs", oldest[8:] > start[8:])


def replace_synapse(drills):
    """By the chapter on restoring: the old signing key, then the playbook."""
    deployment, guide = drills.deployment, drills.guide
    key = f"cat /matrix/synapse/config/{deployment.matrix}.signing.key"
    before = deployment.hosts["synapse1"].run(key)
    take_away(deployment, "synapse1")
    host = bring_empty(deployment, "synapse1")
    guide.run("start-pgbouncer")
    guide.run("restore-signing-key")
    # The bucket, which is not here.
    deployment.hosts["control"].run(
        "ssh root@synapse1 install -d /matrix/synapse/storage/media-store; "
        "ssh -n root@backup1 tar --create --directory /srv/backup/media . "
        "| ssh root@synapse1 tar --extract --directory /matrix/synapse/storage/media-store")
    guide.run("setup-all")
    deployment.wait_for_entry()
    drills.expect("the signing key is the old one", host.run(key) == before)
    user = deployment.admin_user  # The login of before.
    drills.expect("every message is there", user.messages(drills.room) == drills.messages)
    drills.expect("the picture is the same", user.download_hash(drills.picture) == drills.digest)


def take_away(deployment, name):
    deployment.hosts[name].stop()


def bring_empty(deployment, name):
    """A new machine under an old name, prepared, with its files, its firewall, and read by the backup server."""
    guide = deployment.guide
    host = deployment.add_host(name, deployment.hosts[name].address)
    deployment.let_in("control", "root", [name], "root")
    for block in ("bring-files", "trust-authority"):
        guide.run(block, change=lambda text: text.replace("<servers.txt", f"<<<{name}"))
    guide.run("apply-limits", on=name)
    guide.run("apply-firewall", on=name, stdin="yes\n")
    guide.run("let-backup-read")
    return host
