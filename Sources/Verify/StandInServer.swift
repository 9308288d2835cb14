internal import DocBuild

/// A server around a program: the files of the guides over those of this machine, at their own
/// paths, the server's name, the addresses of the set, and nothing of the network.
///
/// It is made of Linux namespaces, for which it needs root. What the program writes stays in memory
/// and goes with it; when it ends, everything that it started is ended.
package struct StandInServer {
  /// The folder with the files of the server.
  var root: String
  package var host: String
  /// The addresses that programs may bind.
  var addresses: [String]
  /// The names of the interfaces beside `lo`.
  var interfaces: [String]

  /// Returns the command that runs another inside the server.
  ///
  /// - Parameters:
  ///   - command: the program and its arguments, with paths as on the server.
  ///   - before: commands of a shell that run first.
  /// - Returns: the program and its arguments, for this machine.
  func command(_ command: [String], before: String?) -> [String] {
    [
      "unshare", "--mount", "--net", "--uts", "--ipc", "--pid", "--fork", "--kill-child",
      "sh", "-euc", Self.script, "sh", root, host, addresses.joined(separator: " "),
      interfaces.joined(separator: " "), before ?? ":",
    ] + command
  }

  /// The network comes first, since the files of the server may hide the tools that make it.
  private static let script = """
    files=$1 name=$2 addresses=$3 interfaces=$4 before=$5
    shift 5
    ip link set lo up
    for address in $addresses; do ip address add "$address/32" dev lo; done
    for interface in $interfaces; do
      ip tuntap add "$interface" mode tap
      ip link set "$interface" up
    done
    hostname "$name"
    sysctl -q -w net.ipv4.ip_nonlocal_bind=1 2>/dev/null || true
    mount -t tmpfs -o mode=0755 server /mnt
    mkdir /mnt/up /mnt/work /mnt/root
    cp -a "$files/." /mnt/up/
    mount -t overlay server -o lowerdir=/,upperdir=/mnt/up,workdir=/mnt/work /mnt/root
    mount --rbind /dev /mnt/root/dev
    mount -t proc proc /mnt/root/proc
    mount --rbind /sys /mnt/root/sys
    mount -t tmpfs -o mode=0755 run /mnt/root/run
    exec chroot /mnt/root sh -euc 'cd /; eval "$0"; exec "$@"' "$before" "$@"
    """
}
