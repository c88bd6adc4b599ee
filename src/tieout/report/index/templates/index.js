// The index's pages with a little help: all indicators opened at once; the ranking searched, filtered and sorted.
// Everything is there without it.
(() => {
  "use strict";
  document.documentElement.classList.replace("no-js", "js");

  const toggle = document.getElementById("open-all");
  const rows = [...document.querySelectorAll("details.row")];
  if (toggle) {
    toggle.addEventListener("click", () => {
      const open = rows.some((row) => !row.open);
      for (const row of rows) row.open = open;
      toggle.textContent = open ? toggle.dataset.close : toggle.dataset.open;
    });
    let closed = [];
    window.addEventListener("beforeprint", () => {
      closed = rows.filter((row) => !row.open);
      for (const row of closed) row.open = true;
    });
    window.addEventListener("afterprint", () => {
      for (const row of closed) row.open = false;
    });
    const aimed = () => {
      const row = location.hash && document.getElementById(location.hash.slice(1));
      if (row && row.matches("details.row")) row.open = true;
    };
    window.addEventListener("hashchange", aimed);
    aimed();
  }

  const body = document.querySelector("tbody");
  if (!body) return;
  const entries = [...body.rows];
  const search = document.getElementById("search");
  const filters = [...document.querySelectorAll("select[data-filter]")];
  const count = document.querySelector(".count");
  const none = document.querySelector(".none");
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const names = new Map(entries.map((row) => [row, folded(row.dataset.name)]));

  const show = () => {
    const wanted = folded(search.value.trim());
    let shown = 0;
    for (const row of entries) {
      const fits = names.get(row).includes(wanted) && filters.every((f) => !f.value || row.dataset[f.dataset.filter] === f.value);
      row.hidden = !fits;
      shown += fits;
    }
    count.textContent = count.dataset.said.replace("{shown}", shown).replace("{all}", entries.length);
    none.hidden = shown > 0;
  };
  search.addEventListener("input", show);
  for (const filter of filters) filter.addEventListener("change", show);
  show();

  const language = document.documentElement.lang;
  const key = (row, at, numeric) => {
    const cell = row.cells[at];
    if (!numeric) return cell.textContent.trim();
    return cell.dataset.key === "" ? null : Number(cell.dataset.key);
  };
  for (const button of document.querySelectorAll("[data-sort]")) {
    button.addEventListener("click", () => {
      const head = button.closest("th");
      const at = head.cellIndex;
      const numeric = button.dataset.sort === "num";
      const was = head.getAttribute("aria-sort");
      const first = numeric && at > 0 ? "descending" : "ascending";
      const order = was === "none" ? first : was === "ascending" ? "descending" : "ascending";
      for (const other of head.parentElement.cells) if (other.hasAttribute("aria-sort")) other.setAttribute("aria-sort", "none");
      head.setAttribute("aria-sort", order);
      const sign = order === "ascending" ? 1 : -1;
      const keyed = entries.map((row, place) => [key(row, at, numeric), place, row]);
      keyed.sort(([a, i], [b, j]) => {
        if (a === null || b === null) return (a === null) - (b === null) || i - j;
        return sign * (numeric ? a - b : a.localeCompare(b, language)) || i - j;
      });
      body.append(...keyed.map(([, , row]) => row));
    });
  }
})();
