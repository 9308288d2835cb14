"""Mistakes in files of programs that are not YAML."""
import re

from . import Plant, misspelt, mistake, replaced


@mistake("haproxy: keyword misspelt", "haproxy")
def haproxy(line):
    return misspelt(line, r"^ +(bind|mode|option|timeout|server|maxconn|balance|retries|default_backend|use_backend|"
                          r"http-request|http-check|default-server|stats|user|group)\b(?! from)")


@mistake("haproxy: section misspelt", "haproxy")
def section(line):
    return misspelt(line, r"^(global|defaults|frontend|backend|listen)\b")


@mistake("haproxy: option misspelt", "haproxy")
def option(line):
    return misspelt(line, r"^ +option (\w+)") + misspelt(line, r"timeout ([a-z-]+) ")


@mistake("haproxy: backend misspelt", "haproxy")
def backend(line):
    return misspelt(line, r"(?:default_backend|use_backend) (\w+)")


@mistake("haproxy: backend misspelt where it is defined", "haproxy")
def backend_name(line):
    return misspelt(line, r"^backend (\w+)", needs=r"(default_|use_)backend ")


@mistake("haproxy: acl misspelt", "haproxy")
def acl(line):
    return misspelt(line, r" if !?(is_\w+)") + misspelt(line, r" !(from_\w+)")


@mistake("haproxy: acl misspelt where it is defined", "haproxy")
def acl_name(line):
    match = re.match(r" +acl (\w+)", line.text)
    return match and misspelt(line, r"^ +acl (\w+)", needs=r"\b" + match[1] + r"\b") or []


@mistake("haproxy: unit misspelt", "haproxy")
def haproxy_unit(line):
    return replaced(line, r"((?:timeout [\w-]+|inter) \d+)(s|h)\b", r"\1\2ec")


@mistake("haproxy: port out of range", "haproxy")
def haproxy_port(line):
    return replaced(line, r">>:(\d+)(?= |$)", r">>:\g<1>22222")


@mistake("haproxy: fetch or action misspelt", "haproxy")
def fetch(line):
    return misspelt(line, r"http-request (redirect|deny|set-header|del-header|use-service)") + misspelt(
        line, r"acl \w+ (path|hdr)\b") + misspelt(line, r",(host_only|url_dec)\b")


@mistake("haproxy: brace dropped", "haproxy")
def haproxy_brace(line):
    return replaced(line, r" \}$", "")


@mistake("nftables: word misspelt", "nftables")
def nftables(line):
    return misspelt(line, r"\b(define|table|chain|type|filter|hook|policy|accept|drop|saddr|state|established|related|"
                          r"l4proto|dport|iifname|icmp|echo-request|priority|comment|input)\b(?! \{| =|\")")


@mistake("nftables: brace dropped", "nftables")
def nft_brace(line):
    return ([Plant(None, near=40, needs=r"\{$")] if re.match(r" *\}$", line.text)
            else replaced(line, r"^(?! *(?:table|chain))(.*\{[^{}]*[^ {}]) \}", r"\1", near=1))


@mistake("nftables: variable misspelt", "nftables")
def nft_variable(line):
    return misspelt(line, r"\$(\w+)") + misspelt(line, r"^define (patroni|haproxy|monitoring|synapse) ", needs=r"\$|as source")


@mistake("keepalived: keyword misspelt", "keepalived")
def keepalived(line):
    return misspelt(line, r"^ *(global_defs|vrrp_script|vrrp_instance|router_id|enable_script_security|script_user|script|"
                          r"interval|timeout|fall|rise|state|nopreempt|interface|virtual_router_id|priority|advert_int|"
                          r"unicast_src_ip|unicast_peer|authentication|auth_type|auth_pass|virtual_ipaddress|track_script)\b",
                    near=1)


@mistake("keepalived: brace dropped", "keepalived")
def keepalived_brace(line):
    return [Plant(None, near=40)] if re.match(r" *\}$", line.text) else replaced(line, r" \{$", "", near=1)


@mistake("keepalived: script misspelt", "keepalived")
def tracked(line):
    return misspelt(line, r"^ +(check_\w+)$", needs=r"vrrp_script") + misspelt(line, r"^vrrp_script (\w+)", needs=r"check_haproxy")


@mistake("keepalived: value out of range", "keepalived")
def keepalived_value(line):
    return replaced(line, r"(virtual_router_id|interval|advert_int) \d+", r"\1 many") + replaced(line, r"state BACKUP", "state BAKCUP")


@mistake("redis: directive misspelt", "redis")
def redis(line):
    return misspelt(line, r"^(bind|port|protected-mode|requirepass|masterauth|appendonly|maxmemory|maxmemory-policy|tcp-keepalive)\b",
                    ) + misspelt(line, r"^sentinel ([a-z-]+)")


