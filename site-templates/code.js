// What blocks of code, lists of tasks and tabs gain with scripts.
(function () {
  "use strict";

  const { all, layTables, make, stored } = window.docbuild;

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
    // Before the code: who comes by the keyboard meets the tools first, and not after its marks.
    code.parentElement.before(tools);
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
      button.textContent = (await copy(textOf(code))) ? "Copied" : "Refused";
      button.focus();
      setTimeout(() => (button.textContent = "Copy"), 2000);
    }).setAttribute("aria-live", "polite");
  }

  // Tasks keep their state, by page and words.
  for (const box of all(".task > input, .tick input")) {
    const key = "docbuild-task " + document.title + " " + (box.dataset.task || box.parentElement.textContent.trim());
    box.disabled = false;
    if (stored(key)) box.checked = stored(key) === "done";
    box.addEventListener("change", () => stored(key, box.checked ? "done" : "open"));
  }

  // Tabs of one name go together.
  for (const tab of all(".tabs > input")) {
    tab.addEventListener("change", () => {
      const name = tab.nextElementSibling.textContent;
      for (const label of all(".tabs > label")) if (label.textContent === name) label.control.checked = true;
      layTables();
    });
  }
})();
