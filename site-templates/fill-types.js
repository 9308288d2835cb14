// What is wrong with a value, as ValueType+Parse.swift and ConstraintCheck.swift see it.
(function () {
  "use strict";

  const fill = window.docbuildFill;
  if (!fill) return;

  const isIPv4 = (text) => /^((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(?!$)|$)){4}$/.test(text);
  const isIPv6 = (text) => /^[\da-f:.]+$/i.test(text) && URL.canParse(`http:\/\/[${text}]/`);
  const bits = (address) => address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
  const network = (address, prefix) => bits(address) - (bits(address) % 2 ** (32 - prefix));
  const dotted = (number) => [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join(".");
  const isWhole = (text, least = -Infinity, most = Infinity) => /^(0|-?[1-9]\d*)$/.test(text) && text >= least && text <= most;
  const isPort = (text) => isWhole(text, 1, 65535);
  const isNumber = (text) => /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) && isFinite(text);
  const isName = (text, least) => {
    const labels = text.split(".");
    const areRight = labels.every((label) => /^[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/.test(label));
    return areRight && text.length <= 253 && labels.length >= least && !(labels.length > 1 && /^\d+$/.test(labels.at(-1)));
  };
  const component = "[a-z\\d]+([._-]+[a-z\\d]+)*";
  const image = new RegExp(
    `^([A-Za-z\\d][A-Za-z\\d.-]*(:\\d+)?/)?${component}(/${component})*(:\\w[\\w.-]{0,127})?(@sha256:[a-f\\d]{64})?$`,
  );

  // How a type is known, and what is said where it is not; a test may say it itself.
  const types = {
    int: [(text) => isWhole(text), "A whole number"],
    float: [isNumber, "A number"],
    percent: [(text) => isNumber(text) && text >= 0 && text <= 100, "A number from 0 to 100"],
    bool: [/^(true|false)$/, "true or false"],
    enum: [(text, { values }) => values.includes(text) || `One of ${values.join(", ")}`],
    ipv4: [isIPv4, "An IPv4 address: four numbers from 0 to 255 without leading zeros"],
    ipv6: [isIPv6, "An IPv6 address, such as fd00:20::10"],
    cidr: [(text) => {
      const [address, prefix, ...rest] = text.split("/");
      if (rest.length || !isIPv4(address) || !isWhole(prefix, 0, 32)) return false;
      return network(address, prefix) === bits(address) || `The network is ${dotted(network(address, prefix))}/${prefix}`;
    }, "A network, such as 10.20.0.0/24"],
    port: [isPort, "A port: a number from 1 to 65535"],
    "port-range": [(text) => {
      const ends = text.split("-");
      return ends.length === 2 && ends.every(isPort) && +ends[0] <= ends[1];
    }, "A range of ports, such as 50100-50200"],
    "host-port": [(text) => {
      const [, host, port] = text.match(/^(.*):(.*)$/) || [];
      if (!isPort(port)) return false;
      return /^\[.*\]$/.test(host) ? isIPv6(host.slice(1, -1)) : isIPv4(host) || isName(host, 1);
    }, "A host and a port, such as 10.20.0.10:443"],
    bytes: [(text) => fill.quantity(text, false), "An amount of data with its unit, such as 32GiB"],
    duration: [(text) => fill.quantity(text, true), "A duration with its unit, such as 30s"],
    hostname: [(text) => isName(text, 1), "A host name in lower case"],
    fqdn: [(text) => isName(text, 2), "A full domain name in lower case, such as chat.example.org"],
    url: [/^[^: ]+:\/\/[^/?# @]+([/?#][^ ]*)?$/, "An address without user and password"],
    email: [(text) => /^[^@ ]+@[^@]+$/.test(text) && isName(text.split("@")[1].toLowerCase(), 2), "A mail address"],
    path: [/^\/(?!(.*\/)?\.\.(\/|$))/s, "An absolute path without .."],
    username: [/^[a-z_][a-z\d_-]{0,31}$/, "A user name in lower case"],
    interface: [(text) => /^[^ /]+$/.test(text) && new TextEncoder().encode(text).length <= 15, "A network interface, at most 15 bytes"],
    version: [/^[a-z\d][a-z\d.+_~-]*$/i, "A version, such as 1.27.3"],
    image: [image, "An image, such as registry.example.org/redis:7.4"],
  };

  const matches = (text, pattern) => {
    try {
      return new RegExp(pattern, "u").test(text);
    } catch (unknown) {
      return true; // the compiler says so where it is declared
    }
  };
  const amount = (text, { type }) => (/^(bytes|duration)$/.test(type) ? (fill.quantity(text, type === "duration") || {}).amount : +text);

  const mistake = (text, shape) => {
    const [isRight, words] = types[shape.type] || [/^/];
    const answer = isRight.test ? isRight.test(text) : isRight(text, shape);
    if (!answer || typeof answer === "string") return answer || words;
    const length = Array.from(text).length;
    if (length < shape.minLength) return `At least ${shape.minLength} characters`;
    if (length > shape.maxLength) return `At most ${shape.maxLength} characters`;
    const charset = shape.charset && `^[${shape.charset.replace(/[\]\\^]/g, "\\$&")}]*$`;
    if (charset && !matches(text, charset)) return `Only the characters ${shape.charset}`;
    if (shape.pattern && !matches(text, shape.pattern)) return `A text that matches ${shape.pattern}`;
    if (shape.min && amount(text, shape) < amount(shape.min, shape)) return `At least ${shape.min}`;
    if (shape.max && amount(text, shape) > amount(shape.max, shape)) return `At most ${shape.max}`;
  };
  const parts = (text, { list }) => (list ? text.split(",").map((part) => part.trim()) : [text]);

  // What is wrong with a text; nothing where it is a value of its type.
  fill.mistake = (text, shape) => parts(text, shape).map((part) => mistake(part, shape)).find(Boolean);
  // A value as it is printed.
  fill.canonical = (text, shape) =>
    parts(text, shape)
      .map((part) => (/^(bytes|duration)$/.test(shape.type) ? fill.quantity(part, shape.type === "duration").text : part))
      .join(", ");

  const ports = (text) => text.split("-").map(Number);
  const breaks = {
    distinct: [(one, other) => one === other, "The same as"],
    same: [(one, other) => one !== other, "Not the same as"],
    disjoint: [(one, other) => ports(one)[0] <= ports(other).at(-1) && ports(other)[0] <= ports(one).at(-1), "Shares a port with"],
  };
  // What is wrong with the value of a key beside others.
  fill.conflict = (key, { in: own, network: given }, constraints) => {
    const { values } = fill;
    const [base, prefix] = (values[own] || given || "").split("/");
    if (prefix && isIPv4(values[key]) && network(values[key], prefix) !== bits(base)) return `An address in ${base}/${prefix}`;
    for (const { kind, keys, given, message } of constraints) {
      if (!keys.includes(key)) continue;
      const [isBroken, words] = breaks[kind];
      const others = [...keys.filter((other) => other !== key && values[other]).map((other) => [other, values[other]]), ...Object.entries(given)];
      const other = others.find(([, value]) => isBroken(values[key], value));
      if (other) return `${words} ${other[0]}: ${message}`;
    }
  };
})();
