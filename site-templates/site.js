// What a page gains with scripts. Every page reads and navigates without them.
(function () {
  "use strict";

  const root = document.documentElement;
  const all = (selector) => Array.from(document.querySelectorAll(selector));

  // Colours: auto, light, dark. The stylesheet shows the label that belongs to data-theme.
  const themes = ["auto", "light", "dark"];
  for (const button of all(".theme")) {
    button.addEventListener("click", () => {
      const theme = themes[(themes.indexOf(root.dataset.theme || "auto") + 1) % themes.length];
      if (theme === "auto") delete root.dataset.theme;
      else root.dataset.theme = theme;
      try {
        localStorage.setItem("docbuild-theme", theme);
      } catch (refused) {} // the choice then lasts for this page
    });
  }

  // Drawers: Esc closes and gives the focus back. The menu lies over the text, so a press there closes it;
  // the list of headings pushes the text down, so it closes when it has led somewhere.
  const drawers = all(".drawer");
  const close = (selector) => {
    for (const drawer of drawers) if (drawer.matches(selector)) drawer.open = false;
  };
  document.addEventListener("keydown", (event) => {
    const open = drawers.filter((drawer) => drawer.open);
    if (event.key !== "Escape" || open.length === 0) return;
    close(".drawer");
    open[0].querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("main")) close(".menu");
    if (event.target.closest(".toc a")) close(".drawer");
  });

  // A long tree opens where the reader is.
  const show = (box, item) => {
    if (box && item && box.scrollHeight > box.clientHeight) box.scrollTop = item.offsetTop - box.clientHeight / 2;
  };
  show(document.querySelector(".pane"), document.querySelector(".tree [aria-current='page']"));

  // Copy: exactly what the block says. In a console block, only the commands, without their prompt.
  const commands = (text) =>
    text.split("\n").filter((line) => /^[$#] /.test(line)).map((line) => line.slice(2)).join("\n");

  const copyByHand = (text) => {
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "unseen";
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  };

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch (refused) {
      return copyByHand(text);
    }
  };

  for (const code of all("figure.code > pre > code")) {
    const block = code.closest("figure");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      const whole = code.textContent;
      const text = (code.classList.contains("language-console") && commands(whole)) || whole;
      button.textContent = (await copy(text)) ? "Copied" : "Not copied";
      button.focus();
      setTimeout(() => (button.textContent = "Copy"), 2000);
    });
    block.append(button);
  }

  // What scrolls sideways must be reachable with the keyboard.
  for (const box of all("pre, .table")) {
    if (box.scrollWidth <= box.clientWidth) continue;
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", box.matches("pre") ? "Code, scrolls sideways" : "Table, scrolls sideways");
  }

  // On this page: mark the section being read, and let the other scales open at the same place.
  const entries = all(".toc a")
    .map((link) => ({ link, heading: document.getElementById(decodeURIComponent(link.hash.slice(1))) }))
    .filter((entry) => entry.heading);
  const siblings = all(".scales a");
  const toc = document.querySelector(".toc");
  let current = null;

  const place = () => {
    const edge = innerHeight / 4;
    const atEnd = scrollY > 0 && innerHeight + scrollY >= root.scrollHeight - 2;
    const passed = entries.filter((entry) => entry.heading.getBoundingClientRect().top <= edge);
    const next = (atEnd ? entries : passed).at(-1) || null;
    if (next !== current) {
      if (current) current.link.removeAttribute("aria-current");
      if (next) {
        next.link.setAttribute("aria-current", "location");
        show(toc, next.link);
      }
      current = next;
    }
    // An address that was followed and is still in sight says more than the section around it.
    const followed = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const top = followed ? followed.getBoundingClientRect().top : -1;
    const hash = top >= 0 && top < innerHeight ? location.hash : current ? current.link.hash : "";
    for (const link of siblings) link.hash = hash;
  };

  let waiting = false;
  const placeSoon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      place();
    });
  };
  addEventListener("scroll", placeSoon, { passive: true });
  addEventListener("resize", placeSoon);
  addEventListener("hashchange", placeSoon);
  place();
})();
