// The reader's own values: they stand wherever this set prints them. Nothing leaves the browser.
(function () {
  "use strict";

  const { load, stored } = window.docbuild;
  const place = "docbuild-values " + document.currentScript.dataset.set;
  const kept = stored(place);
  // Where storage is refused the values last as long as the page.
  const fill = (window.docbuildFill = { values: JSON.parse(kept || "{}"), isKept: kept !== false, load });
  fill.keep = () => (fill.isKept = stored(place, JSON.stringify(fill.values)));
  fill.save = (name, text) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text]));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };

  // An amount of data or time, as Quantity.swift reads and prints it.
  const sizes = { B: 1, kB: 1e3, KiB: 2 ** 10, MB: 1e6, MiB: 2 ** 20, GB: 1e9, GiB: 2 ** 30, TB: 1e12, TiB: 2 ** 40 };
  const times = { ms: 1, s: 1e3, m: 6e4, h: 36e5, d: 864e5, w: 6048e5 };
  fill.quantity = (text, isTime) => {
    const units = isTime ? times : sizes;
    if (!/^\d+ *[A-Za-z]+$/.test(text) && !(isTime && /^(\d+[a-z]+)+$/.test(text))) return null;
    let amount = 0;
    let unit = null;
    for (const [, number, name] of text.matchAll(/(\d+) *([A-Za-z]+)/g)) {
      if (!Object.hasOwn(units, name) || (unit && units[name] >= units[unit])) return null;
      amount += number * units[name];
      unit = name;
    }
    return { amount, unit, text: `${amount / units[unit]} ${unit}` };
  };

  // The views of Value+Views.swift: of an amount, the first unit in which it is whole.
  const whole = (units) => (text) => {
    const { amount } = fill.quantity(text, /[smhdw]$/.test(text)) || {};
    for (const [suffix, size] of Object.entries(units)) if (amount % size === 0) return amount / size + suffix;
  };
  const views = {
    network: (text) => text.split("/")[0],
    prefix: (text) => text.split("/")[1],
    host: (text) => text.slice(0, text.lastIndexOf(":")),
    port: (text) => text.split(":").at(-1),
    onoff: (text) => (text === "true" ? "on" : "off"),
    lines: (text) => text.replaceAll(", ", "\n"),
    spaces: (text) => text.replaceAll(", ", " "),
    commas: (text) => text.replaceAll(", ", ","),
    bytes: whole({ "": 1 }),
    ms: whole({ "": 1 }),
    seconds: whole({ "": 1e3 }),
    minutes: whole({ "": 6e4 }),
    mib: whole({ "": 2 ** 20 }),
    gib: whole({ "": 2 ** 30 }),
    compose: (text) => whole(/[smhdw]$/.test(text) ? { s: 1e3 } : { g: 2 ** 30, m: 2 ** 20, k: 2 ** 10, b: 1 })(text),
    postgres: whole({ GB: 2 ** 30, MB: 2 ** 20, kB: 2 ** 10, B: 1 }),
  };

  // What stands for a key: the reader's value, one of a list, a view of either; nothing where none is given.
  fill.printed = (key, view, behind) => {
    const [, list, number] = key.match(/^(.*?)\.(\d+)(?:\.value)?$/) || [];
    let text = fill.values[key] ?? (fill.values[list] || "").split(", ")[number - 1];
    if (text && view) text = views[view] && views[view](text);
    // An IPv6 address before a port stands in brackets.
    return text && /:.*:/.test(text) && /^:\d/.test(behind || "") ? `[${text}]` : text;
  };

  fill.show = () => {
    for (const mark of document.querySelectorAll(".ph:is(.open, .example)[data-key]")) {
      const { key, view } = mark.dataset;
      mark.dataset.hint ??= mark.textContent;
      const text = fill.printed(key, view, mark.nextSibling && mark.nextSibling.nodeValue);
      mark.textContent = text || mark.dataset.hint;
      mark.classList.toggle("mine", !!text);
    }
  };
  fill.show();

  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a[download]");
    if (!link || !window.DecompressionStream) return;
    // From disk a browser opens a file instead of saving it, so there all files are taken from the scripts.
    const isWanted = link.protocol === "file:" || Object.keys(fill.values).length > 0;
    if (!isWanted) return;
    const address = link.dataset.path || decodeURIComponent(link.pathname);
    const [, host, path] = address.match(/^(?:.*\/)?files\/([^/]+)\/(.+)$/) || [];
    if (!host) return;
    event.preventDefault();
    if (!fill.file) await fill.load("assets/fill-files.js");
    fill.save(path.split("/").at(-1), await fill.file(host, path));
  });
})();
