"""What the rehearsal did, how long it took, and what it had to change."""

import contextlib
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

    def print(self, guide):
        print("\n| Step | Seconds |\n|---|---:|")
        for title, taken in self.steps:
            print(f"| {title} | {taken:.1f} |")
        print("\n| Measured | |\n|---|---|")
        for name, value in self.facts:
            print(f"| {name} | {value} |")
        print("\n| Changed in the files | Because |\n|---|---|")
        for what, why in self.changes:
            print(f"| {what} | {why} |")
        print(f"\n{len(guide.used)} blocks of the guides were run: {', '.join(guide.used)}")
        print(f"The rehearsal took {time.monotonic() - self.start:.0f} s.")
