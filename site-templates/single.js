// A whole set in one file: one page of it is shown at a time, and what a site loads waits within the file.
(function () {
  "use strict";

  const all = (selector, from = document) => Array.from(from.querySelectorAll(selector));
  const pages = all(".leaf");
  const main = document.querySelector("main");
  const title = document.title;

  // ── Pages: the address says which one; “print” shows them all ──

  let shown;
  const turnTo = (page) => {
    shown = page;
    // The browser's own search finds what is hidden so.
    for (const one of pages) {
      if (!page || one === page) one.removeAttribute("hidden");
      else one.setAttribute("hidden", "until-found");
    }
    document.title = page && page !== pages[0] ? `${page.dataset.title} · ${title}` : title;
    for (const link of all(".tree a")) {
      const isPage = page && link.getAttribute("href") === `#${page.id}`;
      const isAround = page && link.dataset.part === page.dataset.part;
      if (isPage) link.scrollIntoView({ block: "nearest" });
      if (isPage || isAround) link.setAttribute("aria-current", isPage ? "page" : "true");
      else link.removeAttribute("aria-current");
    }
    for (const menu of all(".menu")) menu.open = false;
  };
  const asked = () => {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch (malformed) {
      return null;
    }
  };
  const show = (state) => {
    const target = asked();
    const page = target && target.id === "print" ? null : (target && target.closest(".leaf")) || pages[0];
    const isNew = page !== shown;
    const isFirst = shown === undefined;
    if (isNew) turnTo(page);
    if (state && "y" in state) scrollTo({ top: state.y, behavior: "instant" });
    else if (isNew && target && target !== page) target.scrollIntoView({ behavior: "instant" });
    else if (isNew) scrollTo({ top: 0, behavior: "instant" });
    if (isNew && !isFirst && target === page) {
      const heading = (page || main).querySelector("h1");
      if (heading) heading.tabIndex = -1;
      if (heading) heading.focus({ preventScroll: true });
    }
    mark();
  };

  // The section that is being read.
  const mark = () => {
    if (!shown) return;
    let current;
    const links = all(".sections a", shown);
    for (const link of links) {
      const heading = document.getElementById(link.getAttribute("href").slice(1));
      if (heading && heading.getBoundingClientRect().top <= innerHeight / 4) current = link;
    }
    for (const link of links) {
      if (link === current) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
  };

  // Back and forward lead to where the reader was on a page.
  history.scrollRestoration = "manual";
  let timer = 0;
  addEventListener("scroll", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      history.replaceState({ y: scrollY }, "");
      mark();
    }, 150);
  }, { passive: true });
  addEventListener("popstate", (event) => show(event.state));
  document.addEventListener("beforematch", (event) => {
    const page = event.target.closest(".leaf");
    turnTo(page);
    history.replaceState(null, "", `#${page.id}`);
  });
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    main.focus();
  });
  show(history.state);

  // ── What a site loads: scripts that run when they are asked for ──

  const held = (path) => document.querySelector(`script[data-path="${path}"]`);
  const run = (path) => {
    const script = document.createElement("script");
    script.textContent = held(path).textContent;
    document.head.append(script);
  };
  const search = window.docbuildSearch;
  if (search) {
    search.load = async (path) => run(path);
    run("assets/search-find.js");
    run("assets/search-show.js");
    const find = search.find;
    search.find = async (typed) => {
      const found = await find(typed);
      for (const page of found.pages) {
        const name = page.path.replace(/\.html$/, "");
        for (const section of page.sections) section.anchor = section.anchor ? `${name}:${section.anchor}` : name;
        page.path = "";
      }
      return found;
    };
  }

  // ── The reader's values ──

  const fill = window.docbuildFill;
  if (!fill) return;
  // The form knows the row of a value by its key; links lead to the cell.
  for (const row of all("tr[data-shape]")) {
    row.firstElementChild.id = row.id;
    row.id = row.querySelector("[data-key]").dataset.key;
  }

  // Files: a mark in a text is filled in as one on a page is.
  const filled = (text) => {
    const box = document.createElement("div");
    box.hidden = true;
    text.split(/[\x01\x02]/).forEach((piece, index) => {
      if (index % 2 === 0) return box.append(piece);
      const [key, view, shown] = piece.split("\t");
      const mark = document.createElement("span");
      mark.className = "ph open";
      mark.dataset.key = key;
      if (view) mark.dataset.view = view;
      mark.textContent = shown;
      box.append(mark);
    });
    document.body.append(box);
    fill.show();
    box.remove();
    return box.textContent;
  };
  const texts = {};
  fill.files = (host, packed) => {
    const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
    texts[host] = new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).json();
  };
  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a[data-path]");
    if (!link || Object.keys(fill.values).length === 0 || !window.DecompressionStream) return;
    const [, host, path] = link.dataset.path.match(/^files\/([^/]+)\/(.+)$/) || [];
    if (!host || !held(`assets/fill/${host}.js`)) return;
    event.preventDefault();
    if (!texts[host]) run(`assets/fill/${host}.js`);
    fill.save(link.download, filled((await texts[host])[path]));
  });
})();
