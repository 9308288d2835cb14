// Search: opens the dialog. What looks up and shows comes when it is opened for the first time.
(function () {
  "use strict";

  const dialog = document.getElementById("search");
  const opener = document.getElementById("search-open");
  if (!dialog || !opener || !window.DecompressionStream) return;
  const { load, root } = window.docbuild;
  const search = (window.docbuildSearch = { root, load });

  let ready;
  const open = () => {
    if (dialog.open) return;
    dialog.showModal();
    dialog.querySelector("input").select();
    ready ||= search.look ? Promise.resolve() : load("assets/search-find.js").then(() => load("assets/search-show.js"));
    ready.then(
      () => search.look(),
      (error) => (dialog.querySelector("[role=status]").textContent = error.message),
    );
  };

  opener.hidden = false;
  opener.addEventListener("click", open);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("a, [data-close]")) dialog.close();
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest("input, textarea, select, [contenteditable]");
    const isShortcut = (event.key === "k" && (event.ctrlKey || event.metaKey)) || (event.key === "/" && !isTyping);
    if (!isShortcut || event.altKey) return;
    event.preventDefault();
    open();
  });
})();
