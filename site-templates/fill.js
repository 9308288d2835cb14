// The reader's own values: they stand wherever this set prints them. Nothing leaves the browser.
(function () {
  "use strict";

  const { root, set } = document.currentScript.dataset;
  const place = "docbuild-values " + set;
  // Storage may be refused; then the values last as long as the page.
  const fill = (window.docbuildFill = { values: {}, isKept: true });
  try {
    fill.values = JSON.parse(localStorage.getItem(place)) || {};
  } catch (refused) {
    fill.isKept = false;
  }
  fill.keep = () => {
    try {
      localStorage.setItem(place, JSON.stringify(fill.values));
    } catch (refused) {
      fill.isKept = false;
    }
  };

  // An amount of data or time, as Quantity.swift reads and prints it.
  const sizes = { B: 1, kB: 1e3, KiB: 2 ** 10, MB: 1e6, MiB: 2 ** 20, GB: 1e9, GiB: 2 ** 30, TB: 1e12, TiB: 2 ** 40 };
  const times = { ms: 1, s: 1e3, m: 6e4, h: 36e5, d: 864e5, w: 6048e5 };
  fill.quantity = (text, isTime) => {
    const units = isTime ? times : sizes;
    if (!/^\d+ ?[A-Za-z]+$/.test(text) && !(isTime && /^(\d+[a-z]+)+$/.test(text))) return null;
    let amount = 0;
    let unit = null;
    for (const [, number, name] of text.matchAll(/(\d+) ?([A-Za-z]+)/g)) {
      if (!Object.hasOwn(units, name) || (unit && units[name] >= units[unit])) return null;
      amount += number * units[name];
      unit = name;
    }
    return { amount, unit, text: `${amount / units[unit]} ${unit}` };
  };

  const whole = (text, units) => {
    const { amount } = fill.quantity(text, /[smhdw]$/.test(text)) || {};
    for (const [suffix, size] of units) if (amount % size === 0) return amount / size + suffix;
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
    bytes: (text) => whole(text, [["", 1]]),
    ms: (text) => whole(text, [["", 1]]),
    seconds: (text) => whole(text, [["", 1e3]]),
    minutes: (text) => whole(text, [["", 6e4]]),
    mib: (text) => whole(text, [["", 2 ** 20]]),
    gib: (text) => whole(text, [["", 2 ** 30]]),
    compose: (text) => whole(text, /[smhdw]$/.test(text) ? [["s", 1e3]] : [["g", 2 ** 30], ["m", 2 ** 20], ["k", 2 ** 10], ["b", 1]]),
    postgres: (text) => whole(text, [["GB", 2 ** 30], ["MB", 2 ** 20], ["kB", 2 ** 10], ["B", 1]]),
  };

  // What stands for a key: the reader's value, one of a list, a view of either; nothing where none is given.
  const printed = (key, view, behind = "") => {
    const [, list, number] = key.match(/^(.*?)\.(\d+)(?:\.value)?$/) || [];
    let text = fill.values[key] ?? (fill.values[list] || "").split(", ")[number - 1];
    if (text && view) text = views[view] && views[view](text);
    // An IPv6 address before a port stands in brackets.
    return text && /:.*:/.test(text) && /^:\d/.test(behind) ? `[${text}]` : text;
  };

  fill.show = () => {
    for (const mark of document.querySelectorAll(".ph:is(.open, .example)[data-key]")) {
      const { key, view } = mark.dataset;
      mark.dataset.hint ??= mark.textContent;
      const text = printed(key, view, mark.nextSibling && mark.nextSibling.nodeValue);
      mark.textContent = text || mark.dataset.hint;
      mark.classList.toggle("mine", !!text);
    }
  };
  fill.show();

  // Files of servers: each server's are in a script, deflated, with marks where values stand.
  const files = {};
  fill.files = (host, packed) => {
    const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
    const text = new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).json();
    files[host].resolve(text);
  };
  const filesOf = (host) => {
    if (!files[host]) {
      files[host] = {};
      files[host].text = new Promise((resolve, reject) => Object.assign(files[host], { resolve, reject }));
      const script = document.createElement("script");
      script.src = `${root}assets/fill/${host}.js`;
      script.onerror = () => files[host].reject(new Error(`${script.src} is missing`));
      document.head.append(script);
    }
    return files[host].text;
  };
  const filled = (text) =>
    text
      .split(/[\x01\x02]/)
      .map((piece, index, all) => {
        if (index % 2 === 0) return piece;
        const [key, view, shown] = piece.split("\t");
        return printed(key, view, all[index + 1]) || shown;
      })
      .join("");
  fill.save = (name, text) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text]));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };
  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a[download]");
    // From disk a browser opens a file instead of saving it, so there all files are taken from the scripts.
    const isWanted = location.protocol === "file:" || Object.keys(fill.values).length > 0;
    if (!link || !isWanted || !window.DecompressionStream) return;
    const [, host, path] = decodeURIComponent(link.pathname).match(/.*\/files\/([^/]+)\/(.+)$/) || [];
    if (!host) return;
    event.preventDefault();
    fill.save(path.split("/").at(-1), filled((await filesOf(host))[path]));
  });
})();
