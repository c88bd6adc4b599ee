// What the page does when it may run a script: select, step, filter, search. Everything it shows is already in the page;
// nothing is made from a document's text, nothing is loaded.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  const $ = (query, within = document) => within.querySelector(query);
  const $$ = (query, within = document) => [...within.querySelectorAll(query)];
  const narrow = matchMedia("(max-width: 60rem)");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const panel = $("#panel"), live = $("#live"), help = $("#help"), shelves = $(".shelves");
  const SHELF = { finding: "findings", tie: "ties", figure: "figures", claim: "claims", note: "notes", source: "sources" };
  const ATTRIBUTE = { finding: "f", figure: "g", claim: "c", note: "m" };
  const BESIDE = { finding: "b", figure: "g", claim: "k" };  // ids that take the focus when one steps to an item
  const items = {};
  for (const [type, shelf] of Object.entries(SHELF)) items[type] = $$(`#${shelf} > .items > .item`);
  let chosen = null;       // the selected item
  let member = -1;         // which of its members was visited last
  let back = null;         // where Escape returns to

  // The marks in the text that stand for an item; for a tie its members, for a finding its own words, for a note its
  // mark and what it supports, for a source all of its notes.
  const marksOf = (item) => {
    const { type, n } = item.dataset;
    if (type === "source") return $$(".also a", item).flatMap((link) => $$(`#text a[data-m="${link.hash.slice(6)}"]`));
    return type === "tie" ? $$(`#text [data-r~="t${n}"]`) : $$(`#text [data-${ATTRIBUTE[type]}~="${n}"]`);
  };

  // Shelves: one is open at a time; on a narrow screen the panel is a sheet that rises from the foot.
  const tabs = $$("[role=tab]", panel);
  const openShelf = (name) => {
    for (const tab of tabs) {
      const on = tab.dataset.tab === name;
      tab.setAttribute("aria-selected", on);
      tab.tabIndex = on ? 0 : -1;
      const shelf = document.getElementById(tab.dataset.tab);
      shelf.hidden = !on;
      shelf.setAttribute("role", "tabpanel");
    }
  };
  const raise = (up) => {
    panel.classList.toggle("up", up);
    root.classList.toggle("sheet-up", up && narrow.matches);
  };
  const reveal = (element) => {
    const box = element.getBoundingClientRect();
    const room = narrow.matches && panel.classList.contains("up") ? innerHeight - panel.offsetHeight : innerHeight;
    const top = Math.max(0, scrollY + box.top - Math.max(24, (room - box.height) / 2.5));
    scrollTo({ top, behavior: calm.matches ? "auto" : "smooth" });
  };
  const revealItem = (item) => {
    const box = item.getBoundingClientRect(), shelf = shelves.getBoundingClientRect();
    if (narrow.matches || box.top < shelf.top || box.bottom > shelf.bottom) {
      shelves.scrollTop += box.top - shelf.top - (narrow.matches ? 8 : 24);
    }
  };

  const clear = () => {
    for (const mark of $$(".on, .proof, .here")) mark.classList.remove("on", "proof", "here");
    if (chosen) chosen.removeAttribute("aria-current");
    chosen = null;
    member = -1;
  };
  const choose = (item, { scroll = false, focus = false } = {}) => {
    clear();
    chosen = item;
    item.setAttribute("aria-current", "true");
    const { type, n } = item.dataset;
    const marks = marksOf(item);
    for (const mark of marks) mark.classList.add("on");
    if (type === "finding") for (const mark of $$(`#text [data-r~="e${n}"]`)) mark.classList.add("proof");
    openShelf(SHELF[type]);
    raise(true);
    revealItem(item);
    // Twice again: items not yet drawn have estimated heights, and those that come into view push the others.
    requestAnimationFrame(() => { revealItem(item); requestAnimationFrame(() => item === chosen && revealItem(item)); });
    if (scroll && marks.length) reveal(marks[0]);
    if (focus) item.focus({ preventScroll: true });
    else live.textContent = $(".message, .arith, .where, .pair", item).textContent.trim().replace(/\s+/g, " ");
  };

  // The item that a marked place leads to; `t3` and `e3` are the third tie and the evidence of the third finding.
  const itemOf = (type, place) => {
    const token = place.dataset[ATTRIBUTE[type] ?? "r"].split(" ")[0];
    if (type === "reference") return document.getElementById((token[0] === "t" ? "tie-" : "finding-") + token.slice(1));
    return document.getElementById(`${type}-${token}`);
  };

  // Stepping: the next item its filters let through; the focus goes to its words when the page shows them.
  const step = (type, by) => {
    const list = items[type].filter((item) => !item.hidden);
    if (!list.length) return;
    const at = chosen && chosen.dataset.type === type ? list.indexOf(chosen) : -1;
    const item = list[at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length];
    choose(item, { scroll: true, focus: type === "tie" });
    const { n } = item.dataset;
    const target = document.getElementById(`${BESIDE[type]}${n}`);
    back = target ?? marksOf(item)[0] ?? null;
    if (target) quietly(() => target.focus({ preventScroll: true }));
    else if (type !== "tie") item.focus({ preventScroll: true });
  };
  const visit = () => {
    if (!chosen) return;
    const places = $$(".members a.go, .evidence a.go", chosen);
    if (!places.length) return;
    member = (member + 1) % places.length;
    show(document.getElementById(places[member].hash.slice(1)));
  };
  const show = (anchor) => {
    let element = anchor;
    while (!element.firstChild && element.nextElementSibling) element = element.nextElementSibling;  // an empty anchor
    for (const mark of $$(".here")) mark.classList.remove("here");
    element.classList.add("here");
    reveal(element);
    quietly(() => element.focus({ preventScroll: true }));
  };
  let quiet = false;
  const quietly = (act) => { quiet = true; act(); quiet = false; };

  // Filters. An item that is let through by all of its shelf's filters is shown, and so are its marks.
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[\s\u202f]+/g, " ").toLowerCase();
  const hay = new Map();
  const hayOf = (item) => hay.get(item) ?? (hay.set(item, fold(item.textContent)), hay.get(item));
  const apply = (type) => {
    const shelf = document.getElementById(SHELF[type]);
    if (!shelf || !items[type].length) return;
    const off = {};
    for (const box of $$("input[type=checkbox]", shelf)) if (!box.checked) (off[box.dataset.filter] ??= new Set()).add(box.value);
    const only = $$("select", shelf).filter((select) => select.value);
    const sought = fold($("input[type=search]", shelf)?.value.trim() ?? "");
    const hidden = new Set();
    for (const item of items[type]) {
      const data = item.dataset;
      const passes = Object.entries(off).every(([name, codes]) => !codes.has(data[name]))
        && only.every((select) => data[select.dataset.filter].split(" ").includes(select.value))
        && (!sought || hayOf(item).includes(sought));
      item.hidden = !passes;
      if (!passes) hidden.add(data.n);
    }
    const shown = items[type].length - hidden.size;
    const count = $(".count", shelf);
    count.textContent = count.dataset.said.replace("{shown}", shown).replace("{all}", items[type].length);
    $(".none", shelf).hidden = shown > 0;
    const key = ATTRIBUTE[type];
    if (!key) return;
    for (const mark of $$(`#text [data-${key}]`)) mark.classList.toggle("off", mark.dataset[key].split(" ").every((n) => hidden.has(n)));
    for (const badge of type === "finding" ? $$("#text .badge") : []) badge.classList.toggle("off", hidden.has(badge.dataset.b));
  };

  // Listening.
  document.addEventListener("input", (event) => {
    const shelf = event.target.closest(".shelf");
    if (shelf) apply(Object.keys(SHELF).find((type) => SHELF[type] === shelf.id));
  });
  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (!target) return;
    const link = target.closest("a");
    if (link && !link.hash) return;
    const badge = target.closest(".badge");
    if (badge) {
      event.preventDefault();
      back = badge;
      choose(document.getElementById(`finding-${badge.dataset.b}`), { focus: event.detail === 0 });
      if (narrow.matches) reveal(badge);
      return;
    }
    if (link && panel.contains(link)) {
      const element = document.getElementById(link.hash.slice(1));
      if (!element) return;
      event.preventDefault();
      if (element.matches(".item")) return choose(element, { scroll: element.dataset.type !== "source", focus: true });
      const item = link.closest(".item");
      if (item && item !== chosen) choose(item);
      member = item ? $$(".members a.go, .evidence a.go", item).indexOf(link) : -1;
      back = link;
      return show(element);
    }
    const led = link && document.getElementById(link.hash.slice(1));
    if (led?.matches(".item")) {
      event.preventDefault();
      back = link;
      choose(led, { focus: event.detail === 0 });
      if (narrow.matches) reveal(link);
      return;
    }
    if (link) return;
    const step_ = target.closest("[data-step]");
    if (step_) {
      const shelf = step_.closest(".shelf").id;
      return step(Object.keys(SHELF).find((type) => SHELF[type] === shelf), Number(step_.dataset.step));
    }
    const item = target.closest(".item");
    if (item && !String(getSelection())) return choose(item, { scroll: true });
    if (target.closest("#text") && String(getSelection())) return;
    const places = [
      ["finding", target.closest(".find:not(.off)")], ["figure", target.closest("#text .fig:not(.off)")],
      ["reference", target.closest("#text .ref")],
      // On a phone a tap on plain text is no question: there the badges and the marks of notes lead to these.
      ...narrow.matches ? [] : [["claim", target.closest("#text [data-c]")], ["note", target.closest("#text [data-m]")]],
    ].filter(([, place]) => place);
    if (!places.length) return;
    // Words under several marks open one after the other.
    const ways = places.map(([type, place]) => [place, itemOf(type, place)]);
    const [place, next] = ways[(ways.findIndex(([, item]) => item === chosen) + 1) % ways.length];
    back = place;
    choose(next);
    if (narrow.matches) reveal(back);
  });
  document.addEventListener("focusin", (event) => {
    const badge = quiet ? null : event.target.closest?.(".badge");
    if (badge && badge.matches(":focus-visible")) choose(document.getElementById(`finding-${badge.dataset.b}`));
  });
  for (const tab of tabs) {
    tab.addEventListener("click", () => {
      const again = tab.getAttribute("aria-selected") === "true" && panel.classList.contains("up");
      openShelf(tab.dataset.tab);
      shelves.scrollTop = 0;
      raise(!(again && narrow.matches));
    });
    tab.addEventListener("keydown", (event) => {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!by) return;
      const next = tabs[(tabs.indexOf(tab) + by + tabs.length) % tabs.length];
      openShelf(next.dataset.tab);
      next.focus();
    });
  }
  $("#shut").addEventListener("click", () => raise(false));
  $("#help-button").addEventListener("click", () => help.showModal());
  $("#help-close").addEventListener("click", () => help.close());

  const KEYS = {
    n: () => step("finding", 1), j: () => step("finding", 1), p: () => step("finding", -1), k: () => step("finding", -1),
    f: () => step("figure", 1), F: () => step("figure", -1), t: () => step("tie", 1), T: () => step("tie", -1),
    c: () => step("claim", 1), C: () => step("claim", -1), r: () => step("note", 1), R: () => step("note", -1), m: visit,
    "/": () => {
      const search = $("#search");
      if (!search) return;
      openShelf("figures");
      raise(true);
      search.focus();
      search.select();
    },
    "?": () => help.showModal(),
    Escape: () => {
      const to = back;
      clear();
      raise(false);
      back = null;
      if (to?.isConnected) quietly(() => to.focus({ preventScroll: true }));
      else document.activeElement?.blur();
    },
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open || !Object.hasOwn(KEYS, event.key)) return;
    if (event.key !== "Escape" && event.target.closest?.("input:not([type=checkbox]), select, textarea")) return;
    event.preventDefault();
    KEYS[event.key]();
  });

  openShelf("findings");
  for (const type of Object.keys(SHELF)) apply(type);
  const asked = document.getElementById(location.hash.slice(1));
  if (asked?.matches(".item")) choose(asked, { scroll: true });
})();
