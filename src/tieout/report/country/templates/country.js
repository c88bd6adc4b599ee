// The filter by source and year, and the button that unfolds everything. Without it the page shows all there is.
(() => {
  "use strict";
  const form = document.getElementById("filter"), doc = document.getElementById("by-doc");
  const from = document.getElementById("from"), to = document.getElementById("to");
  const all = document.getElementById("all"), shown = document.getElementById("shown");
  const items = [...document.querySelectorAll(".item[data-docs]")];

  const fits = (item) => {
    if (doc.value && !item.dataset.docs.split(" ").includes(doc.value)) return false;
    if (!from.value && !to.value) return true;
    const [first, last] = item.dataset.years.split(" ").map(Number);
    return !!first && (!from.value || last >= +from.value) && (!to.value || first <= +to.value);
  };
  const apply = () => {
    const asked = doc.value || from.value || to.value;
    let count = 0;
    for (const item of items) {
      item.hidden = !!asked && !fits(item);
      if (!item.hidden) count += 1;
    }
    for (const part of document.querySelectorAll(".part, .topic")) {
      const held = part.querySelectorAll(".item[data-docs]");
      part.hidden = !!asked && held.length > 0 && ![...held].some((item) => !item.hidden);
    }
    for (const more of document.querySelectorAll("details.more")) {
      more.hidden = !!asked && !more.querySelector(".item:not([hidden])");
      if (asked) more.open = true;
    }
    all.hidden = !asked;
    shown.textContent = asked ? shown.dataset.said.replace("{n}", count) : "";
  };
  form.addEventListener("change", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());

  const unfold = document.getElementById("unfold");
  unfold.addEventListener("click", () => {
    const open = unfold.textContent === unfold.dataset.unfold;
    for (const part of document.querySelectorAll("main details")) part.open = open;
    unfold.textContent = open ? unfold.dataset.fold : unfold.dataset.unfold;
  });
  apply();
})();
