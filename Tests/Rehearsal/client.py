"""A user of the Matrix server: logs in, sends, uploads and reads, through curl on one of the servers."""

import json
import shlex
import time
import urllib.parse

from hosts import HIDDEN


class Client:
    """A logged-in user."""

    def __init__(self, host, base, name, password, extra=""):
        self.host, self.base, self.extra, self.token = host, base, extra, None
        answer = self.call("POST", "/_matrix/client/v3/login", {
            "type": "m.login.password", "identifier": {"type": "m.id.user", "user": name},
            "password": password}, quiet=True)
        HIDDEN[answer["access_token"]] = "THE_TOKEN"
        self.token, self.user = answer["access_token"], answer["user_id"]

    def curl(self, method, path, *options, timeout=90, quiet=False):
        words = ["curl", "-fsS", "--max-time", str(timeout), "-X", method, *options, *shlex.split(self.extra)]
        if self.token:
            words += ["-H", f"Authorization: Bearer {self.token}"]
        return self.host.run(shlex.join(words + [self.base + path]), timeout=timeout + 10, quiet=quiet)

    def call(self, method, path, body=None, **options):
        data = ["-H", "Content-Type: application/json", "-d", json.dumps(body)] if body is not None else []
        return json.loads(self.curl(method, path, *data, **options))

    def create_room(self, name):
        return self.call("POST", "/_matrix/client/v3/createRoom", {"name": name})["room_id"]

    def send(self, room, text, **options):
        transaction = f"{time.monotonic_ns()}"
        path = f"/_matrix/client/v3/rooms/{urllib.parse.quote(room)}/send/m.room.message/{transaction}"
        return self.call("PUT", path, {"msgtype": "m.text", "body": text}, **options)["event_id"]

    def messages(self, room):
        """Every message of a room: the text by the identifier of the event."""
        found, token = {}, ""
        while True:
            path = f"/_matrix/client/v3/rooms/{urllib.parse.quote(room)}/messages?dir=b&limit=100{token}"
            answer = self.call("GET", path)
            for event in answer["chunk"]:
                if event["type"] == "m.room.message":
                    found[event["event_id"]] = event["content"].get("body")
            if not answer.get("end"):
                return found
            token = f"&from={answer['end']}"

    def upload(self, path):
        answer = json.loads(self.curl("POST", "/_matrix/media/v3/upload?filename=picture.bin",
                                      "-H", "Content-Type: application/octet-stream",
                                      "--data-binary", f"@{path}"))
        return answer["content_uri"]

    def download_hash(self, uri):
        """The SHA-256 of a file of the media repository."""
        path = "/_matrix/client/v1/media/download/" + uri.removeprefix("mxc://")
        self.curl("GET", path, "-o", "/tmp/downloaded")
        return self.host.run("sha256sum /tmp/downloaded").split()[0]

    def lift_limits(self):
        """Takes the limit on messages a second off this user, who must be an administrator."""
        user = urllib.parse.quote(self.user)
        self.call("POST", f"/_synapse/admin/v1/users/{user}/override_ratelimit",
                  {"messages_per_second": 0, "burst_count": 0})

    def upload_keys(self):
        """Stores one-time keys, as a device does, so that there is something to empty."""
        self.call("POST", "/_matrix/client/v3/keys/upload", {"one_time_keys": {
            "signed_curve25519:AAAAAQ": {"key": "x", "signatures": {}}}})
