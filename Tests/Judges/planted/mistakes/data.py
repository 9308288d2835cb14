"""Mistakes in the project's own files."""
import re

from . import Plant, misspelt, mistake, replaced

ATTRIBUTE = r"(?:^ +|[{{,] *)({})(?=: )"
FLOW = re.compile(r"^\s*(?:- |[\w.]+: )?\{.*\}$")


def declared(line):
    """The key whose entry the line begins, if it does."""
    match = re.match(r"([a-z][a-z0-9]*\.[a-z0-9_.]+):", line.text)
    return match and match[1]


@mistake("keys: attribute misspelt", "keys")
def attribute(line):
    return misspelt(line, ATTRIBUTE.format("type|source|hint|about|example|compute|generate|max-length"))


@mistake("keys: type misspelt", "keys")
def type_name(line):
    return misspelt(line, r"\btype: (\w+)")


@mistake("keys: source misspelt", "keys")
def source(line):
    return misspelt(line, r"\bsource: (\w+)")


@mistake("keys: hint without its prefix", "keys")
def hint(line):
    return replaced(line, r"\bhint: CHANGE_TO_", "hint: CHANEG_TO_")


@mistake("keys: the hint of another key", "keys")
def same_hint(line):
    return replaced(line, r"\bhint: CHANGE_TO_(?!YOUR_VIP)\w+", "hint: CHANGE_TO_YOUR_VIP", needs=r"CHANGE_TO_YOUR_VIP")


@mistake("keys: example of another type", "keys")
def example(line):
    return (replaced(line, r"(example: [\d.]+)\.(\d+)$", r"\1.3\g<2>00") + replaced(line, r"(example: .*)/24$", r"\1/44")
            + replaced(line, r"(example: .*):(\d+)$", r"\1:\g<2>00000") + replaced(line, r"(example: [\w-]+)@", r"\1"))


@mistake("keys: example outside its network", "keys")
def outside(line):
    return replaced(line, r"example: 10\.20\.0\.10$", "example: 10.21.0.10")


@mistake("keys: key misspelt where it is declared", "keys")
def name(line):
    key = declared(line)
    return key and misspelt(line, r"^[a-z0-9]+\.([a-z0-9_.]+):", needs=re.escape(key.split(".")[-1])) or []


@mistake("keys: declaration dropped", "keys")
def dropped(line):
    key = declared(line)
    flow = key and FLOW.match(line.text)
    return [Plant(None, needs=re.escape(key.split(".")[-1]))] if flow else []


@mistake("keys: meaning dropped", "keys")
def meaning(line):
    return replaced(line, r", about: [^\"{}]+(?= \})", "") if FLOW.match(line.text) and declared(line) else []


@mistake("keys: name misspelt in an expression", "keys", "servers")
def operand(line):
    if "compute:" not in line.text and "expect:" not in line.text:
        return []
    return misspelt(line, r"\b(?:synapse|db|pool|media|backup|total)\.(\w+)(?=[ \")/*+])")


@mistake("keys: function misspelt in an expression", "keys")
def function(line):
    return misspelt(line, r"\b(floor|join)\(")


@mistake("keys: parenthesis dropped in an expression", "keys")
def parenthesis(line):
    return replaced(line, r"\)(?=\")", "") if "compute:" in line.text else []


@mistake("keys: units that do not go together", "keys")
def units(line):
    return replaced(line, r"\.ram / 4", ".ram + 4") + replaced(line, r"\.disk / 4", ".disk + 4")


@mistake("keys: kind of constraint misspelt", "keys")
def constraint(line):
    return misspelt(line, r"\{ (distinct|monotone|expect|message):") + misspelt(line, r", (message):")


@mistake("keys: comparison turned around", "keys")
def comparison(line):
    return replaced(line, r" <= ", " =< ") if "expect:" in line.text else []


@mistake("data: quote unclosed", "keys", "servers", "values", "customer", "project")
def quote(line):
    return replaced(line, r'(: "[^"]*)"(?=$| \}$|, )', r"\1", near=1)


@mistake("data: brace unclosed", "keys", "servers", "values", "customer", "project")
def brace(line):
    return replaced(line, r" \}$", "", near=1) if FLOW.match(line.text) else []


@mistake("data: indentation of one line", "keys", "servers", "values", "project")
def indentation(line):
    indent = re.match(r" *", line.text)[0]
    same = re.match(indent + r"[a-z_]+: [^\[{>|]", line.before) and re.match(indent + r"[a-z_]+: \S", line.text)
    return [Plant(" " + line.text, near=1)] if same and indent and line.before.strip() else []


@mistake("data: tab for spaces", "keys", "servers", "values", "customer", "project")
def tab(line):
    return replaced(line, r"^ +(?=[a-z_]+: )", "\t")


@mistake("data: key twice", "keys", "servers", "values", "customer")
def twice(line):
    return [Plant(line.text + "\n" + line.text, near=1)] if re.match(r" *[a-z_.]+: [^\[{>|&]", line.text) else []


@mistake("data: space after the colon dropped", "keys", "servers", "values", "customer")
def colon(line):
    return replaced(line, r"^( +[a-z_]+:) (?=[\w.-]+$)", r"\1", near=1)


