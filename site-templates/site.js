// What a page gains with scripts. Every page reads and navigates without them.
(function () {
  "use strict";

  const root = document.documentElement;
  const all = (selector, from = document) => Array.from(from.querySelectorAll(selector));
  const byHash = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const make = (tag, className, text = "") => {
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = text;
    return element;
  };
  // Storage may be refused, as on pages opened from disk; then nothing outlives the page.
  const stored = (key, value) => {
    try {
      if (value === undefined) return localStorage.getItem(key);
      localStorage.setItem(key, value);
    } catch (refused) {}
    return null;
  };

  // Colours: auto, light, dark. The stylesheet shows the label that belongs to data-theme.
  const themes = ["auto", "light", "dark"];
  for (const button of all(".theme")) {
    button.addEventListener("click", () => {
      const theme = themes[(themes.indexOf(root.dataset.theme || "auto") + 1) % themes.length];
      if (theme === "auto") delete root.dataset.theme;
      else root.dataset.theme = theme;
      stored("docbuild-theme", theme);
    });
  }

  // Drawers: Esc closes and gives the focus back. The menu lies over the text, so a press there closes it;
  // the list of headings pushes the text down, so it closes when it has led somewhere.
  const drawers = all(".drawer");
  const close = (selector) => drawers.forEach((drawer) => drawer.matches(selector) && (drawer.open = false));
  document.addEventListener("keydown", (event) => {
    const open = drawers.filter((drawer) => drawer.open);
    if (event.key === "Escape" && !hideCard() && open.length > 0) {
      close(".drawer");
      open[0].querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("main")) close(".menu");
    if (event.target.closest(".toc a")) close(".drawer");
    if (!event.target.closest(".card, a.ph")) hideCard();
  });

  // A long tree opens where the reader is.
  const show = (box, item) => {
    if (box && item && box.scrollHeight > box.clientHeight) box.scrollTop = item.offsetTop - box.clientHeight / 2;
  };
  show(document.querySelector(".pane"), document.querySelector(".tree [aria-current='page']"));

  // Code: copy exactly what the block says; of a session, the commands alone. Long lines can be wrapped.
  const copyByHand = (text) => {
    const area = make("textarea", "unseen");
    area.value = text;
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
  const textOf = (code) => {
    const own = code.cloneNode(true);
    if (own.querySelector(".p")) all(".p, .o", own).forEach((part) => part.remove());
    return own.textContent;
  };
  for (const code of all("figure.code > pre > code")) {
    const figure = code.closest("figure");
    const tools = make("div", "tools");
    const add = (text, press) => {
      const button = make("button", "", text);
      button.type = "button";
      button.addEventListener("click", () => press(button));
      tools.append(button);
      return button;
    };
    if (code.parentElement.scrollWidth > code.parentElement.clientWidth) {
      const wrap = add("Wrap", () => wrap.setAttribute("aria-pressed", figure.classList.toggle("wrapped")));
      wrap.setAttribute("aria-pressed", "false");
    }
    add("Copy", async (button) => {
      button.textContent = (await copy(textOf(code))) ? "Copied" : "Not copied";
      button.focus();
      setTimeout(() => (button.textContent = "Copy"), 2000);
    }).setAttribute("aria-live", "polite");
    figure.append(tools);
  }

  // What scrolls sideways can be reached with the keyboard.
  for (const box of all("pre, .table")) {
    if (box.scrollWidth <= box.clientWidth) continue;
    const title = box.parentElement.querySelector(".file");
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", (box.matches("pre") ? "Code" : "Table") + (title ? " " + title.textContent : "") + ", scrolls sideways");
  }

  // Tasks keep their state, by page and words.
  for (const box of all(".task > input")) {
    const key = "docbuild-task " + document.title + " " + box.parentElement.textContent.trim();
    box.disabled = false;
    if (stored(key)) box.checked = stored(key) === "done";
    box.addEventListener("change", () => stored(key, box.checked ? "done" : "open"));
  }

  // Tabs of one name go together.
  for (const tab of all(".tabs > input")) {
    tab.addEventListener("change", () => {
      const name = tab.nextElementSibling.textContent;
      for (const label of all(".tabs > label")) if (label.textContent === name) label.control.checked = true;
    });
  }

  // Placeholders: what the page says about a value comes to where it stands. Pointing at it or focusing it
  // shows that for as long as it lasts, a press keeps it.
  const card = make("div", "card");
  card.id = "_card";
  card.hidden = true;
  document.body.append(card);
  let owner = null;
  let kept = false;
  let timer = 0;
  const hideCard = () => {
    if (!owner) return false;
    owner.removeAttribute("aria-describedby");
    owner = null;
    kept = false;
    return (card.hidden = true);
  };
  const showCard = (mark) => {
    const note = byHash(mark);
    if (!note || mark === owner) return;
    hideCard();
    owner = mark;
    card.replaceChildren(...note.querySelector("dd").cloneNode(true).childNodes);
    card.hidden = false;
    mark.setAttribute("aria-describedby", card.id);
    const place = mark.getClientRects()[0];
    const top = place.bottom + card.offsetHeight + 12 > innerHeight ? place.top - card.offsetHeight - 6 : place.bottom + 6;
    card.style.top = Math.max(8, top) + "px";
    card.style.left = Math.max(12, Math.min(place.left, innerWidth - card.offsetWidth - 12)) + "px";
  };
  const later = (act, delay) => {
    clearTimeout(timer);
    timer = setTimeout(act, delay);
  };
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const mark = event.target.closest("main a.ph");
    if (mark && !kept) later(() => showCard(mark), 120);
    else if (event.target.closest(".card")) clearTimeout(timer);
    else if (owner && !kept) later(() => owner !== document.activeElement && hideCard(), 200);
  });
  document.addEventListener("focusin", (event) => {
    const mark = event.target.closest("main a.ph");
    if (mark && mark.matches(":focus-visible")) showCard(mark);
    else if (!event.target.closest(".card")) hideCard();
  });
  document.addEventListener("click", (event) => {
    const mark = event.target.closest("main a.ph");
    if (!mark || !byHash(mark) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    clearTimeout(timer);
    if (mark === owner && kept) hideCard();
    else {
      showCard(mark);
      kept = true;
    }
  });
  addEventListener("scroll", () => owner && !kept && owner !== document.activeElement && hideCard(), { passive: true });

  // On this page: mark the section being read, and let the other scales open at the same place.
  const entries = all(".toc a")
    .map((link) => ({ link, heading: byHash(link) }))
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
    const followed = location.hash && byHash(location);
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
  for (const event of ["scroll", "resize", "hashchange"]) addEventListener(event, placeSoon, { passive: true });
  place();
})();
