// Lists that are narrowed by words and by kind: what does not fit is hidden, and how many fit is said.
(() => {
  "use strict";
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  for (const count of document.querySelectorAll("[data-counts]")) {
    const name = count.dataset.counts;
    const rows = [...document.getElementById(name).querySelectorAll(":scope > li, :scope > tbody > tr, :scope [data-row]")];
    const heads = [...document.getElementById(name).querySelectorAll("[data-holds]")];
    const search = document.querySelector(`[data-narrows="${name}"]`);
    const boxes = [...document.querySelectorAll(`[data-kinds="${name}"]`)];
    const said = new Map();
    const words = (row) => {
      if (!said.has(row)) said.set(row, folded(row.textContent));
      return said.get(row);
    };
    const show = () => {
      const wanted = folded(search?.value ?? "").split(/\s+/).filter(Boolean);
      const off = new Set(boxes.filter((box) => !box.checked).map((box) => box.value));
      let shown = 0;
      for (const row of rows) {
        row.hidden = off.has(row.dataset.kind) || !wanted.every((word) => words(row).includes(word));
        shown += !row.hidden;
        if (wanted.length && !row.hidden) for (let at = row.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
      }
      for (const head of heads) head.hidden = ![...head.querySelectorAll("[data-row]")].some((row) => !row.hidden);
      count.textContent = count.dataset.said.replace("{shown}", shown).replace("{all}", rows.length);
    };
    search?.addEventListener("input", show);
    for (const box of boxes) box.addEventListener("change", show);
    show();
    addEventListener("hashchange", () => {
      const at = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!at?.closest("[hidden]") || !search) return;
      search.value = "";
      for (const box of boxes) box.checked = true;
      show();
      at.scrollIntoView();
    });
  }
})();
