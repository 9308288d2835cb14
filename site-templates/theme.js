// Runs in <head>, before the first paint: the reader's choice of colours, if one was ever made.
// Nothing stored, or storage refused (pages opened from disk), means: as the system does.
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("js");
  try {
    var theme = localStorage.getItem("docbuild-theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch (refused) {}
})();
