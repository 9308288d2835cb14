// What a page gains with scripts. Every page reads and navigates without them.
(function () {
  "use strict";

  const root = document.documentElement;
  const from = document.currentScript.dataset.root;
  const all = (selector, from = document) => Array.from(from.querySelectorAll(selector));
  const byHash = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const make = (tag, className = "", text = "") => {
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = text;
    return element;
  };
  // Storage may be refused, as on pages opened from disk; then nothing outlives the page.
  const stored = (key, value, where = "localStorage") => {
    try {
      if (value === undefined) return window[where].getItem(key);
      window[where].setItem(key, value);
      return true;
    } catch (refused) {
      return false;
    }
  };
  // Pages opened from disk can load nothing but scripts.
  const load = (path) =>
    new Promise((resolve, reject) => {
      const script = make("script");
      script.src = from + path;
      script.onload = resolve;
      script.onerror = () => reject(new Error(`${path} is missing`));
      document.head.append(script);
    });
  window.docbuild = { all, byHash, load, make, root: from, stored };

  // Colours: auto, light, dark. The stylesheet shows the label that belongs to data-theme.
  for (const button of all(".theme")) {
    button.addEventListener("click", () => {
      const theme = { light: "dark", dark: "auto" }[root.dataset.theme] || "light";
      root.dataset.theme = theme;
      stored("docbuild-theme", theme);
    });
  }

  // Drawers: Esc closes and gives the focus back. The menu lies over the text, so a press there closes it;
  // the list of headings pushes the text down, so it closes when it has led somewhere.
  const drawers = all(".drawer");
  const close = (selector) => drawers.forEach((drawer) => drawer.matches(selector) && (drawer.open = false));
  document.addEventListener("keydown", (event) => {
    const open = drawers.filter((drawer) => drawer.open);
    if (event.key === "Escape" && open.length > 0) {
      close(".drawer");
      open[0].querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("main")) close(".menu");
    if (event.target.closest(".toc a")) close(".drawer");
  });

  // A long tree opens where the reader is; from page to page it stays where it was, if the page can be seen in it.
  const show = (box, item) => {
    if (box && item && box.scrollHeight > box.clientHeight) box.scrollTop = item.offsetTop - box.clientHeight / 2;
  };
  const pane = document.querySelector(".pane");
  if (pane) {
    const here = document.querySelector(".tree [aria-current='page']");
    pane.scrollTop = stored("docbuild-tree", undefined, "sessionStorage");
    const place = here && here.offsetTop - pane.scrollTop;
    if (here && (place < 0 || place + here.offsetHeight > pane.clientHeight)) show(pane, here);
    addEventListener("pagehide", () => stored("docbuild-tree", pane.scrollTop, "sessionStorage"));
  }

  // A table that fits keeps its heads in sight; one that does not scrolls, or becomes cards on a small screen.
  const roles = { TABLE: "table", TR: "row", TD: "cell", TH: "rowheader" };
  const lay = (box) => {
    box.classList.remove("fits", "wide", "cards");
    // What is not shown has no width.
    if (!box.clientWidth) return;
    const way = box.scrollWidth <= box.clientWidth ? "fits" : innerWidth < 576 ? "cards" : "wide";
    box.classList.add(way);
    if (way !== "cards" && !box.matches(".values")) return;
    // Cells that are no longer drawn as a table say what they are.
    const heads = all("thead th", box).map((head) => head.innerText.trim().replace(/\s+/g, " "));
    for (const part of all("table, thead, tbody, tfoot, tr, td, th", box)) {
      part.setAttribute("role", part.matches("thead th") ? "columnheader" : roles[part.tagName] || "rowgroup");
      if (part.cellIndex && !part.closest("thead")) part.dataset.head = heads[part.cellIndex] || "";
    }
  };
  const layTables = (window.docbuild.layTables = () => all(".table").forEach(lay));
  layTables();
  let width = innerWidth;
  addEventListener("resize", () => {
    if (width !== innerWidth) layTables();
    width = innerWidth;
  });

  // What scrolls sideways can be reached with the keyboard.
  for (const box of all("pre, .table, .topology")) {
    if (box.scrollWidth <= box.clientWidth && !box.matches(".wide")) continue;
    const title = box.parentElement.querySelector(".file");
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", (box.matches("pre") ? "Code" : box.matches(".table") ? "Table" : "Drawing") + (title ? " " + title.textContent : "") + ", scrolls sideways");
  }

  // On this page: mark the section being read, and let the other scales open at the same place.
  const entries = all(".toc a")
    .map((link) => ({ link, heading: byHash(link) }))
    .filter((entry) => entry.heading);
  const siblings = all(".scales a");
  const toc = document.querySelector(".toc");
  let current = null;
  // Another scale may lack the section that a reader comes from.
  if (location.hash && !byHash(location) && document.querySelector("main")) {
    const note = make("p", "banner", "The section that the address names is not on this page. You are at its beginning.");
    note.setAttribute("role", "status");
    document.querySelector("main").prepend(note);
  }
  const place = () => {
    const edge = innerHeight / 4;
    const atEnd = scrollY > 0 && innerHeight + scrollY >= root.scrollHeight - 2;
    const passed = entries.filter((entry) => entry.heading.getBoundingClientRect().top <= edge);
    const next = (atEnd ? entries : passed).at(-1) || entries[0] || null;
    if (next !== current) {
      if (current) current.link.removeAttribute("aria-current");
      if (next) {
        next.link.setAttribute("aria-current", "location");
        show(toc, next.link);
      }
      current = next;
    }
    // An address that was followed and is still in sight says more than the section around it.
    const followed = location.hash && byHash(location);
    const top = followed ? followed.getBoundingClientRect().top : -1;
    const section = current && (passed.length || atEnd) ? current.link.hash : "";
    const hash = top >= 0 && top < innerHeight ? location.hash : section;
    for (const link of siblings) link.hash = hash;
  };
  let frame = 0;
  const placeSoon = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      place();
    });
  };
  for (const event of ["scroll", "resize", "hashchange"]) addEventListener(event, placeSoon, { passive: true });
  place();
})();
