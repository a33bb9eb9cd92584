// A new entry begins with what is likely: an id, the verdict it follows, what stands in the entry above. All of it is
// shown and can be changed. Sources and courts chosen once are offered as buttons in every other entry.
"use strict";
(() => {
  const form = document.getElementById("case_form");
  if (!form) return;
  const jQuery = window.django.jQuery;
  const words = document.getElementById("facts").dataset;
  const entries = (group) => [...group.querySelectorAll(".inline-related:not(.empty-form, .tabular), tr.form-row:not(.empty-form)")];
  const tail = (box) => box.name.replace(/^[a-z]+-\d+-/, "-");
  const twin = (entry, box) => entry.querySelector(`[name$="${tail(box)}"]`);
  const label = (box) => (box.closest(".flex-container, .form-row, td")?.querySelector("label, legend")?.textContent
    || box.dataset.label || "").replace(/[\s:]+$/, "");
  const changed = (box) => {
    jQuery(box).trigger("change");
    form.dispatchEvent(new Event("input"));
  };

  const isEmpty = (box) => (box.multiple ? !box.selectedOptions.length : !box.value);
  const choose = (box, value, text) => {
    let option = [...box.options].find((each) => each.value === value);
    if (!option) box.append(option = new Option(text, value));
    option.selected = true;
  };
  const copy = (from, to) => {
    if (to instanceof HTMLSelectElement) for (const option of from.selectedOptions) choose(to, option.value, option.text);
    else to.value = from.value;
    to.dataset.proposed = to.value;
    changed(to);
  };
  const propose = (box, value) => {
    if (!value || (box.value && box.value !== box.dataset.proposed)) return;
    box.value = box.dataset.proposed = value;
    changed(box);
  };

  // Ids: counted, or by the kind of restriction.
  const ids = (entry) => entries(entry.closest(".inline-group"))
    .map((each) => each.querySelector('[name$="-slug"]')).filter(Boolean);
  const free = (entry, own, wanted, first) => {
    const taken = ids(entry).filter((box) => box !== own).map((box) => box.value);
    if (first && !taken.includes(wanted)) return wanted;
    let number = 1;
    while (taken.includes(`${wanted}${number}`)) number += 1;
    return `${wanted}${number}`;
  };
  const giveId = (entry) => {
    const box = entry.querySelector('[name$="-slug"][data-letter]');
    if (box?.dataset.letter) propose(box, free(entry, box, box.dataset.letter, false));
  };
  const kindChosen = (entry, kind) => {
    const box = entry.querySelector('[name$="-slug"][data-ids]');
    const wanted = box && JSON.parse(box.dataset.ids)[kind.value];
    if (wanted) propose(box, free(entry, box, wanted, true) === wanted ? wanted : free(entry, box, `${wanted}-`, false));
  };

  // An appeal decides on the ruling above it, a later order on the first verdict.
  const verdicts = () => [...form.querySelectorAll('#verdicts-group [name$="-slug"]')].filter((box) => !box.name.includes("__"));
  const instanceChosen = (entry, instance) => {
    const all = verdicts();
    const own = all.findIndex((box) => entry.contains(box));
    if (own < 1 || instance.value === "first") return;
    propose(entry.querySelector('[name$="-on"]'), all[instance.value === "appeal" || instance.value === "cassation" ? own - 1 : 0].value);
  };

  const begin = (entry) => {
    const all = entries(entry.closest(".inline-group"));
    const above = all[all.indexOf(entry) - 1];
    const taken = new Set();
    giveId(entry);
    for (const box of above ? entry.querySelectorAll("[data-carried]") : []) {
      const from = twin(above, box);
      if (!from || isEmpty(from)) continue;
      copy(from, box);
      taken.add(label(box));
    }
    const verdict = entry.querySelector("[data-first]");
    if (verdict && isEmpty(verdict)) propose(verdict, verdicts()[0]?.value);
    if (taken.size) {
      const note = document.createElement("p");
      note.className = "help from-above";
      note.textContent = `${words.above} ${[...taken].join(", ")}`;
      entry.querySelector("h3")?.after(note);
    }
    offer(entry);
    entry.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  };

  // Whoever speaks now has not the role of who spoke above.
  const speakerChosen = (entry, box) => {
    for (const other of entry.querySelectorAll('[name*="-speaker_"]')) {
      if (other !== box && other.dataset.proposed && other.value === other.dataset.proposed) other.value = "";
    }
  };

  // What was chosen once is one press away.
  const known = (sort) => {
    const options = [...form.querySelectorAll(`select[data-offers="${sort}"]`)].flatMap((box) => [...box.options]);
    return new Map(options.filter((option) => option.value).map((option) => [option.value, option.text]));
  };
  const offer = (entry) => {
    for (const box of entry.querySelectorAll("select[data-offers]")) {
      const place = box.closest(".flex-container") || box.closest(".related-widget-wrapper") || box.parentNode;
      let offers = place.nextElementSibling?.classList.contains("offers") ? place.nextElementSibling : null;
      if (!offers) {
        offers = document.createElement("div");
        offers.className = "offers";
        offers.dataset.of = box.id;
        offers.setAttribute("role", "group");
        offers.setAttribute("aria-label", words.offers);
        place.after(offers);
      }
      const chosen = [...box.selectedOptions].map((option) => option.value);
      const left = [...known(box.dataset.offers)].filter(([value]) => !chosen.includes(value));
      offers.replaceChildren(...left.map(([value, text]) => {
        const button = document.createElement("button");
        button.type = "button";
        button.dataset.value = value;
        button.textContent = text;
        button.title = value;
        button.addEventListener("click", () => {
          const next = button.nextElementSibling?.dataset.value || button.previousElementSibling?.dataset.value;
          choose(box, value, text);
          changed(box);
          offers.querySelector(`[data-value="${CSS.escape(next || "")}"]`)?.focus();
        });
        return button;
      }));
    }
  };

  const entryOf = (box) => box.closest(".inline-related:not(.tabular), tr.form-row")
    || (box.closest(".inline-group") ? null : box.closest("fieldset"));
  document.addEventListener("formset:added", (event) => setTimeout(() => begin(event.target)));
  form.addEventListener("focusin", (event) => {
    const entry = entryOf(event.target);
    if (entry && !entry.querySelector(".offers")) offer(entry);
  });
  jQuery(form).on("change", ":input", (event) => {
    const box = event.target;
    const entry = entryOf(box);
    if (!entry) return;
    if (box.name.endsWith("-kind")) kindChosen(entry, box);
    if (box.name.endsWith("-instance")) instanceChosen(entry, box);
    if (box.name.includes("-speaker_name_")) speakerChosen(entry, box);
    if (box.dataset.offers && entry.querySelector(".offers")) offer(entry);
  });
})();
