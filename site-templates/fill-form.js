// The page of values as a form: what a reader types is held against its type, kept and shown.
(function () {
  "use strict";

  const fill = window.docbuildFill;
  const form = document.querySelector(".fill");
  if (!fill || !form) return;
  const { all, make } = window.docbuild;
  const { values } = fill;
  const fields = (fill.fields = new Map());
  const constraints = JSON.parse(form.dataset.constraints);
  const status = form.querySelector("[role=status]");
  const title = form.querySelector("input[type=text]");

  const count = (more = "") => {
    const wrong = all(".given [aria-invalid=true]").length;
    const given = Array.from(fields.keys()).filter((key) => values[key]).length;
    const kept = fill.isKept ? "" : ". This browser keeps nothing: export before you leave";
    status.textContent = `${given} of ${fields.size} set${wrong ? `, ${wrong} to correct` : ""}${kept}${more && `. ${more}`}`;
  };
  const check = () => {
    for (const [key, { input, note, shape }] of fields) {
      const text = input.value.trim();
      const wrong = text && (fill.mistake(text, shape) || fill.conflict(key, shape, constraints));
      note.textContent = wrong || "";
      input.setAttribute("aria-invalid", !!wrong);
    }
  };
  // Takes what stands in the fields of keys; a value of the wrong type stands in its field alone.
  const take = (keys, more) => {
    for (const key of keys) {
      const { input, shape } = fields.get(key);
      const text = input.value.trim();
      if (text && !fill.mistake(text, shape)) values[key] = fill.canonical(text, shape);
      else delete values[key];
    }
    check();
    fill.keep();
    fill.show();
    count(more);
  };
  for (const row of all("tr[data-shape]")) {
    const key = row.querySelector("[data-key]").dataset.key;
    const shape = JSON.parse(row.dataset.shape);
    const note = make("span", "wrong");
    note.id = `wrong-${key}`;
    const placeholder = row.querySelector(".like").textContent;
    const input = Object.assign(make("input"), { type: "text", value: values[key] || "", placeholder, spellcheck: false, autocomplete: "off" });
    input.setAttribute("aria-label", `Your value of ${key}${shape.list ? ", several with commas between" : ""}`);
    input.setAttribute("aria-describedby", note.id);
    fields.set(key, { input, note, shape });
    input.addEventListener("input", () => take([key]));
    const own = make("div", "given");
    own.append(input, note);
    row.querySelector("th").append(own);
  }

  const press = (name, act) => form.querySelector(`[data-act=${name}]`).addEventListener("click", act);
  const overlays = async () => fill.overlay || (await fill.load("assets/fill-overlay.js"));
  const file = form.querySelector("input[type=file]");
  press("export", async () => {
    await overlays();
    fill.save(`${(title.value.toLowerCase().match(/[a-z\d]+/g) || ["customer"]).join("-")}.yml`, fill.overlay(title.value.trim()));
  });
  press("import", () => file.click());
  press("clear", () => {
    if (!confirm("Remove all values from this browser?")) return;
    for (const { input } of fields.values()) input.value = "";
    take(fields.keys());
  });
  file.addEventListener("change", async () => {
    await overlays();
    try {
      const { found, said } = fill.read(await file.files[0].text());
      if (found.title) title.value = values.title = found.title;
      const keys = Array.from(fields.keys()).filter((key) => found[key]);
      for (const key of keys) fields.get(key).input.value = found[key];
      take(keys, said);
    } catch (unread) {
      count(`Nothing was imported: ${unread.message}`);
    }
    file.value = "";
  });
  title.value = values.title || "";
  title.addEventListener("input", () => {
    values.title = title.value;
    fill.keep();
  });
  form.hidden = false;
  check();
  count();
})();