@mistake("redis: value of another type", "redis")
def redis_value(line):
    return replaced(line, r"(protected-mode|appendonly) (yes|no)$", r"\1 maybe") + replaced(
        line, r"^(port|tcp-keepalive) \d+", r"\1 many") + misspelt(line, r"policy (\w+)") + replaced(line, r"512mb", "512mbb")


@mistake("coturn: option misspelt", "coturn")
def coturn(line):
    return misspelt(line, r"^([a-z-]+)(?==|$)")


@mistake("coturn: port out of range", "coturn")
def coturn_port(line):
    return replaced(line, r"(port=\d+)$", r"\g<1>222")


@mistake("pgbouncer: key misspelt", "pgbouncer")
def pgbouncer(line):
    return misspelt(line, r"^([a-z_]+) = ") + misspelt(line, r"\b(host|port|dbname|pool_size|reserve_pool|pool_mode)=")


@mistake("pgbouncer: value of another type", "pgbouncer")
def pgbouncer_value(line):
    return (misspelt(line, r"pool_mode ?= ?(\w+)") + misspelt(line, r"auth_type = ([\w-]+)")
            + misspelt(line, r"sslmode = ([\w-]+)") + replaced(line, r"^(\w+_(?:timeout|delay|retry|keepidle)) = \d+", r"\1 = many"))


@mistake("ini: section unclosed", "pgbouncer", "pgbackrest", "systemd")
def ini_section(line):
    return replaced(line, r"^(\[\w+)\]$", r"\1", near=1)


@mistake("ini: section misspelt", "pgbouncer", "pgbackrest", "systemd")
def ini_name(line):
    return misspelt(line, r"^\[(databases|pgbouncer|global|Unit|Service|Timer|Install)\]")


@mistake("pgbackrest: option misspelt", "pgbackrest")
def pgbackrest(line):
    return misspelt(line, r"^(?:repo1-|pg1-)?([a-z-]+)=")


@mistake("pgbackrest: value of another type", "pgbackrest")
def pgbackrest_value(line):
    return replaced(line, r"=y$", "=yse") + misspelt(line, r"level-\w+=(\w+)") + replaced(line, r"process-max=\d", "process-max=many")


@mistake("systemd: key misspelt", "systemd")
def systemd(line):
    return misspelt(line, r"^(Description|Type|ExecStart|OnCalendar|Persistent|WantedBy|After|Wants|User|OnBootSec)=")


@mistake("systemd: value of another type", "systemd")
def systemd_value(line):
    return misspelt(line, r"^Type=(\w+)") + replaced(line, r"Persistent=true", "Persistent=ture") + replaced(
        line, r"OnCalendar=hourly", "OnCalendar=huorly") + replaced(line, r"(OnCalendar=\*-\*-\*) (\d+)", r"\1 7\2")


@mistake("env: equals sign dropped", "env")
def env(line):
    return replaced(line, r"^(\w+)=", r"\1 ")


@mistake("env: variable misspelt", "env")
def env_name(line):
    match = re.match(r"(\w+)=", line.text)
    return match and misspelt(line, r"^(\w+)=", needs=r"\b" + match[1] + r"\b") or []


@mistake("json: comma dropped", "json")
def comma(line):
    return replaced(line, r",$", "", near=1)


@mistake("json: quote dropped", "json")
def json_quote(line):
    return replaced(line, r'"(?=:)', "") + replaced(line, r'"(?=,$|$)', "", near=1)


@mistake("json: brace dropped", "json")
def json_brace(line):
    return [Plant(None, near=20)] if re.match(r" *[\]}],?$", line.text) else []


@mistake("json: boolean misspelt", "json")
def json_boolean(line):
    return replaced(line, r": true", ": ture") + replaced(line, r": false", ": flase")


@mistake("shell: end of a block dropped", "shell")
def shell_end(line):
    return [Plant(None, near=25, opener=True)] if re.match(r" *(done|fi|esac|\})$", line.text) else []


@mistake("shell: quote unclosed", "shell")
def shell_quote(line):
    plain = line.text.count('"') == 2 and "'" not in line.text and "\\" not in line.text and not line.text.strip().startswith("#")
    return replaced(line, r'"(?=[^"]*$)', "", near=0) if plain else []


@mistake("shell: parenthesis of a substitution dropped", "shell")
def substitution(line):
    return replaced(line, r'(\$\([^()\'"]*)\)', r"\1", near=0) if not line.text.strip().startswith("#") else []


@mistake("shell: keyword misspelt", "shell")
def shell_word(line):
    return replaced(line, r"; do$", "; od", near=12) + replaced(line, r"; then$", "; thne", near=12)
