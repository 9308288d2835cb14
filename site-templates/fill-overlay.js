// Overlays, which docbuild reads as customers/NAME.yml: writes one of the reader's values, and reads one.
(function () {
  "use strict";

  const fill = window.docbuildFill;
  const { values, fields } = fill;
  const { scale } = document.body.dataset;

  fill.overlay = (title) => {
    const quoted = (text) => JSON.stringify(text);
    const scalar = (key) => {
      if (!values[key]) return "";
      return " " + (fields.get(key).shape.list ? `[${values[key].split(", ").map(quoted).join(", ")}]` : quoted(values[key]));
    };
    const lines = [`customer: { title: ${quoted(title || "Customer")}, scale: ${scale} }`];
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

  // ── YAML as overlays are written in it: mappings, lists and scalars in both styles, comments ──

  const parse = (text) => {
    const lines = text
      .split(/\r?\n/)
      .map((text, index) => ({ text, number: index + 1 }))
      .filter(({ text }) => !/^\s*(#.*)?$|^(---|\.\.\.)\s*$|^%/.test(text));
    let at = 0; // the line
    let place = 0; // and the character in it
    const fail = (expected) => {
      const { number, text } = lines[Math.min(at, lines.length - 1)] || { number: 1, text: "" };
      throw new SyntaxError(`line ${number}, column ${Math.min(place, text.length) + 1}: ${expected}`);
    };
    const take = (pattern) => {
      pattern.lastIndex = place;
      const [found] = (at < lines.length && pattern.exec(lines[at].text)) || [];
      if (found !== undefined) place = pattern.lastIndex;
      return found;
    };
    // Over blanks, comments and, within brackets, the ends of lines.
    const skip = (depth) => {
      take(/[ \t]*((?<=^|\s)#.*)?/y);
      while (depth && at < lines.length && place >= lines[at].text.length) {
        at++;
        place = 0;
        take(/[ \t]*((?<=^|\s)#.*)?/y);
      }
    };
    const ends = { "{": "}", "[": "]" };

    const value = (depth) => {
      skip(depth);
      const open = take(/[{[]/y);
      if (open) {
        const made = open === "{" ? {} : [];
        for (;;) {
          skip(1);
          if (take(open === "{" ? /\}/y : /\]/y)) return made;
          const item = value(1);
          skip(1);
          if (open === "[") made.push(item);
          else if (take(/:/y)) made[item] = value(1);
          else if (/:/.test(item)) fail("expected a space after `:`");
          else made[item] = null;
          skip(1);
          if (!take(/,/y) && !/[\]}]/.test(lines[at] && lines[at].text[place])) fail(`expected ${ends[open]} or a comma`);
        }
      }
      const double = take(/"(?:[^"\\]|\\.)*"/y);
      if (double) {
        try {
          return JSON.parse(double);
        } catch (unknown) {
          fail("quoted text is not supported here");
        }
      }
      const single = take(/'(?:[^']|'')*'/y);
      if (single) return single.slice(1, -1).replaceAll("''", "'");
      if (at < lines.length && /[&*!|>@`"'%]/.test(lines[at].text[place])) {
        fail(`${lines[at].text[place]} is not supported here; write the value as it is`);
      }
      const plain = take(depth ? /(?:[^\s,[\]{}:#]|:(?![\s,[\]{}]|$)|(?<=\S)#|[ \t]+(?![\s#:]|$))+/y : /(?:[^\s:#]|:(?!\s|$)|(?<=\S)#|[ \t]+(?![\s#:]|$))+/y);
      return plain === undefined || /^(~|null)$/i.test(plain) ? null : plain.trim();
    };

    const indent = () => (at < lines.length ? lines[at].text.search(/\S/) : -1);
    const endOfLine = () => {
      skip(0);
      if (at < lines.length && place < lines[at].text.length) fail("expected the end of the line");
      at++;
      place = 0;
    };
    const isItem = () => /^ *-(\s|$)/.test(lines[at].text);
    // What follows a key or a hyphen: a value on the line, or a block beneath it.
    const content = (around, mayBeList) => {
      skip(0);
      if (place < lines[at].text.length) {
        const found = value(0);
        endOfLine();
        return found;
      }
      endOfLine();
      const inner = indent();
      if (inner > around || (mayBeList && inner === around && isItem())) return block(inner);
      return null;
    };
    const block = (around) => {
      const made = isItem() ? [] : {};
      while (indent() === around) {
        place = around;
        if (lines[at].text.includes("\t")) fail("expected spaces, found a tab");
        if (Array.isArray(made)) {
          if (!isItem()) break;
          const dash = take(/- */y);
          // A mapping that begins behind the hyphen goes on beneath it.
          if (/^[\w.-]+:(\s|$)/.test(lines[at].text.slice(place))) {
            lines[at].text = lines[at].text.slice(0, around) + " ".repeat(dash.length) + lines[at].text.slice(place);
            made.push(block(place));
          } else made.push(content(around, false));
          continue;
        }
        const key = take(/[\w.-]+(?=:(\s|$))/y) || (take(/"[^"\\]*"(?=:(\s|$))|'[^']*'(?=:(\s|$))/y) || "").slice(1, -1);
        if (!key) fail("expected a key and `:`");
        if (key in made) fail(`duplicate key ${key}`);
        take(/:/y);
        made[key] = content(around, true);
      }
      if (indent() > around) {
        place = indent();
        fail(`expected ${around} spaces before it`);
      }
      return made;
    };
    if (!lines.length) return {};
    const made = block(indent());
    if (at < lines.length) {
      place = indent();
      fail("expected no spaces before it");
    }
    return made;
  };

  // The values of an overlay by their keys, and what is to be said about it.
  fill.read = (text) => {
    const found = {};
    const others = [];
    const walk = (node, path) => {
      const isList = Array.isArray(node);
      if (isList && !node.some((item) => item && typeof item === "object")) node = node.join(", ");
      if (node === null || node === "") return;
      if (typeof node === "object") {
        for (const [key, inner] of Object.entries(node)) walk(inner, [...path, isList ? +key + 1 : key]);
      } else if (fields.has(path.join("."))) found[path.join(".")] = node;
      else others.push(path.join("."));
    };
    const { customer, ...rest } = parse(text);
    walk(rest, []);
    found.title = customer && customer.title;
    const said = [];
    if (customer && customer.scale && customer.scale !== scale) said.push(`The overlay is for the scale ${customer.scale}`);
    if (others.length) said.push(`Not open in this set: ${others.join(", ")}`);
    return { found, said: said.join(". ") };
  };
})();
