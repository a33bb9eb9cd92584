// The case form, a little easier: check beside the form, a warning before unsaved work is left. All optional.
"use strict";
(() => {
  const form = document.getElementById("case_form");
  if (!form) return;
  let touched = false;
  form.addEventListener("input", () => { touched = true; });
  form.addEventListener("change", () => { touched = true; });
  form.addEventListener("submit", (event) => {
    if (event.submitter && event.submitter.id === "check") return;
    touched = false;
  });
  window.addEventListener("beforeunload", (event) => {
    if (touched) event.preventDefault();
  });
  const button = document.getElementById("check");
  const answer = document.getElementById("check-answer");
  if (!button || !answer) return;
  button.addEventListener("click", async (event) => {
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
})();
