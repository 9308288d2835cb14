"""Mistakes in fences of YAML, each schema with its own keys."""
import re

from . import Plant, misspelt, mistake, replaced

YAML = ("compose", "prometheus", "rules", "alertmanager", "grafana", "patroni", "etcd", "livekit", "vars", "yaml")
CLOSED = ("compose", "prometheus", "rules", "alertmanager", "grafana", "patroni", "etcd", "livekit")
KEYS = {  # keys of mappings that are closed
    "compose": "services|image|restart|network_mode|user|read_only|tmpfs|cap_drop|cap_add|volumes|ulimits|command|"
               "environment|depends_on|condition|healthcheck|test|interval|timeout|retries|env_file|ports|group_add",
    "prometheus": "global|scrape_interval|evaluation_interval|rule_files|alerting|alert_relabel_configs|source_labels|"
                  "regex|target_label|alertmanagers|static_configs|scrape_configs|job_name|targets|metrics_path|"
                  "relabel_configs|replacement|scheme|basic_auth|username|password_file|tls_config|ca_file|file_sd_configs",
    "rules": "groups|name|rules|alert|expr|labels|annotations|record",
    "alertmanager": "global|smtp_smarthost|smtp_from|smtp_require_tls|resolve_timeout|route|receiver|group_by|group_wait|"
                    "group_interval|repeat_interval|routes|matchers|receivers|email_configs|send_resolved|inhibit_rules|"
                    "source_matchers|target_matchers|equal",
    "grafana": "apiVersion|datasources|name|type|access|isDefault|providers|options|editable",
    "patroni": "scope|restapi|listen|connect_address|authentication|username|password|etcd3|hosts|bootstrap|"
               "loop_wait|retry_timeout|failsafe_mode|primary_start_timeout|maximum_lag_on_failover|synchronous_mode|"
               "synchronous_node_count|use_pg_rewind|use_slots|max_connections|shared_buffers|effective_cache_size|"
               "work_mem|max_wal_size|checkpoint_timeout|data_dir|bin_dir|watchdog|device|safety_margin|nofailover",
    "etcd": "data-dir|listen-peer-urls|listen-client-urls|listen-metrics-urls|initial-advertise-peer-urls|"
            "advertise-client-urls|initial-cluster-state|heartbeat-interval|election-timeout|quota-backend-bytes",
    "livekit": "bind_addresses|prometheus|tcp_port|udp_port|use_external_ip|node_ip|turn_servers|protocol|redis|"
               "sentinel_master_name|sentinel_addresses|password|auto_create|empty_timeout|webhook|api_key|"
               "node_selector|sort_by|sysload_limit|enabled|logging|level",
}


@mistake("yaml: key misspelt", *CLOSED)
def key(line):
    return misspelt(line, r"^ *(?:- )?(" + KEYS[line.kind] + r"):(?= |$)")


@mistake("yaml: variable misspelt", "vars")
def variable(line):
    return misspelt(line, r"^(?:matrix|postgres|devture|traefik)_([a-z_]+):")


@mistake("yaml: quote unclosed", *YAML)
def quote(line):
    return replaced(line, r'^( *(?:- )?[\w-]+: "[^"\\]*)"$', r"\1", near=1)


@mistake("yaml: bracket unclosed", *YAML)
def bracket(line):
    return replaced(line, r"(: \[.*)\]$", r"\1", near=1) + replaced(line, r"(: \{.*) \}$", r"\1", near=1)


@mistake("yaml: boolean misspelt", *YAML)
def boolean(line):
    return replaced(line, r": (tr)(u)(e)$", r": \1\3\2") + replaced(line, r": false$", ": flase")


@mistake("yaml: key twice", *YAML)
def twice(line):
    return [Plant(line.text + "\n" + line.text, near=1)] if re.match(r" *[\w-]+: [^\[{>|&]", line.text) else []


@mistake("yaml: tab for spaces", *YAML)
def tab(line):
    return replaced(line, r"^ +(?=[\w-]+: )", "\t", near=1) if line.path and not indented(line) else []


