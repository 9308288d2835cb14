"""Uses the deployment as people would, breaks it, backs it up, and restores it elsewhere."""

import re
import threading
import time

from elsewhere import restore_elsewhere
from hosts import wait_for
from losses import replace_database_server, replace_synapse


def break_and_restore(deployment):
    drills = Drills(deployment)
    for title, drill in [
        ("Send messages, upload and read media through the worker", drills.use),
        ("Kill the leading database server", drills.kill_leader),
        ("Crash PostgreSQL under a living Patroni", drills.crash_postgresql),
        ("Take the power from the HAProxy that has the address", drills.lose_entry),
        ("Turn federation off and on", drills.federation),
        ("Go through the session alias and back, as in an upgrade", drills.session_alias),
        ("Back up the database from a standby, then keys and media", drills.back_up),
        ("Replace a database server by an empty one", lambda: replace_database_server(drills)),
        ("Replace the Synapse host by an empty one", lambda: replace_synapse(drills)),
        ("Restore the cluster in place", drills.restore_in_place),
        ("Restore on empty machines and compare", drills.restore_elsewhere),
    ]:
        with deployment.report.step(title):
            drill()


class Drills:
    def __init__(self, deployment):
        self.deployment = deployment
        self.hosts, self.guide, self.report = deployment.hosts, deployment.guide, deployment.report
        self.control = self.hosts["control"]

    def use(self):
        user = self.deployment.admin_user
        self.room = user.create_room("rehearsal")
        start = time.monotonic()
        for number in range(40):
            user.send(self.room, f"message {number}")
        self.report.fact("one message, on average", f"{(time.monotonic() - start) / 40 * 1000:.0f} ms")
        self.control.run("head -c 3000000 /dev/urandom >/tmp/picture.bin")
        self.picture = user.upload("/tmp/picture.bin")
        self.digest = self.control.run("sha256sum /tmp/picture.bin").split()[0]
        self.expect("the picture is read as it was uploaded", user.download_hash(self.picture) == self.digest)
        log = self.hosts["synapse1"].run("grep -c 'POST.*/_matrix/media/v3/upload' "
                                         "/var/log/units/matrix-synapse-worker-media-repository-0.log")
        self.expect("the media worker took the upload", int(log) > 0)
        self.expect("every message is there", len(user.messages(self.room)) == 40)
        user.upload_keys()
        self.expect("a device has left one-time keys", self.one_time_keys() > 0)

    # Failover

    def pause(self, what, break_it):
        """The longest pause between two writes around something that breaks."""
        user = self.deployment.admin_user
        writes, done = [], threading.Event()

        def write():
            number = 0
            while not done.is_set():
                try:
                    user.send(self.room, f"during the failover {number}", timeout=40)
                    writes.append(time.monotonic())
                    number += 1
                except Exception:  # noqa: BLE001: a write that fails is what is measured
                    pass
                time.sleep(0.2)

        writer = threading.Thread(target=write)
        writer.start()
        try:
            time.sleep(3)
            broken = time.monotonic()
            break_it()
            wait_for("a write after it", lambda: writes and writes[-1] > broken + 5, timeout=90)
            time.sleep(5)
        finally:
            done.set()
            writer.join()
        gap = max(later - earlier for earlier, later in zip(writes, writes[1:]))
        self.report.fact(f"longest pause between two writes, {what}", f"{gap:.1f} s")
        self.expect("writes resume within 30 s", gap <= 30)

    def kill_leader(self):
        before = self.leader()

        def kill():
            self.guide.run("kill-leader", check=False)
            wait_for("another leader", lambda: self.leader() not in (None, before), timeout=90)

        self.pause("the leader killed", kill)
        self.guide.run("start-dead-leader", on=before)
        wait_for("the cluster to be whole again", self.deployment.is_whole, timeout=180)
        self.expect("every message is there", self.sent_are_there())

    def crash_postgresql(self):
        leader = self.hosts[self.leader()]
        self.pause("PostgreSQL crashed", lambda: leader.run("pkill -KILL -u postgres postgres"))
        wait_for("the cluster to be whole again", self.deployment.is_whole, timeout=180)
        self.expect("every message is there", self.sent_are_there())

    def lose_entry(self):
        """Nothing closes a connection; PgBouncer and the clients have to notice."""
        before = self.deployment.holders()[0]
        link = self.hosts[before].run("ip -brief link show type veth").split("@")[0].strip()
        self.pause("the active HAProxy without power", lambda: self.hosts[before].run(f"ip link set {link} down"))
        self.hosts[before].run(f"ip link set {link} up; ip route add {self.deployment.admin} dev {link}")
        time.sleep(10)
        self.expect("the address stays where it went", before not in self.deployment.holders())

    def sent_are_there(self):
        texts = self.deployment.admin_user.messages(self.room).values()
        return all(f"message {number}" in texts for number in range(40))

    def leader(self):
        return next((name for name, role in self.deployment.roles().items() if role == "Leader"), None)

    # The playbook

    def federation(self):
        # Off refuses the sender, as the guide shows; on looks for the key of a server that is not there.
        for value, state, expected in (("[]", "off", "403"), ("~", "on", "401")):
            self.set_up(matrix_synapse_federation_domain_whitelist=value)
            self.deployment.wait_for_entry()
            self.guide.run("federation-refused", expected=expected)
            print(f"  federation is {state}", flush=True)

    def session_alias(self):
        """Synapse through the alias in session mode, as an upgrade has it, and back."""
        self.set_up(matrix_synapse_database_database="synapse_session", matrix_synapse_database_cp_min=1,
                    matrix_synapse_database_cp_max=2)
        self.deployment.wait_for_entry()
        self.deployment.admin_user.send(self.room, "through the alias")
        pools = self.hosts["synapse1"].run(
            "psql 'host=127.0.0.1 port=6432 dbname=pgbouncer user=db_exporter' -Atc 'SHOW POOLS'",
            environment={"PGPASSWORD": self.guide.secrets["CHANGE_TO_DB_EXPORTER_PASSWORD"]})
        self.expect("Synapse is in the pool in session mode", "synapse_session|synapse|" in pools)
        wait_for("the background updates", lambda: not self.guide.run("background-updates").strip(), timeout=180)
        self.set_up(matrix_synapse_database_database="synapse", matrix_synapse_database_cp_min=5,
                    matrix_synapse_database_cp_max=10)
        self.deployment.wait_for_entry()

    def set_up(self, **variables):
        """Changes variables of vars.yml and runs the playbook."""
        path = "/root/work/files/control/inventory/host_vars/matrix/vars.yml"
        for name, value in variables.items():
            self.control.run(f"grep -q '^{name}: ' {path} && sed -i 's/^{name}: .*/{name}: {value}/' {path}")
        self.guide.run("setup-all")

    # Backup

    def back_up(self):
        self.guide.run("nightly-backup")
        log = self.hosts["backup1"].run("cat /var/log/pgbackrest/matrix-backup.log")
        self.expect("the files were copied from a standby", "replay on the standby" in log
                    or "replay lsn" in log)
        self.messages = self.deployment.admin_user.messages(self.room)
        self.guide.run("backup-files")
        self.report.change("`rclone` on every server does nothing", "no MinIO runs here")

    # Restore

    def restore_in_place(self):
        """The chapter of the restore on the same servers, to a time before the newest backup."""
        moment = self.control.run("sleep 2; date -u '+%F %T+00'; sleep 2").strip()
        self.deployment.admin_user.send(self.room, "the mistake")
        self.hosts["backup1"].run("pgbackrest --stanza=matrix --type=full backup", user="pgbackrest", timeout=600)
        self.control.run("just stop-all", folder="/root/work/files/control")
        self.deployment.together("stop-cluster")
        self.guide.run("forget-cluster", stdin="matrix\nYes I am aware\n")
        self.guide.run("put-data-aside", check=False)
        self.guide.run("restore-to-a-time", timeout=600, change=lambda text: re.sub(
            "--target='[^']*'", f"--target='{moment}'", text))
        printed = self.guide.run("empty-one-time-keys", timeout=600)
        self.expect("the table of one-time keys is emptied", "TRUNCATE TABLE" in printed)
        self.guide.run("start-restored-cluster", on="pg1")
        wait_for("a leader", lambda: "Leader" in self.deployment.roles().values(), timeout=120)
        # It says that it leads in etcd a moment before PostgreSQL does.
        wait_for("the first server to lead", timeout=60, test=lambda: self.hosts["pg1"].run(
            "sudo -u postgres psql -Atc 'SELECT pg_is_in_recovery()'", folder="/").strip() == "f")
        self.guide.run("backup-after-restore", change=lambda text: text.replace(
            "--type=full", "--type=full --no-backup-standby"))
        self.report.change("`--no-backup-standby` in the backup after the restore",
                           "this machine's pgBackRest does not know `prefer`, and no standby runs yet")
        for name in ("pg2", "pg3"):
            self.guide.run("start-restored-cluster", on=name)
        wait_for("the cluster to be whole again", self.deployment.is_whole, timeout=300)
        self.control.run("just start-all", folder="/root/work/files/control")
        self.deployment.wait_for_entry()
        user = self.deployment.log_in()
        self.expect("every message is back", user.messages(self.room) == self.messages)
        self.expect("no one-time key is", self.one_time_keys() == 0)

    def restore_elsewhere(self):
        """The drill: the copy of the backup server, two empty machines, and nothing else."""
        start = time.monotonic()
        user = restore_elsewhere(self.deployment)
        self.expect("every message is there", user.messages(self.room) == self.messages)
        self.expect("the picture is the same", user.download_hash(self.picture) == self.digest)
        self.report.fact("restore on empty machines to the last comparison", f"{time.monotonic() - start:.0f} s")

    # Looking

    def one_time_keys(self):
        """How many there are, asked of the leading database server by the script of the guides."""
        counted = self.control.run("./on-leader \"sudo -u postgres psql -Atd synapse -c "
                                   "'SELECT count(*) FROM e2e_one_time_keys_json'\"",
                                   folder="/root/work/files/control")
        return int(counted.split()[-1])

    def expect(self, what, holds):
        if not holds:
            raise RuntimeError(f"not so: {what}")
        print(f"  {what}", flush=True)
