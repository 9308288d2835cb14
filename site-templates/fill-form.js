// The page of values as a form: what a reader types is held against its type, kept and shown.
(function () {
  "use strict";

  const fill = window.docbuildFill;
  const form = document.querySelector(".fill");
  if (!fill || !form) return;
  const { values } = fill;
  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  // ── Types, as ValueType+Parse.swift reads them ──

  const octet = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  const ipv4 = new RegExp(`^${octet}(\\.${octet}){3}$`);
  const bits = (address) => address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
  const network = (address, prefix) => Math.floor(bits(address) / 2 ** (32 - prefix)) * 2 ** (32 - prefix);
  const dotted = (number) => [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join(".");
  const isIPv6 = (text) => /^[\da-f:.]+$/i.test(text) && URL.canParse(`http:\/\/[${text}]/`);
  const isNumber = (text, least, most) => /^(0|-?[1-9]\d*)$/.test(text) && text >= least && text <= most;
  const isPort = (text) => isNumber(text, 1, 65535);
  const isName = (text, least) => {
    const labels = text.split(".");
    const areRight = labels.every((label) => /^[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/.test(label));
    return areRight && text.length <= 253 && labels.length >= least && !(labels.length > 1 && /^\d+$/.test(labels.at(-1)));
  };
  const isFraction = (text) => /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) && isFinite(text);
  const types = {
    string: [() => true],
    int: [(text) => isNumber(text, -Infinity, Infinity), "A whole number"],
    float: [isFraction, "A number"],
    percent: [(text) => isFraction(text) && text >= 0 && text <= 100, "A number from 0 to 100"],
    bool: [(text) => /^(true|false)$/.test(text), "true or false"],
    enum: [(text, shape) => shape.values.includes(text), ({ values }) => "One of " + values.join(", ")],
    ipv4: [(text) => ipv4.test(text), "An IPv4 address: four numbers from 0 to 255 without leading zeros"],
    ipv6: [isIPv6, "An IPv6 address, such as fd00:20::10"],
    cidr: [(text) => {
      const [address, prefix, ...rest] = text.split("/");
      if (rest.length || !ipv4.test(address) || !isNumber(prefix || "", 0, 32)) return false;
      return network(address, prefix) === bits(address) || `The network is ${dotted(network(address, prefix))}/${prefix}`;
    }, "A network, such as 10.20.0.0/24"],
    port: [isPort, "A port: a number from 1 to 65535"],
    "port-range": [(text) => {
      const ends = text.split("-");
      return ends.length === 2 && ends.every(isPort) && +ends[0] <= ends[1];
    }, "A range of ports, such as 50100-50200"],
    "host-port": [(text) => {
      const [, host, port] = text.match(/^(.*):(.*)$/) || [];
      if (!isPort(port || "")) return false;
      return /^\[.*\]$/.test(host) ? isIPv6(host.slice(1, -1)) : ipv4.test(host) || isName(host, 1);
    }, "A host and a port, such as 10.20.0.10:443"],
    bytes: [(text) => fill.quantity(text, false), "An amount of data with its unit, such as 32GiB"],
    duration: [(text) => fill.quantity(text, true), "A duration with its unit, such as 30s"],
    hostname: [(text) => isName(text, 1), "A host name in lower case"],
    fqdn: [(text) => isName(text, 2), "A full domain name in lower case, such as chat.example.org"],
    url: [(text) => /^[^: ]+:\/\/[^/?# @]+([/?#][^ ]*)?$/.test(text), "An address without user and password"],
    email: [(text) => /^[^@ ]+@[^@]+$/.test(text) && isName(text.split("@")[1].toLowerCase(), 2), "A mail address"],
    path: [(text) => /^\//.test(text) && !text.split("/").includes(".."), "An absolute path without .."],
    username: [(text) => /^[a-z_][a-z\d_-]{0,31}$/.test(text), "A user name in lower case"],
    interface: [(text) => /^[^ /]+$/.test(text) && new TextEncoder().encode(text).length <= 15, "A network interface, at most 15 bytes"],
    version: [(text) => /^[a-z\d][a-z\d.+_~-]*$/i.test(text), "A version, such as 1.27.3"],
    image: [(text) => {
      const name = "[a-z\\d]+([._-]+[a-z\\d]+)*";
      return new RegExp(`^([A-Za-z\\d][A-Za-z\\d.-]*(:\\d+)?/)?${name}(/${name})*(:\\w[\\w.-]{0,127})?(@sha256:[a-f\\d]{64})?$`).test(text);
    }, "An image, such as registry.example.org/redis:7.4"],
  };

  const amount = (text, type) => (type === "bytes" || type === "duration" ? (fill.quantity(text, type === "duration") || {}).amount : +text);
  // What is wrong with one text; nothing where it is a value of its type.
  const mistake = (text, shape) => {
    const [isRight, words] = types[shape.type] || types.string;
    const answer = isRight(text, shape);
    if (typeof answer === "string") return answer;
    if (!answer) return typeof words === "function" ? words(shape) : words;
    const length = Array.from(text).length;
    if (length < shape.minLength) return `At least ${shape.minLength} characters`;
    if (length > shape.maxLength) return `At most ${shape.maxLength} characters`;
    if (shape.pattern && !new RegExp(shape.pattern, "u").test(text)) return `A text that matches ${shape.pattern}`;
    if (shape.min && amount(text, shape.type) < amount(shape.min, shape.type)) return `At least ${shape.min}`;
    if (shape.max && amount(text, shape.type) > amount(shape.max, shape.type)) return `At most ${shape.max}`;
    const [base, prefix] = (values[shape.in] || "").split("/");
    if (prefix && ipv4.test(text) && network(text, prefix) !== bits(base)) return `An address in ${values[shape.in]}`;
  };
  const parts = (text, { list }) => (list ? text.split(",").map((part) => part.trim()) : [text]);
  fill.mistake = (text, shape) => parts(text, shape).map((part) => mistake(part, shape)).find(Boolean);
  const canonical = (text, shape) =>
    parts(text, shape)
      .map((part) => (/^(bytes|duration)$/.test(shape.type) ? fill.quantity(part, shape.type === "duration").text : part))
      .join(", ");

  // ── The form ──

  const fields = new Map();
  const distinct = JSON.parse(form.dataset.distinct || "[]");
  const twice = (key) => {
    for (const keys of distinct.filter((keys) => keys.includes(key))) {
      const other = keys.find((other) => other !== key && values[other] === values[key]);
      if (other) return `The same as ${other}`;
    }
  };
  const status = form.querySelector("[role=status]");
  const say = (text) => (status.textContent = text);
  const count = () => {
    const wrong = document.querySelectorAll(".own [aria-invalid=true]").length;
    const given = Array.from(fields.keys()).filter((key) => values[key]).length;
    say(`${given} of ${fields.size} set` + (wrong ? `, ${wrong} to correct` : "") + (fill.isKept ? "" : ". This browser keeps nothing: export before you leave"));
  };
  const check = (key) => {
    const { input, note, shape } = fields.get(key);
    const text = input.value.trim();
    const wrong = text && (fill.mistake(text, shape) || (values[key] && twice(key)));
    note.textContent = wrong || "";
    input.setAttribute("aria-invalid", !!wrong);
    return !wrong;
  };
  const take = (key) => {
    const { input, shape } = fields.get(key);
    const text = input.value.trim();
    // A value of the wrong type stands in the field alone.
    if (text && !fill.mistake(text, shape)) values[key] = canonical(text, shape);
    else delete values[key];
  };
  const changed = () => {
    for (const key of fields.keys()) check(key);
    fill.keep();
    fill.show();
    count();
  };
  for (const row of document.querySelectorAll("tr[data-shape]")) {
    const key = row.id;
    const shape = JSON.parse(row.dataset.shape);
    shape.list = shape.type.startsWith("list<");
    if (shape.list) shape.type = shape.type.slice(5, -1);
    const note = make("span", { className: "wrong", id: `wrong-${key}` });
    const input = make("input", { type: "text", value: values[key] || "", placeholder: row.querySelector(".like").textContent, spellcheck: false, autocomplete: "off" });
    input.setAttribute("aria-label", `Your value of ${key}`);
    input.setAttribute("aria-describedby", note.id);
    fields.set(key, { input, note, shape });
    input.addEventListener("input", () => {
      take(key);
      changed();
    });
    row.querySelector("th").append(make("div", { className: "own" }, input, note));
  }

  // ── Overlays: what docbuild reads as customers/NAME.yml ──

  const title = form.querySelector("input[type=text]");
  const quoted = (text) => JSON.stringify(text);
  const scalar = (key) => {
    if (!values[key]) return "";
    return " " + (fields.get(key).shape.list ? `[${values[key].split(", ").map(quoted).join(", ")}]` : quoted(values[key]));
  };
  fill.overlay = () => {
    const lines = [`customer: { title: ${quoted(title.value.trim() || "Customer")}, scale: ${document.body.dataset.scale} }`];
    let before = [];
    for (const key of fields.keys()) {
      const parts = key.split(".");
      const [space, group, index, ...field] = parts;
      if (space !== before[0]) lines.push(`${space}:`);
      if (space !== "servers") lines.push(`  ${parts.slice(1).join(".")}:${scalar(key)}`);
      else {
        if (group !== before[1]) lines.push(`  ${group}:`);
        const isSame = group === before[1] && index === before[2];
        lines.push(`    ${isSame ? " " : "-"} ${field.join(".")}:${scalar(key)}`);
      }
      before = parts;
    }
    return lines.join("\n") + "\n";
  };

  // Reads overlays in block style: what is exported here and what `docbuild values new` writes.
  fill.read = (text) => {
    const found = {};
    let unread = 0;
    let [space, group, index] = ["", "", 0];
    for (const line of text.split(/\r?\n/)) {
      const [, indent, dash, key, rest] = line.match(/^( *)(- )? *([\w.-]+): *(.*)$/) || [];
      const bare = (rest || "").replace(/(^|\s)#.*$/, (match) => (/^["'[]/.test(rest) ? match : "")).trim();
      if (!key) unread += /^\s*(#.*)?$/.test(line) ? 0 : 1;
      else if (key === "customer" && !indent) {
        found.title = (rest.match(/title: *("(?:[^"\\]|\\.)*")/) || [])[1];
      } else if (!indent) [space, group] = [key, ""];
      else if (space === "servers" && indent.length === 2 && !dash) [group, index] = [key, 0];
      else {
        if (dash) index++;
        const path = space === "servers" ? `servers.${group}.${index}.${key}` : `${space}.${key}`;
        try {
          const value = /^["[]/.test(bare) ? JSON.parse(bare) : bare.replace(/^'(.*)'$/, "$1");
          if (value && fields.has(path)) found[path] = [].concat(value).join(", ");
          else if (value) unread++;
        } catch (mistake) {
          unread++;
        }
      }
    }
    return { found, unread };
  };

  const press = (name, act) => form.querySelector(`[data-act=${name}]`).addEventListener("click", act);
  const file = form.querySelector("input[type=file]");
  press("export", () => fill.save(`${(title.value.toLowerCase().match(/[a-z\d]+/g) || ["customer"]).join("-")}.yml`, fill.overlay()));
  press("import", () => file.click());
  press("clear", () => {
    if (!confirm("Remove all values from this browser?")) return;
    for (const [key, { input }] of fields) {
      input.value = "";
      take(key);
    }
    changed();
  });
  file.addEventListener("change", async () => {
    const { found, unread } = fill.read(await file.files[0].text());
    if (found.title) title.value = JSON.parse(found.title);
    for (const [key, { input }] of fields) {
      if (!found[key]) continue;
      input.value = found[key];
      take(key);
    }
    file.value = "";
    changed();
    if (unread) say(`${status.textContent}. ${unread} lines were not understood`);
  });
  title.value = values.title || "";
  title.addEventListener("input", () => {
    values.title = title.value;
    fill.keep();
  });
  form.hidden = false;
  count();
  for (const key of fields.keys()) check(key);
})();
