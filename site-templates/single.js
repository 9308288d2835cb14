// A whole set in one file: one page of it is shown at a time, and what a site loads waits within the file.
(function () {
  "use strict";

  const { all, byHash, layTables } = window.docbuild;
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
    layTables();
  };
  const asked = () => {
    try {
      return byHash(location);
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
      const heading = byHash(link);
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
  const load = async (path) => run(path);
  const search = window.docbuildSearch;
  if (search) {
    search.load = load;
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

  if (window.docbuildFill) window.docbuildFill.load = load;
})();
