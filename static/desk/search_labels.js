// The search boxes that replace long lists have no names of their own: they get those of the lists.
"use strict";
window.addEventListener("load", () => {
  for (const box of document.querySelectorAll(".select2-search__field")) {
    const list = box.closest(".select2-container").previousElementSibling;
    const label = list && document.querySelector(`label[for="${list.id}"]`);
    if (label) box.setAttribute("aria-label", label.textContent.trim());
  }
});
