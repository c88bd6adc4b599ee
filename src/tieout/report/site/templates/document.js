// A document's page: a mark shows what it is, by pointer and by key; the list and the marks switch by kind.
(() => {
  "use strict";
  const text = document.getElementById("text");
  const tip = document.getElementById("tip");
  const told = document.getElementById("told");
  const narrow = matchMedia("(max-width: 60rem)");
  const items = new Map([...document.querySelectorAll(".items > li")].map((li) => [li.dataset.i, li]));
  const runs = new Map();
  for (const run of text.querySelectorAll(".rec"))
    for (const n of run.dataset.i.split(" ")) runs.has(n) ? runs.get(n).push(run) : runs.set(n, [run]);
  const hidden = new Set();
  let chosen = null;
  let waiting = 0;

  // All records over a mark, the innermost first.
  const over = (mark) => {
    const numbers = [];
    for (let at = mark; at && at !== text; at = at.parentElement)
      if (at.matches(".rec")) for (const n of at.dataset.i.split(" ")) if (!hidden.has(items.get(n).dataset.kind)) numbers.push(n);
    return [...new Set(numbers)];
  };

  const fill = (numbers) => {
    told.replaceChildren(...numbers.map((n) => {
      const card = document.createElement("div");
      card.append(...[...items.get(n).cloneNode(true).childNodes]);
      for (const named of card.querySelectorAll("[id]")) named.removeAttribute("id");
      return card;
    }));
  };

  const stand = (mark) => {
    tip.hidden = false;
    if (narrow.matches) {
      tip.style.removeProperty("top");
      tip.style.removeProperty("left");
      return;
    }
    const at = (mark.getClientRects()[0] ?? mark.getBoundingClientRect());
    const box = tip.getBoundingClientRect();
    const below = at.bottom + 8;
    const top = below + box.height < innerHeight - 8 ? below : Math.max(56, at.top - box.height - 8);
    tip.style.top = `${top}px`;
    tip.style.left = `${Math.max(8, Math.min(at.left, innerWidth - box.width - 24))}px`;
  };

  const clear = () => {
    for (const run of text.querySelectorAll(".on")) run.classList.remove("on");
    for (const li of document.querySelectorAll(".items > [aria-current]")) li.removeAttribute("aria-current");
  };

  const shut = () => {
    chosen = null;
    tip.hidden = true;
    clear();
  };

  const choose = (mark, numbers, focus) => {
    if (!numbers.length) return;
    chosen = mark;
    clear();
    for (const run of runs.get(numbers[0]) ?? []) run.classList.add("on");
    const li = items.get(numbers[0]);
    li.setAttribute("aria-current", "true");
    if (!narrow.matches) {
      const panel = document.getElementById("panel");
      const bring = () => (panel.scrollTop += li.getBoundingClientRect().top - panel.getBoundingClientRect().top - panel.clientHeight / 3);
      bring();
      requestAnimationFrame(bring);
    }
    tip.classList.remove("peek");
    fill(numbers);
    if (focus) mark.focus({ preventScroll: true });
    stand(mark);
  };

  text.addEventListener("click", (event) => {
    if (event.target.closest("a")) return;
    const mark = event.target.closest(".rec");
    if (mark && getSelection().isCollapsed) choose(mark, over(mark), true);
    else if (!mark) shut();
  });
  text.addEventListener("pointerover", (event) => {
    clearTimeout(waiting);
    const mark = event.target.closest(".rec");
    if (chosen || event.pointerType !== "mouse" || narrow.matches) return;
    if (!mark) {
      tip.hidden = true;
      return;
    }
    waiting = setTimeout(() => {
      const numbers = over(mark);
      if (!numbers.length) return;
      fill(numbers);
      tip.classList.add("peek");
      stand(mark);
    }, 180);
  });
  text.addEventListener("pointerleave", () => {
    clearTimeout(waiting);
    if (!chosen) tip.hidden = true;
  });
  document.getElementById("shut").addEventListener("click", () => {
    const mark = chosen;
    shut();
    mark?.focus({ preventScroll: true });
  });
  addEventListener("scroll", () => {
    if (tip.classList.contains("peek")) tip.hidden = true;
    else if (chosen && !tip.hidden && !narrow.matches) stand(chosen);
  }, { passive: true });

  for (const box of document.querySelectorAll("input[data-kind]"))
    box.addEventListener("change", () => {
      const kind = box.dataset.kind;
      hidden[box.checked ? "delete" : "add"](kind);
      for (const li of items.values()) if (li.dataset.kind === kind) li.hidden = !box.checked;
      for (const list of runs.values())
        for (const run of list) run.classList.toggle("off", run.dataset.i.split(" ").every((n) => hidden.has(items.get(n).dataset.kind)));
    });

  // The marks in the order of the text, each record once.
  const step = (by) => {
    const stops = [...items.keys()].filter((n) => runs.has(n) && !hidden.has(items.get(n).dataset.kind));
    if (!stops.length) return;
    const now = stops.indexOf(document.querySelector(".items > [aria-current]")?.dataset.i ?? "");
    const n = stops[now < 0 ? (by > 0 ? 0 : stops.length - 1) : (now + by + stops.length) % stops.length];
    const mark = runs.get(n)[0];
    mark.scrollIntoView({ block: "center" });
    choose(mark, [n, ...over(mark).filter((m) => m !== n)], true);
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    if (event.key === "n" || event.key === "j") step(1);
    else if (event.key === "p" || event.key === "k") step(-1);
    else if (event.key === "Escape") shut();
    else if (event.key === "Enter" && event.target.matches(".rec")) choose(event.target, over(event.target), true);
  });

  const aimed = () => {
    const id = location.hash && decodeURIComponent(location.hash.slice(1));
    const at = id && document.getElementById(id);
    if (!at || !text.contains(at) || !id.startsWith("r-")) return;
    const mark = at.matches(".rec") ? at : (at.nextElementSibling?.closest(".rec") ?? at.closest(".rec"));
    if (!mark) return;
    const own = [...items.values()].find((li) => li.querySelector("a.go")?.getAttribute("href") === location.hash);
    const numbers = over(mark);
    requestAnimationFrame(() => choose(mark, own ? [own.dataset.i, ...numbers.filter((n) => n !== own.dataset.i)] : numbers, false));
  };
  addEventListener("hashchange", aimed);
  aimed();
})();
