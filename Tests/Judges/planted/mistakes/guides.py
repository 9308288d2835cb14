"""Mistakes in the text of guides: front matter, placeholders, blocks, links, fences."""
import re

from . import Plant, misspelt, mistake, replaced

BODIES = ("compose", "prometheus", "rules", "alertmanager", "grafana", "patroni", "etcd", "livekit", "vars", "haproxy",
          "nftables", "keepalived", "redis", "coturn", "pgbouncer", "pgbackrest", "systemd", "env", "json", "shell",
          "output", "text", "ini", "inventory")
TEXT = ("prose", *BODIES)
KEY = r"<<(?!each|if|else|end|include)"


@mistake("front matter: key misspelt", "front")
def front_key(line):
    return misspelt(line, r"^(title|description|sources):")


@mistake("front matter: quote unclosed", "front")
def front_quote(line):
    return replaced(line, r"^(title|description): (?=\w)", r'\1: "', near=2)


@mistake("front matter: space after the colon dropped", "front")
def front_colon(line):
    return replaced(line, r"^(title|description): ", r"\1:", near=1)


@mistake("front matter: unclosed", "front-edge")
def front_edge(line):
    return [Plant(None, opener=True)] if line.number > 1 else []


@mistake("placeholder: key misspelt", *TEXT)
def key(line):
    return misspelt(line, KEY + r"(?:\w+\.)(?:patroni\.|synapse\.|livekit\.|minio\.|backup\.)?(?:\d\.)?(\w{4,})(?=[.>])")


@mistake("placeholder: namespace misspelt", *TEXT)
def namespace(line):
    return misspelt(line, KEY + r"(\w{4,})\.")


@mistake("placeholder: member or view misspelt", *TEXT)
def view(line):
    return replaced(line, r"\.(ip)>>", r".\1p>>") + misspelt(line, r"\.(seconds|postgres|bytes|prefix|name|index)>>")


@mistake("placeholder: one mark dropped at its end", *TEXT)
def end_mark(line):
    return replaced(line, KEY + r"([a-z0-9_.]+)>>(?!>)", r"<<\1>")


@mistake("placeholder: spaces inside", *TEXT)
def inner_space(line):
    return replaced(line, KEY + r"([a-z0-9_.]+)>>", r"<< \1 >>")


@mistake("placeholder: upper case", *TEXT)
def upper(line):
    return [Plant(line.text[:at.start()] + "<<" + at[1].upper() + line.text[at.end():])
            for at in re.finditer(KEY + r"(?=[a-z]+\.)([a-z])", line.text)]


@mistake("block: word misspelt", *TEXT)
def word(line):
    return misspelt(line, r"^ *<<(each|else|include)\b") + replaced(line, r"^( *)<<end>>", r"\1<<edn>>") + replaced(
        line, r"^( *)<<if ", r"\1<<fi ")


@mistake("block: group misspelt", *TEXT)
def block_group(line):
    return misspelt(line, r"<<each servers\.(\w+) as") + misspelt(line, r"<<each (\w+)(?:\.\w+)? as")


@mistake("block: `as` misspelt", *TEXT)
def block_as(line):
    return replaced(line, r"(<<each [\w.]+) as ", r"\1 sa ")


@mistake("block: alias misspelt", *TEXT)
def block_alias(line):
    return misspelt(line, r"<<each [\w.]+ as (\w+)>>", needs=r"<<(?:if |each )?(node|group|rule|source)\.")


@mistake("block: end dropped", *TEXT)
def block_end(line):
    return [Plant(None, near=40)] if re.match(r" *<<end>>", line.text) else []


@mistake("block: beginning dropped", *TEXT)
def block_begin(line):
    return [Plant(None, near=12)] if re.match(r" *<<each ", line.text) else []


@mistake("block: quote of a condition unclosed", *TEXT)
def condition(line):
    return replaced(line, r"'(?=>>)", "") if "<<if " in line.text else []


@mistake("block: included file misspelt", *TEXT)
def include(line):
    return misspelt(line, r"<<include \w+/(\w+)\.md>>")


@mistake("link: file misspelt", "prose")
def link_file(line):
    return misspelt(line, r"\]\((?:\.\./[\w-]+/)?\d+-([\w-]+)\.md")


@mistake("link: folder misspelt", "prose")
def link_folder(line):
    return misspelt(line, r"\]\(\.\./\d-(\w+)/")


@mistake("link: anchor misspelt", "prose")
def anchor(line):
    return misspelt(line, r"\]\([^)]*#([a-z-]+)\)")


@mistake("link: generated page misspelt", "prose")
def generated(line):
    return misspelt(line, r"\]\(set:([\w-]+)\.html")


@mistake("link: ending dropped", "prose")
def ending(line):
    return replaced(line, r"\.md(?=[#)])", ".m")


@mistake("heading: renamed under its links", "prose")
def heading(line):
    slug = re.sub(r"[^a-z0-9 -]", "", re.sub(r"^#+ ", "", line.text).lower()).replace(" ", "-")
    return misspelt(line, r"^##+ (\w+)", needs=r"#" + re.escape(slug) + r"\)") if re.match(r"##+ ", line.text) else []


@mistake("fence: attribute misspelt", "fence")
def attribute(line):
    return misspelt(line, r" (file|host|user|mode|schema|title|mark|reason)=", near=1)


@mistake("fence: host misspelt", "fence")
def host(line):
    return misspelt(line, r" host=(\w+)")


@mistake("fence: mode out of range", "fence")
def mode(line):
    return replaced(line, r" mode=0(\d)", r" mode=09")


@mistake("fence: schema misspelt", "fence")
def schema(line):
    return misspelt(line, r" schema=([\w-]+)")


@mistake("fence: quote unclosed", "fence")
def fence_quote(line):
    return replaced(line, r'"$', "")


@mistake("fence: language misspelt", "fence")
def language(line):
    return misspelt(line, r"^[ >]*`+(\w+)(?= |$)")


@mistake("fence: end dropped", "fence-end")
def fence_end(line):
    return [Plant(None, opener=True, near=25)]


@mistake("fence: beginning dropped", "fence")
def fence_begin(line):
    return [Plant(None, near=60)] if "output" in line.text or "id=" in line.text else []


@mistake("fence: end with a mark too few", "fence-end")
def fence_short(line):
    return replaced(line, r"```$", "``", opener=True, near=25)


@mistake("prose: kind of an alert misspelt", "prose")
def alert(line):
    return misspelt(line, r"^> \[!(\w+)\]")
