// Before anything is drawn: scripts run, and the theme the reader chose.
(() => {
  "use strict";
  const page = document.documentElement;
  page.classList.replace("no-js", "js");
  try {
    const chosen = localStorage.getItem("tieout-theme");
    if (chosen === "light" || chosen === "dark") page.dataset.theme = chosen;
  } catch {}
})();
