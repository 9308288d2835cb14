"""The mistakes that can be planted: a table of names, each with what it makes of a line."""
import re
from dataclasses import dataclass

TABLE = []  # (name, kinds of lines, function from a line to its Plants)


@dataclass(frozen=True)
class Plant:
    """A changed line. A finding is at the right place on it, on the `near` lines around, at the opener,
    or on any line that matches `needs`, which is for what was taken away."""

    text: str | None
    near: int = 0
    opener: bool = False
    needs: str | None = None


def mistake(name, *kinds):
    """Lists a function that gives the plants of a line."""
    def listed(function):
        TABLE.append((name, kinds, function))
        return function
    return listed


def misspellings(word):
    """Slips of the finger that no vocabulary of the guides has as words."""
    slips = []
    for at in range(1, len(word) - 2):
        if word[at] != word[at + 1] and word[at].isalpha() and word[at + 1].isalpha():
            slips.append(word[:at] + word[at + 1] + word[at] + word[at + 2:])
    for at in range(1, len(word) - 1):
        if word[at].isalpha() and word[at - 1].isalpha() and word[at] != word[at + 1] and word[at - 1] != word[at]:
            slips.append(word[:at] + word[at + 1:])
            slips.append(word[:at] + word[at] + word[at:])
    return [slip for slip in slips if slip != word]


def misspelt(line, pattern, group=1, **where):
    """A Plant for each slip in each match of the group, words of four letters or more."""
    plants = []
    for match in re.finditer(pattern, line.text):
        word = match[group]
        if word and len(word) >= 4:
            for slip in misspellings(word):
                plants.append(Plant(line.text[:match.start(group)] + slip + line.text[match.end(group):], **where))
    return plants


def replaced(line, pattern, new, **where):
    """A Plant for each match, with `new` in its place."""
    return [Plant(line.text[:match.start()] + match.expand(new) + line.text[match.end():], **where)
            for match in re.finditer(pattern, line.text)]


from . import data, guides, programs, yaml  # noqa: E402,F401  (they list their mistakes)
