// Search boxes tell a screen reader what they choose: select2 knows the field, not its label.
"use strict";
(() => {
  const nameOf = (select) => {
    const label = select?.labels?.[0] || document.querySelector(`label[for="${select?.id}"]`);
    return label?.textContent.replace(/[\s:]+$/, "").trim() || select?.name || "";
  };
  const name = (root) => {
    for (const select of root.querySelectorAll("select.admin-autocomplete")) {
      const box = select.nextElementSibling;
      if (!box?.classList.contains("select2")) continue;
      const single = box.querySelector(".select2-selection--single");
      if (single) {
        single.removeAttribute("aria-labelledby");
        single.firstElementChild?.removeAttribute("role");
        single.firstElementChild?.removeAttribute("aria-readonly");
        single.setAttribute("aria-label", [nameOf(select), single.textContent.trim()].filter(Boolean).join(": "));
      }
      const list = box.querySelector("ul.select2-selection__rendered");
      const clear = list?.querySelector(":scope > .select2-selection__clear"); // a list holds nothing but its points
      if (clear) list.after(clear);
      box.querySelector(".select2-search__field")?.setAttribute("aria-label", nameOf(select));
    }
  };
  const soon = (event) => setTimeout(() => name(event.target.querySelectorAll ? event.target : document));
  window.addEventListener("load", soon);
  document.addEventListener("formset:added", soon);
  document.addEventListener("change", () => setTimeout(() => name(document)));
  window.addEventListener("load", () => { // select2 tells nobody but jQuery
    window.django?.jQuery?.(document).on("change", () => setTimeout(() => name(document)));
  });
  document.addEventListener("focusin", (event) => {
    if (!event.target.classList.contains("select2-search__field") || event.target.hasAttribute("aria-label")) return;
    const open = document.querySelector(".select2-container--open")?.previousElementSibling;
    event.target.setAttribute("aria-label", nameOf(open));
  });
})();