@mistake("servers: attribute misspelt", "servers")
def group_attribute(line):
    return misspelt(line, ATTRIBUTE.format("title|document|name|fields|listens|port|proto|from|about|unbound"))


@mistake("servers: document misspelt", "servers")
def document(line):
    return misspelt(line, r"^  document: (\w+)")


@mistake("servers: port out of range", "servers")
def port(line):
    return replaced(line, r"port: (\d{4,5}),", r"port: \g<1>222,")


@mistake("servers: port dropped", "servers")
def port_dropped(line):
    return replaced(line, r"port: [\d-]+, ", "")


@mistake("servers: protocol misspelt", "servers")
def protocol(line):
    return replaced(line, r"proto: (tcp|udp)(?=,)", r"proto: \1p")


@mistake("servers: source misspelt", "servers")
def sender(line):
    return misspelt(line, r"from: \[(?:\w+, )*(\w+)")


@mistake("servers: alias misspelt", "servers")
def alias(line):
    return replaced(line, r"\*disk$", "*dsik") + replaced(line, r"\*cpu$", "*cup")


@mistake("servers: group misspelt", "servers")
def group(line):
    match = re.match(r"(\w+):$", line.text)
    return match and misspelt(line, r"^(\w+):$", needs=match[1]) or []


@mistake("servers: listener dropped", "servers")
def listener(line):
    return [Plant(None, needs=r"\b" + match[1])] if (match := re.search(r"port: (5432|8008|7880|6379|9000|2381),", line.text)) else []


@mistake("values: key misspelt", "values", "customer")
def value_key(line):
    return misspelt(line, r"^(?:  (?=\w)|\w+: \{ (?:\w+: [\w/.]+, )*)(\w+)(?=: )", needs=r"^(servers|\w+\.\w+):")


@mistake("values: section misspelt", "values", "customer")
def section(line):
    return misspelt(line, r"^(?!customer|servers)(\w+):(?= |$)")


@mistake("values: group of servers misspelt", "values", "customer")
def value_group(line):
    return misspelt(line, r"^  (\w+): (?=[\[{])", needs=r"^\w+:$")


@mistake("values: a word for a number", "values")
def number(line):
    return replaced(line, r"(count|cpu|cp_min|cp_max|size|quota|sync_workers|room_workers): (\d+)(?=,| |$)", r"\1: many")


@mistake("values: unit misspelt", "values")
def unit(line):
    return replaced(line, r": (\d+)(s|h)(?=,| |$)", r": \1\2ec") + replaced(line, r": (\d+)(GiB|GB|MiB|TB)(?=,| |$)", r": \1\2B")


@mistake("values: unit of another quantity", "values")
def quantity(line):
    return replaced(line, r": (\d+)(s|h)(?=,| |$)", r": \1GB") + replaced(line, r": (\d+)(GiB|GB|TB)(?=,| |$)", r": \1s")


@mistake("values: value dropped", "values", "customer")
def value(line):
    return [Plant(None, needs=r"\b" + re.escape(match[1]))] if (match := re.match(r"  (\w+): [^{\[]+$", line.text)) else []


@mistake("values: address with a number too large", "customer")
def address(line):
    return replaced(line, r"(10\.99\.0)\.(\d+)(?= )", r"\1.3\g<2>0")


@mistake("values: address outside its network", "customer")
def foreign(line):
    return replaced(line, r"\{ ip: 10\.99\.0\.", "{ ip: 10.98.0.")


@mistake("values: address twice", "customer")
def address_twice(line):
    return replaced(line, r"\{ ip: 10\.99\.0\.(?!21)\d+", "{ ip: 10.99.0.21", needs=r"10\.99\.0\.21")


@mistake("values: network mask out of range", "customer")
def mask(line):
    return replaced(line, r"(_cidr: [\d.]+)/24", r"\1/42")


@mistake("values: mail address without its @", "customer")
def mail(line):
    return replaced(line, r"(?<=\w)@(?=\w)", "")


@mistake("values: scale misspelt", "customer")
def scale(line):
    return misspelt(line, r"scale: (\w+)")


@mistake("values: a server of the scale missing", "customer")
def server(line):
    return replaced(line, r", \{ ip: [\d.]+ \}(?=\])", "")


@mistake("project: key misspelt", "project")
def project_key(line):
    return misspelt(line, r"^(title|scales|baseline|documents|schemas|verify):") + misspelt(
        line, r"[{,] (title|users|file|schema|catalog):") + misspelt(
        line, r"^ +(?:- )?(name|files|line|reads|before|placed|stays|programs|reason|checkers|unjudged|addresses|interfaces):")


@mistake("project: scale misspelt", "project")
def baseline(line):
    return misspelt(line, r"^baseline: (\w+)") + misspelt(line, r"\{ id: (small|medium|large)", needs=r"^baseline|scale:")


@mistake("project: document misspelt", "project")
def project_document(line):
    return misspelt(line, r"\{ id: (\w+), title: [^,]*\}", needs=r"document:|^title")


@mistake("project: schema misspelt", "project")
def schema(line):
    return misspelt(line, r"schema: ([\w-]+)")


@mistake("project: catalog misspelt", "project")
def catalog(line):
    return misspelt(line, r"catalog: ([\w-]+)")


@mistake("project: a word for a number", "project")
def users(line):
    return replaced(line, r"users: \d+", "users: many")
