// The case form, a little easier: check beside the form, a warning before unsaved work is left. All optional.
"use strict";
(() => {
  const form = document.getElementById("case_form");
  if (!form) return;
  let touched = false;
  form.addEventListener("input", () => { touched = true; });
  form.addEventListener("change", () => { touched = true; });
  form.addEventListener("submit", (event) => {
    if (event.submitter?.formTarget === "_blank") return; // check and preview save nothing
    touched = false;
  });
  window.addEventListener("beforeunload", (event) => {
    if (touched) event.preventDefault();
  });
  const button = document.getElementById("check");
  const answer = document.getElementById("check-answer");
  button?.addEventListener("click", async (event) => {
    event.preventDefault();
    button.disabled = true;
    try {
      const response = await fetch(button.formAction, {
        method: "POST", body: new FormData(form), headers: { "X-Requested-With": "fetch" },
      });
      answer.innerHTML = await response.text();
      answer.hidden = false;
      answer.scrollIntoView({ block: "start" });
    } finally {
      button.disabled = false;
    }
  });
  // What was understood of a date or a length, said back beside the field.
  const address = form.dataset.understand || document.getElementById("facts")?.dataset.understand;
  form.addEventListener("change", async (event) => {
    const field = event.target;
    const sort = "date" in field.dataset ? "date" : field.name.endsWith("length") || field.name.endsWith("-by") ? "length" : "";
    if (!address || !sort || !(field instanceof HTMLInputElement)) return;
    let echo = field.parentNode.querySelector(".echo");
    if (!echo) {
      echo = document.createElement("span");
      echo.className = "echo";
      echo.setAttribute("role", "status");
      field.after(echo);
    }
    echo.textContent = "";
    if (!field.value.trim()) return;
    const response = await fetch(`${address}?${sort}=${encodeURIComponent(field.value)}`);
    if (!response.ok) return;
    const said = await response.json();
    echo.textContent = said.words;
    echo.classList.toggle("unknown", !said.known);
  });
})();
