// Entries of a part change places by button; the order number that is sent follows. How many there are stands in the fold.
"use strict";
(() => {
  const form = document.getElementById("case_form");
  if (!form) return;
  const words = document.getElementById("facts").dataset;
  const entries = (group) => [...group.querySelectorAll(".inline-related:not(.empty-form, .tabular), tr.form-row:not(.empty-form)")];
  const position = (entry) => entry.querySelector('input[name$="-position"]');
  const renumber = (group) => entries(group).forEach((entry, index) => { position(entry).value = index + 1; });
  const count = (group) => {
    const summary = group.querySelector("summary");
    if (!summary) return;
    let shown = summary.querySelector(".count");
    if (!shown) {
      shown = document.createElement("span");
      shown.className = "count";
      (summary.firstElementChild || summary).append(" ", shown);
    }
    shown.textContent = entries(group).length ? `(${entries(group).length})` : "";
  };
  const move = (group, entry, step) => {
    const all = entries(group);
    const other = all[all.indexOf(entry) + step];
    if (!other) return;
    if (step < 0) other.before(entry); else other.after(entry);
    renumber(group);
    form.dispatchEvent(new Event("input"));
  };
  const button = (group, entry, step, sign, words) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = sign;
    made.title = words;
    made.setAttribute("aria-label", words);
    made.addEventListener("click", () => { move(group, entry, step); made.focus(); });
    return made;
  };
  const give = (group, entry) => {
    if (!position(entry) || entry.querySelector(".order-buttons")) return;
    const buttons = document.createElement("span");
    buttons.className = "order-buttons";
    buttons.append(button(group, entry, -1, "\u2191", words.up), button(group, entry, 1, "\u2193", words.down));
    entry.querySelector("h3")?.append(buttons);
  };
  const all = () => {
    for (const group of form.querySelectorAll(".inline-group")) {
      entries(group).forEach((entry) => give(group, entry));
      count(group);
    }
  };
  window.addEventListener("load", all);
  document.addEventListener("formset:added", () => setTimeout(all));
  document.addEventListener("formset:removed", () => setTimeout(all));
})();
