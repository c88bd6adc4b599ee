// What every page of the site does: the choice between light and dark, and folded parts opened for a link or for paper.
(() => {
  "use strict";
  const page = document.documentElement;
  const dark = () => (page.dataset.theme ? page.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);
  const theme = document.getElementById("theme");
  theme.setAttribute("aria-pressed", dark());
  theme.addEventListener("click", () => {
    page.dataset.theme = dark() ? "light" : "dark";
    theme.setAttribute("aria-pressed", dark());
    try {
      localStorage.setItem("tieout-theme", page.dataset.theme);
    } catch {}
  });

  const here = document.querySelector(".bar [aria-current]");
  if (here) {
    const nav = here.closest("nav");
    nav.scrollLeft = here.offsetLeft - nav.offsetLeft - (nav.clientWidth - here.offsetWidth) / 2;
  }

  const aimed = () => {
    let at = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!at) return;
    const aim = at;
    for (; at; at = at.parentElement) if (at.matches("details")) at.open = true;
    aim.scrollIntoView({ block: aim.closest("mark, .rec") ? "center" : "start" });
  };
  addEventListener("hashchange", aimed);
  aimed();

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open], .screen)")];
    for (const part of closed) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of closed) part.open = false;
  });
})();
