// What is wrong with a value, as the compiler's KindShape.swift and ConstraintCheck.swift see it.
(function () {
  "use strict";

  const fill = window.docbuildFill;
  if (!fill) return;

  // The kinds of values as the compiler describes them: pattern, demand, bounds, words.
  const kinds = JSON.parse(document.querySelector(".fill").dataset.kinds);
  const is = (kind, text) => new RegExp(kinds[kind].pattern, "u").test(text);
  const bits = (address) => address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
  const network = (address, prefix) => bits(address) - (bits(address) % 2 ** (32 - prefix));
  const dotted = (number) => [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join(".");
  const isPort = (text) => text >= 1 && text <= 65535;
  const isIPv6 = (text) => URL.canParse(`http:\/\/[${text}]/`);
  const isName = (text) => text.length <= 253 && !/\.\d+$/.test(text);

  // What a pattern cannot say; a text that is an answer says what is right.
  const demands = {
    network: (text) => {
      const [address, prefix] = text.split("/");
      return network(address, prefix) === bits(address) || `The network is ${dotted(network(address, prefix))}/${prefix}`;
    },
    ipv6: isIPv6,
    ascending: (text) => text.split("-").every(isPort) && +text.split("-")[0] <= +text.split("-")[1],
    host: (text) => {
      const [, host, port] = text.match(/^(.*):(.*)$/);
      if (!isPort(port)) return false;
      return /^\[.*\]$/.test(host) ? isIPv6(host.slice(1, -1)) : is("ipv4", host) || (is("hostname", host) && isName(host));
    },
    name: (text) => isName(text.split("@").at(-1)),
    "fifteen-bytes": (text) => new TextEncoder().encode(text).length <= 15,
    amount: (text) => Boolean(fill.quantity(text, /[smhdw]$/.test(text))),
  };

  const matches = (text, pattern) => {
    try {
      return new RegExp(pattern, "u").test(text);
    } catch (unknown) {
      return true; // the compiler says so where it is declared
    }
  };
  const amount = (text, { type }) => (/^(bytes|duration)$/.test(type) ? (fill.quantity(text, type === "duration") || {}).amount : parseFloat(text));

  // As ControlCharacter.swift has them.
  const control = /[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;
  const judge = (text, { type, values }) => {
    const { pattern, demand, least = -Infinity, most = Infinity, words } = kinds[type];
    if (control.test(text)) return "Expected one line without control characters";
    if (type === "enum") return values.includes(text) || `Expected one of ${values.join(", ")}`;
    const isRight = (!pattern || is(type, text)) && !(parseFloat(text) < least || parseFloat(text) > most) && (!demand || demands[demand](text));
    return isRight || `Expected ${words}`;
  };
  const mistake = (text, shape) => {
    const answer = judge(text, shape);
    if (answer !== true) return answer;
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
      .map((part) => (/^(bytes|duration)$/.test(shape.type) ? fill.quantity(part, shape.type === "duration").text : part.replace(shape.type === "percent" ? "%" : "", "")))
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
    if (prefix && is("ipv4", values[key]) && network(values[key], prefix) !== bits(base)) return `An address in ${base}/${prefix}`;
    for (const { kind, keys, given, message } of constraints) {
      if (!keys.includes(key)) continue;
      const [isBroken, words] = breaks[kind];
      const others = [...keys.filter((other) => other !== key && values[other]).map((other) => [other, values[other]]), ...Object.entries(given)];
      const other = others.find(([, value]) => isBroken(values[key], value));
      if (other) return `${words} ${other[0]}: ${message}`;
    }
  };
})();
