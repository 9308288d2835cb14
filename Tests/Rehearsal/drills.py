"""Uses the deployment as people would, breaks it, backs it up, and restores it elsewhere."""

import json
import re
import threading
import time

from client import Client
from hosts import wait_for

MEDIA = "/matrix/synapse/storage/media-store"


def break_and_restore(deployment):
    drills = Drills(deployment)
    for title, drill in [
        ("Send messages, upload and read media through the worker", drills.use),
        ("Kill the leading database server", drills.kill_leader),
        ("Turn federation off and on", drills.federation),
        ("Back up the database from a standby, then keys and media", drills.back_up),
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
        self.database("SELECT count(*) FROM e2e_one_time_keys_json")

    # Failover

    def kill_leader(self):
        user = self.deployment.admin_user
        before = self.leader()
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
            killed = time.monotonic()
            self.guide.run("kill-leader", check=False)
            wait_for("another leader", lambda: self.leader() not in (None, before), timeout=90)
            wait_for("a write after the failover", lambda: writes and writes[-1] > killed + 5, timeout=90)
            time.sleep(5)
        finally:
            done.set()
            writer.join()
        gap = max(later - earlier for earlier, later in zip(writes, writes[1:]))
        self.report.fact("longest pause between two writes after the leader was killed", f"{gap:.1f} s")
        self.expect("writes resume within 30 s", gap <= 30)
        self.hosts[before].run("systemctl start patroni")
        wait_for("the cluster to be whole again", self.deployment.is_whole, timeout=180)
        self.expect("Synapse logged no loss", self.sent_are_there())

    def sent_are_there(self):
        texts = self.deployment.admin_user.messages(self.room).values()
        return all(f"message {number}" in texts for number in range(40))

    def leader(self):
        return next((name for name, role in self.deployment.roles().items() if role == "Leader"), None)

    # Federation

    def federation(self):
        variables = "/root/work/files/control/inventory/host_vars/matrix/vars.yml"
        for value, expected in (("false", False), ("true", True)):
            self.control.run(f"sed -i 's/^matrix_homeserver_federation_enabled: .*/"
                             f"matrix_homeserver_federation_enabled: {value}/' {variables}")
            self.guide.run("setup-all")
            time.sleep(20)  # HAProxy asks every five seconds, and believes the third answer.
            code = self.guide.run("federation-answers", check=False).strip()
            self.expect(f"federation answers {code} when it is {value}", (code == "200") == expected)

    # Backup

    def back_up(self):
        self.guide.run("nightly-backup")
        log = self.hosts["backup1"].run("cat /var/log/pgbackrest/matrix-backup.log")
        self.expect("the files were copied from a standby", "replay on the standby" in log
                    or "replay lsn" in log)
        self.messages = self.deployment.admin_user.messages(self.room)
        self.guide.run("first-backup", change=lambda text: "pgbackrest --stanza=matrix check\n")
        self.guide.run("backup-files", change=lambda text: text.replace("backup-media.service ", ""))
        self.hosts["backup1"].run(
            "media=/srv/backup/media; for folder in local_content local_thumbnails; do "
            + self.rsync_of_media() + "; done")
        self.report.change("usr/local/sbin/backup-media: its rsync alone", "no MinIO runs here")

    def rsync_of_media(self):
        script = self.hosts["backup1"].run("cat /usr/local/sbin/backup-media")
        command = re.search(r'rsync --archive[^;]*?"\$media/\$folder/"', script)[0]
        return f'install -d "$media/$folder"; ssh root@synapse1 true 2>/dev/null || :; {command} || [ $? = 23 ]'

    # Restore

    def restore_in_place(self):
        """The chapter of the restore on the same servers; the way back is the data put aside."""
        self.control.run("just stop-all", folder="/root/work/files/control")
        self.deployment.together("stop-cluster")
        self.guide.run("forget-cluster", stdin="matrix\nYes I am aware\n")
        self.guide.run("put-data-aside", check=False)
        self.guide.run("restore-database", timeout=600)
        printed = self.guide.run("empty-one-time-keys", timeout=600)
        self.expect("the table of one-time keys is emptied", "TRUNCATE TABLE" in printed)
        self.guide.run("start-restored-cluster", on="pg1")
        wait_for("a leader", lambda: "Leader" in self.deployment.roles().values(), timeout=120)
        for name in ("pg2", "pg3"):
            self.guide.run("start-restored-cluster", on=name)
        wait_for("the cluster to be whole again", self.deployment.is_whole, timeout=300)
        self.control.run("just start-all", folder="/root/work/files/control")
        user = Client(self.control, f"https://{self.deployment.matrix}", "admin", self.deployment.password)
        self.expect("every message is back", user.messages(self.room) == self.messages)

    def restore_elsewhere(self):
        """The drill: the copy of the backup server, two empty machines, and nothing else."""
        start = time.monotonic()
        from elsewhere import restore_elsewhere
        user = restore_elsewhere(self.deployment)
        self.expect("every message is there", user.messages(self.room) == self.messages)
        self.expect("the picture is the same", user.download_hash(self.picture) == self.digest)
        self.report.fact("restore on empty machines to the last comparison", f"{time.monotonic() - start:.0f} s")

    # Looking

    def database(self, query):
        """Asks the leading database server, by the script of the guides."""
        return self.control.run(f"./on-leader \"sudo -u postgres psql -Atd synapse -c '{query}'\"",
                                folder="/root/work/files/control")

    def expect(self, what, holds):
        if not holds:
            raise RuntimeError(f"not so: {what}")
        print(f"  {what}", flush=True)
