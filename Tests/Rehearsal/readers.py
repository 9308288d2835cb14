"""Lets the programs for which the playbook writes files read them: nginx, and Synapse in all its processes."""

import pathlib
import shlex

from containers import containers

APP = "synapse.app."
HERE = pathlib.Path(__file__).resolve().parent

# Debian's nginx is 1.22: names in upstream servers that are resolved later came with 1.27, njs is not with it, and
# Docker's resolver is not here.
OLDER_NGINX = r"""
root=/matrix/synapse/reverse-proxy-companion
sed -i -E '/^load_module|^\s*js_(path|import|shared_dict_zone)/d' $root/nginx.conf
sed -i -E 's/" resolve;/";/; s/^(\s*)js_set (\$\w+) \S+;/\1map $uri \2 { default ""; }/; s/js_content .*;/return 200;/;
  /^\s*resolver 127.0.0.11 valid=5s;$/d; s/^(\s*listen) (8008|8048);/\1 1\2;/' $root/nginx.conf $root/conf.d/*.conf
perl -0pi -e 's/set \$backend "([^"]+)";(.*?)proxy_pass http:\/\/\$backend/$2proxy_pass http:\/\/$1/sg' $root/conf.d/*.conf
mkdir -p /var/log/nginx
"""


def read_all(rendered):
    """Every file by its program; returns the containers by their names."""
    found = {c.name: c for c in containers(f"{rendered.logs}/left")}
    synapse = rendered.hosts["synapse1"]
    synapse.run("cat >>/etc/hosts", stdin="".join(f"127.0.0.1 {name}\n" for name in found))
    synapse.run(OLDER_NGINX)
    rendered.report.change("the configuration of nginx without njs and without `resolve`", "this machine's nginx is 1.22")
    inside(synapse, found["matrix-synapse-reverse-proxy-companion"], ["nginx", "-t"])
    read_synapse(rendered, synapse, found)
    return found


def read_synapse(rendered, synapse, found):
    """The main process, every worker, and the one that the drill of the guides makes of the main process."""
    config = "/matrix/synapse/config"
    synapse.run(f"{rendered.venv}/bin/generate_signing_key -o {config}/{rendered.matrix}.signing.key; "
                f"touch {config}/{rendered.matrix}.signing.key")
    reads = [f"{rendered.venv}/bin/python", str(HERE / "synapse-reads")]
    count = 0
    for container in found.values():
        if any(word.startswith(APP) for word in container.command):
            files = container.command[container.command.index("-c"):]
            inside(synapse, container, reads + files)
            count += 1
    rendered.report.fact("processes whose configuration Synapse reads", count)
    drill = f"{rendered.logs}/files/backup1/usr/local/lib/drill-homeserver"
    synapse.run(f"cp {config}/homeserver.yaml /root/before.yaml; /usr/bin/python3 {drill} {config}/homeserver.yaml 192.0.2.1")
    inside(synapse, found["matrix-synapse"], reads + ["-c", "/data/homeserver.yaml"])
    synapse.run(f"cp /root/before.yaml {config}/homeserver.yaml")


def inside(host, container, words, log=None):
    """Runs a program with the volumes of a container where the container would have them; with a log it goes on."""
    mounts = []
    for source, target in container.mounts:
        source, target = shlex.quote(source), shlex.quote(target)
        mounts.append(f"[ -e {source} ] || mkdir -p {source}; [ -e {target} ] || if [ -d {source} ]; "
                      f"then mkdir -p {target}; else install -D /dev/null {target}; fi; mount --bind {source} {target}")
    environment = " ".join(f"{key}={shlex.quote(value)}" for key, value in container.environment.items())
    script = "\n".join([*mounts, f"exec env {environment} {shlex.join(words)}"])
    command = f"unshare --mount sh -euc {shlex.quote(script)}"
    if log:
        command = f"install -d /var/log/units; setsid {command} >{log} 2>&1 </dev/null &"
    return host.run(command)
