// A choice that is gone after the list was exchanged, such as a removed chip, leaves the focus nowhere: the sentence
// that says what the list shows takes it.
document.addEventListener("htmx:afterSettle", () => {
  const sentence = document.getElementById("sentence");
  if (sentence && document.activeElement === document.body) sentence.focus({ preventScroll: true });
});

// The filters stay as the reader left them when the list is exchanged.
let unfolded = false;
document.addEventListener("htmx:beforeSwap", () => { unfolded = document.getElementById("narrow-open")?.open ?? false; });
document.addEventListener("htmx:afterSwap", () => {
  const filters = document.getElementById("narrow-open");
  if (filters) filters.open = unfolded;
});
