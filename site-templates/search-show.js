// Search: shows what was found, by page, and takes the keys.
(function () {
  "use strict";

  const search = window.docbuildSearch;
  const { root, stem } = search;
  const dialog = document.getElementById("search");
  const input = dialog.querySelector("[role=combobox]");
  const list = dialog.querySelector("[role=listbox]");
  const status = dialog.querySelector("[role=status]");

  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  const marked = (text, pattern) =>
    text.split(pattern).map((piece, index) => (index % 2 ? element("mark", {}, piece) : piece));

  const patternFor = ({ words, names }) => {
    const escaped = [...names, ...words, ...words.map(stem)]
      .sort((one, other) => other.length - one.length)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&"));
    return new RegExp(`((?<![\\p{L}\\p{N}])(?:${escaped.join("|")})[\\p{L}\\p{N}]*)`, "giu");
  };

  let active = -1;
  const options = () => Array.from(list.querySelectorAll("[role=option]"));
  const activate = (number) => {
    const all = options();
    if (all[active]) all[active].removeAttribute("aria-selected");
    active = all.length ? (number + all.length) % all.length : -1;
    if (active < 0) return input.removeAttribute("aria-activedescendant");
    all[active].setAttribute("aria-selected", "true");
    all[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", all[active].id);
  };

  const show = (found) => {
    const pattern = patternFor(found);
    let count = 0;
    list.replaceChildren(
      ...found.pages.map((page) => {
        const group = element("div", { className: "found" });
        group.setAttribute("role", "group");
        group.setAttribute("aria-label", page.document ? `${page.title}, ${page.document}` : page.title);
        const where = element("p", {}, element("b", {}, ...marked(page.title, pattern)), page.document && ` ${page.document}`);
        where.setAttribute("aria-hidden", "true");
        group.append(where);
        for (const { heading, anchor, excerpt, hits, terms } of page.sections) {
          const link = element("a", { id: `found-${count++}`, tabIndex: -1 });
          link.href = `${root}${page.path}${anchor && `#${anchor}`}`;
          link.setAttribute("role", "option");
          if (heading !== page.title) link.append(element("span", { className: "heading" }, ...marked(heading, pattern)), " ");
          link.append(element("span", { className: "excerpt" }, ...marked(excerpt && `${excerpt} …`, pattern)));
          // What was found further down in the section.
          const text = `${heading} ${excerpt}`.toLowerCase();
          const names = terms.filter((term) => /[^a-z]/.test(term));
          const words = hits.filter((word) => !names.some((name) => name.includes(word)));
          for (const term of [...words, ...names].filter((term) => !text.includes(stem(term))).slice(0, 4)) {
            link.append(" ", element("code", {}, ...marked(term, pattern)));
          }
          group.append(link);
        }
        return group;
      }),
    );
    input.setAttribute("aria-expanded", count > 0);
    activate(0);
    const pages = found.pages.length;
    const other = (found.instead || []).map(([word, other]) => `Nothing has “${word}”; this is for “${other}”. `).join("");
    return other + (pages === 0 ? "Nothing found" : `${count} ${count === 1 ? "place" : "places"} on ${pages} ${pages === 1 ? "page" : "pages"}`);
  };

  let latest = 0;
  search.look = async () => {
    const number = ++latest;
    try {
      const found = await search.find(input.value);
      if (number !== latest) return;
      const said = show(found);
      status.textContent = found.words.length ? said : status.dataset.hint;
    } catch (error) {
      status.textContent = error.message;
    }
  };

  input.addEventListener("input", search.look);
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = options()[active];
    if (step) activate(active + step);
    else if (event.key === "Enter" && chosen) chosen.click();
    else return;
    event.preventDefault();
  });
})();