@mistake("yaml: colon dropped", *CLOSED, "vars")
def colon(line):
    return replaced(line, r"^( *[\w-]+):(?= [\w\"])", r"\1", near=1) if sibling(line) else []


@mistake("yaml: space after the colon dropped", *CLOSED, "vars")
def space(line):
    return replaced(line, r"^( *[\w-]+): (?=[\w.]+$)", r"\1:", near=1) if sibling(line) else []


@mistake("yaml: indentation of one line", *CLOSED)
def indentation(line):
    return [Plant(" " + line.text, near=1)] if sibling(line) else []


@mistake("yaml: a word for a number", "compose", "patroni", "etcd", "livekit", "vars")
def number(line):
    names = (r"(retries|loop_wait|ttl|synchronous_node_count|port|tcp_port|empty_timeout|heartbeat-interval|"
             r"election-timeout|quota-backend-bytes|max_wal_senders|safety_margin|matrix_synapse_database_port)")
    return replaced(line, r"(?<=\b)" + names + r": \d+$", r"\1: many")


@mistake("yaml: port out of range", "livekit", "vars", "prometheus", "patroni")
def port(line):
    return replaced(line, r"(port: \d{4,5})$", r"\g<1>222") + replaced(line, r"(:\d{4})(?=\"|$)", r"\g<1>222")


@mistake("yaml: unit misspelt", "prometheus", "rules", "alertmanager", "compose")
def unit(line):
    return replaced(line, r": (\d+)(s|m|h)$", r": \1\2ec")


@mistake("compose: volume misspelt", "compose")
def volume(line):
    return misspelt(line, r"^ +- (\w[\w-]+):/", needs=r"^ *(redis-data|[\w-]+):$")


@mistake("compose: service misspelt", "compose")
def service(line):
    return misspelt(line, r"^ +([\w-]+): \{ condition: ") + misspelt(line, r"^ +- (redis|livekit|prometheus)$")


@mistake("compose: word of a fixed list misspelt", "compose")
def choice(line):
    return (misspelt(line, r"restart: ([\w-]+)") + misspelt(line, r"condition: (service_\w+)")
            + misspelt(line, r"\b(CHOWN|NET_BIND_SERVICE|DAC_OVERRIDE)\b"))


@mistake("rules: parenthesis dropped in an expression", "rules")
def parenthesis(line):
    return replaced(line, r"(expr: .*\w\(.*)\)(?=[^)]*$)", r"\1")


@mistake("rules: function misspelt", "rules")
def function(line):
    return misspelt(line, r"\b(rate|increase|histogram_quantile|vector|absent|predict_linear|label_replace)\(")


@mistake("rules: quote of a matcher unclosed", "rules")
def matcher(line):
    return replaced(line, r'(expr: .*[{,]\w+="[^"]*)"(?=\})', r"\1")


@mistake("rules: brace of a template dropped", "rules")
def template(line):
    return replaced(line, r"(summary: .*\{\{ \$labels\.\w+ )\}\}", r"\1}")


@mistake("rules: filter of a template misspelt", "rules")
def pipe(line):
    return misspelt(line, r"\| (humanize\w*)")


@mistake("alertmanager: receiver misspelt", "alertmanager")
def receiver(line):
    return misspelt(line, r"receiver: (\w+)$", needs=r"- name: ")


@mistake("alertmanager: matcher without its operator", "alertmanager")
def operator(line):
    return replaced(line, r"(severity|alertname)=\"", r'\1"')


def indented(line):
    return line.opener and re.match(r" +<<", line.before)


def sibling(line):
    """Whether the line before is a scalar of the same mapping."""
    indent = re.match(r" *", line.text)[0]
    return (indent and re.match(indent + r"[\w-]+: [^\[{>|&\s]", line.before)
            and re.match(indent + r"[\w-]+: [^\[{>|&\s]", line.text)
            and re.match(r" +", line.text)[0] == re.match(r" +", line.before)[0])
