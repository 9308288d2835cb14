"""What the rehearsal did, how long it took, what it had to change, and what it did not prove."""

import collections
import contextlib
import subprocess
import time


class Report:
    def __init__(self):
        self.steps, self.facts, self.changes = [], [], []
        self.start = time.monotonic()

    @contextlib.contextmanager
    def step(self, title):
        """A step with its time; what fails in it names the step."""
        print(f"… {title}", flush=True)
        start = time.monotonic()
        try:
            yield
        except Exception as failure:
            print(f"FAILED: {title}: {failure}", flush=True)
            raise
        taken = time.monotonic() - start
        self.steps.append((title, taken))
        print(f"  {taken:.1f} s", flush=True)

    def fact(self, name, value):
        self.facts.append((name, value))
        print(f"  {name}: {value}", flush=True)

    def change(self, what, why):
        """Something in the files of the guides that this machine needs otherwise."""
        self.changes.append((what, why))

    def print(self):
        print("\n| Step | Seconds |\n|---|---:|")
        for title, taken in self.steps:
            print(f"| {title} | {taken:.1f} |")
        print("\n| Measured | |\n|---|---|")
        for name, value in self.facts:
            print(f"| {name} | {value} |")
        print("\n| Changed in the files | Because |\n|---|---|")
        for what, why in self.changes:
            print(f"| {what} | {why} |")
        print(f"The rehearsal took {time.monotonic() - self.start:.0f} s.")

    def blocks(self, guide, path):
        """Writes of every block of commands whether it ran, was only read, or neither; prints how many of which.

        `read` is what docbuild and a shell can say of it: its syntax, and for a block of a known server the paths,
        users and options in it.
        """
        counts = collections.Counter()
        with open(path, "w", encoding="utf-8") as file:
            file.write("block\tplace\tstate\n")
            for block in guide.all:
                state = "ran" if block["id"] in guide.used else "read" if _is_shell(block) else "neither"
                counts[block["document"], state] += 1
                file.write(f"{block['id'] or '-'}\t{block['path']}:{block['line']}\t{state}\n")
        print("\n| Blocks of | Ran | Only read | Neither |\n|---|---:|---:|---:|")
        for document in dict.fromkeys(block["document"] for block in guide.all):
            print(f"| {document} | {counts[document, 'ran']} | {counts[document, 'read']} | {counts[document, 'neither']} |")
        print(f"The list is {path}.")


def _is_shell(block):
    text = block["servers"][0]["text"]
    return subprocess.run(["bash", "-n"], input=text.encode(), capture_output=True, check=False).returncode == 0
