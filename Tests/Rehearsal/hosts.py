"""Servers for the rehearsal: each one a set of Linux namespaces on this machine.

A server has its own network, process and mount namespaces and its own name. Its file system is this
machine's, with a layer in memory above: what it writes is gone with it. The servers share one bridge
that leads nowhere else. When the first process of a server ends, the kernel ends all others.
"""

import contextlib
import os
import pathlib
import shlex
import subprocess
import sys
import time

PREPARE = r"""
name=$1 shims=$2
mount -t tmpfs -o mode=0755 server /mnt
mkdir /mnt/up /mnt/work /mnt/root
mount -t overlay server -o lowerdir=/,upperdir=/mnt/up,workdir=/mnt/work /mnt/root
cd /mnt/root
mount -t proc proc proc
mount -t tmpfs -o mode=0755 dev dev
for node in null zero full random urandom tty; do touch dev/$node; mount --bind /dev/$node dev/$node; done
mkdir dev/pts dev/shm
mount -t devpts -o newinstance,ptmxmode=0666,mode=0620 devpts dev/pts
ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd; ln -s /proc/self/fd/0 dev/stdin; ln -s /proc/self/fd/1 dev/stdout; ln -s /proc/self/fd/2 dev/stderr
mount -t tmpfs -o mode=1777 shm dev/shm
mount -t tmpfs -o mode=0755 run run
mount -t tmpfs -o mode=1777 tmp tmp
mkdir -p run/sshd run/lock root/.ssh
install -m 0755 "$shims"/* usr/local/bin/
hostname "$name"
echo "$name" >etc/hostname
printf '127.0.0.1 localhost\n' >etc/hosts
ip link set lo up
exec chroot /mnt/root /bin/bash -c 'trap : TERM INT; echo ready; while :; do sleep 3600 & wait $!; done'
"""

# What the logs must not show, with what they show instead.
HIDDEN = {}


def hidden(text):
    """Text without the secrets in it."""
    for value, name in HIDDEN.items():
        text = text.replace(value, name)
    return text


class Host:
    """A server that runs commands."""

    def __init__(self, name, address, interface, prefix, shims, log):
        self.name, self.address = name, address
        self.log = open(log, "ab", buffering=0)
        self.keeper = subprocess.Popen(
            ["unshare", "--mount", "--net", "--uts", "--ipc", "--pid", "--fork", "--kill-child",
             "sh", "-euc", PREPARE, "sh", name, shims],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=self.log)
        if self.keeper.stdout.readline() != b"ready\n":
            raise RuntimeError(f"{name} did not start; see {log}")
        self.pid = int(_read(f"/proc/{self.keeper.pid}/task/{self.keeper.pid}/children").split()[0])
        self._connect(interface, prefix)

    def _connect(self, interface, prefix):
        self.port = f"p-{self.name}"[:15]
        _ip(f"link add {self.port} type veth peer name {interface} netns {self.pid}")
        _ip(f"link set {self.port} master switch up")
        self.run(f"ip address add {self.address}/{prefix} dev {interface} && ip link set {interface} up")

    def command(self, *words):
        """The command that runs another on the server."""
        return ["nsenter", f"--target={self.pid}", "--mount", "--net", "--uts", "--ipc", "--pid",
                "--root", "--", "env", "-i", "--chdir=/root", "HOME=/root", "LANG=C.UTF-8", "TERM=dumb",
                "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", *words]

    def run(self, text, user="root", stdin="", timeout=300, folder=None, check=True, environment=(), quiet=False):
        """Runs shell commands as a user and returns what they print; both streams are logged unless `quiet`."""
        for name, value in dict(environment).items():
            text = f"export {name}={shlex.quote(value)}\n{text}"
        if folder:
            text = f"cd {shlex.quote(folder)}\n{text}"
        words = ["bash", "-ec", text] if user == "root" else ["su", "-", user, "-s", "/bin/bash", "-c", "set -e\n" + text]
        self.log.write(hidden(f"--- {user}: {text}\n").encode())
        done = subprocess.run(self.command(*words), input=stdin.encode(), stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, timeout=timeout)
        output = done.stdout.decode(errors="replace")
        self.log.write(b"" if quiet else hidden(output).encode())
        if check and done.returncode != 0:
            raise RuntimeError(hidden(f"on {self.name}, `{text.strip().splitlines()[0]} …` ends with "
                                      f"{done.returncode}:\n{output[-3000:]}"))
        return output

    def read(self, path):
        """The text of a file, which the log does not see."""
        return subprocess.run(self.command("cat", path), check=True, stdout=subprocess.PIPE).stdout.decode()

    def write(self, path, text, mode="0644", owner="root:root"):
        """Writes a file with its folder."""
        self.run(f"install -D -m {mode} -o {owner.split(':')[0]} -g {owner.split(':')[1]} /dev/stdin {path}", stdin=text)

    def stop(self):
        """Ends everything on the server, and pulls its cable: its network lives a little longer than it does."""
        self.keeper.kill()
        self.keeper.wait()
        subprocess.run(["ip", "link", "delete", self.port], capture_output=True)


def refuse_unseen(path):
    """Ends with the reason if the servers, which see this machine's files by their paths, could not see one."""
    for folder in ("/tmp", "/run", "/dev"):
        if path.startswith(folder + "/"):
            sys.exit(f"{path}: every server has a {folder} of its own; run the rehearsal from another folder")
    for folder in pathlib.Path(path).parents:
        if folder.exists() and not folder.stat().st_mode & 0o001:
            sys.exit(f"{path}: users like postgres may not enter {folder}; run the rehearsal from another folder")


def make_switch():
    """Makes the bridge that connects the servers; this process must have a network of its own."""
    _ip("link set lo up")
    _ip("link add switch type bridge")
    _ip("link set switch up")


def wait_for(what, test, timeout=120, pause=0.5):
    """Waits until a test holds; a test that fails counts as one that does not hold."""
    start, last = time.monotonic(), ""
    while time.monotonic() - start < timeout:
        try:
            if test():
                return time.monotonic() - start
        except Exception as failure:  # noqa: BLE001: what has not started yet fails in many ways
            last = f": {failure}"
        time.sleep(pause)
    raise RuntimeError(f"{what} did not happen within {timeout} s{last}")


def processes():
    """The processes of the rehearsal besides this one, which is the first of its namespace and buries the dead."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    return [int(name) for name in os.listdir("/proc") if name.isdigit() and int(name) != os.getpid()]


def _ip(words):
    subprocess.run(["ip", *words.split()], check=True)


def _read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def inside_own_namespaces():
    """Runs this program again with networks and processes of its own, once."""
    if os.environ.get("REHEARSAL") == "inside":
        return
    os.environ["REHEARSAL"] = "inside"
    os.execvp("unshare", ["unshare", "--mount", "--net", "--pid", "--fork", "--kill-child",
                          "--mount-proc", sys.executable, *sys.argv])
