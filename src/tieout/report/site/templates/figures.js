// The table of figures: filtered, sorted, shown by pages, and the rows at hand as a file. All words go in as text.
(() => {
  "use strict";
  const data = JSON.parse(document.getElementById("data").textContent);
  const at = Object.fromEntries(data.columns.map((name, i) => [name, i]));
  const form = document.getElementById("filters");
  const body = document.getElementById("rows");
  const heads = [...document.querySelectorAll("[data-sort]")];
  const labels = heads.map((head) => head.textContent);
  const fields = Object.fromEntries([...form.querySelectorAll("[data-filter]")].map((field) => [field.dataset.filter, field]));
  const count = document.getElementById("count");
  const language = document.documentElement.lang;
  const spaced = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, "\u202f");
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const said = new Map();
  const words = (row) => {
    if (!said.has(row))
      said.set(row, folded([row[at.text], row[at.measure], row[at.counting], row[at.place], row[at.authority], row[at.unit].replaceAll("_", " "), data.sources[row[at.source]][0]].join(" \n")));
    return said.get(row);
  };
  let rows = data.rows;
  let shown = rows;
  let page = 0;
  let order = null;

  const cell = (label, ...parts) => {
    const td = document.createElement("td");
    td.setAttribute("role", "cell");
    td.dataset.label = label;
    for (const part of parts) if (part) td.append(part, " ");
    td.lastChild?.remove();
    return td;
  };
  const small = (text) => {
    if (!text) return null;
    const span = document.createElement("span");
    span.className = "at";
    span.textContent = text;
    return span;
  };
  const line = (row) => {
    const tr = document.createElement("tr");
    tr.setAttribute("role", "row");
    const [name, address] = data.sources[row[at.source]];
    const link = document.createElement("a");
    link.href = `${address}#${row[at.anchor]}`;
    const quote = document.createElement("q");
    quote.textContent = row[at.text];
    link.append(quote);
    const check = document.createElement("span");
    check.className = `check ${row[at.check]}`;
    check.textContent = data.checks[row[at.check]];
    tr.append(
      cell(labels[0], link, small(data.kinds[row[at.kind]])),
      cell(labels[1], row[at.measure], small(row[at.counting])),
      cell(labels[2], row[at.place]),
      cell(labels[3], row[at.period]),
      cell(labels[4], row[at.authority]),
      cell(labels[5], name, small(row[at.page])),
      cell(labels[6], check),
    );
    return tr;
  };

  const draw = () => {
    const pages = Math.max(1, Math.ceil(shown.length / data.page));
    page = Math.min(page, pages - 1);
    body.replaceChildren(...shown.slice(page * data.page, (page + 1) * data.page).map(line));
    count.textContent = count.dataset.said.replace("{shown}", spaced(shown.length)).replace("{all}", spaced(data.rows.length));
    document.getElementById("none").hidden = shown.length > 0;
    document.getElementById("export").disabled = !shown.length;
    const place = document.getElementById("at");
    place.textContent = place.dataset.said.replace("{page}", page + 1).replace("{pages}", pages);
    document.getElementById("back").disabled = page === 0;
    document.getElementById("on").disabled = page >= pages - 1;
    document.querySelector(".pager").hidden = pages === 1;
  };

  const filter = () => {
    const value = (name) => fields[name].value.trim();
    const wanted = folded(value("words")).split(/\s+/).filter(Boolean);
    const authority = folded(value("authority"));
    const [from, to] = [Number(value("from")) || -Infinity, Number(value("to")) || Infinity];
    const dated = from > -Infinity || to < Infinity;
    shown = rows.filter((row) => {
      for (const name of ["kind", "unit", "region", "check"]) if (fields[name].value && row[at[name]] !== fields[name].value) return false;
      if (fields.source.value && String(row[at.source]) !== fields.source.value) return false;
      if (authority && !folded(row[at.authority]).includes(authority)) return false;
      if (dated && !(row[at.period] && Number(row[at.last] || 9999) >= from && Number(row[at.first] || 0) <= to)) return false;
      return wanted.every((word) => words(row).includes(word));
    });
  };
  const remember = () => {
    const kept = new URLSearchParams();
    for (const [name, field] of Object.entries(fields)) if (field.value.trim()) kept.set(name, field.value.trim());
    try {
      history.replaceState(null, "", String(kept) ? `#${kept}` : location.pathname);
    } catch {}
  };
  const changed = () => {
    page = 0;
    filter();
    draw();
  };

  const sort = (button) => {
    const head = button.closest("th");
    const key = at[button.dataset.sort];
    const numeric = button.dataset.sort === "number";
    const was = head.getAttribute("aria-sort");
    order = was === "ascending" ? "descending" : was === "descending" ? null : "ascending";
    for (const other of heads) other.closest("th").setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", order ?? "none");
    if (!order) rows = data.rows;
    else {
      const sign = order === "ascending" ? 1 : -1;
      const compare = new Intl.Collator(language, { numeric: true }).compare;
      const empty = (value) => value === null || value === "";
      rows = data.rows.map((row, place) => [row[key], place, row]);
      rows.sort(([a, i], [b, j]) => {
        if (empty(a) || empty(b)) return empty(a) - empty(b) || i - j;
        return sign * (numeric || typeof a === "number" ? a - b : compare(a, b)) || i - j;
      });
      rows = rows.map(([, , row]) => row);
    }
    changed();
  };

  // A cell that a spreadsheet would run as a formula is led by an apostrophe.
  const safe = (value) => {
    let text = String(value ?? "");
    if (/^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text)) text = `'${text}`;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const take = () => {
    const names = ["text", "value", "high", "bound", "unit", "kind", "measure", "counting", "place", "place_code", "region", "period", "authority", "check"];
    const lines = [[...names, "source", "key", "doc", "page", "address"]];
    for (const row of shown) {
      const [name, address, doc, key] = data.sources[row[at.source]];
      lines.push([...names.map((n) => row[at[n]]), name, key, doc, row[at.page], `${address}#${row[at.anchor]}`]);
    }
    const text = lines.map((cells) => cells.map(safe).join(",")).join("\n") + "\n";
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }));
    link.download = "figures.csv";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  const turn = (by) => {
    page += by;
    draw();
    body.closest(".scroll").scrollIntoView({ block: "start" });
  };
  const asked = () => {
    const kept = new URLSearchParams(location.hash.slice(1));
    for (const [name, field] of Object.entries(fields)) field.value = kept.get(name) ?? "";
    changed();
  };
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    changed();
    remember();
  });
  form.addEventListener("reset", () => setTimeout(() => {
    changed();
    remember();
  }));
  for (const head of heads) head.addEventListener("click", () => sort(head));
  document.getElementById("back").addEventListener("click", () => turn(-1));
  document.getElementById("on").addEventListener("click", () => turn(1));
  document.getElementById("export").addEventListener("click", take);
  addEventListener("hashchange", asked);
  asked();
})();
