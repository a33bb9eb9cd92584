// A text in three languages typed or pasted into one box, each behind its mark (en: … ru: … kk: …), goes into its boxes.
"use strict";
(() => {
  const MARK = /(?:^|\n|\|)\s*(en|ru|kk)\s*:/i;
  const split = (group, box, text) => {
    if (!new RegExp(`^\\s*(?:en|ru|kk)\\s*:`, "i").test(text)) return false;
    const pieces = text.split(MARK).slice(1);
    const texts = new Map();
    for (let at = 0; at < pieces.length; at += 2) {
      if (texts.has(pieces[at].toLowerCase())) return false;
      texts.set(pieces[at].toLowerCase(), pieces[at + 1].trim());
    }
    const boxes = new Map([...group.querySelectorAll("textarea, input")].map((each) => [each.lang, each]));
    if ([...texts.keys()].some((language) => boxes.get(language) !== box && boxes.get(language)?.value)) return false;
    box.value = "";
    for (const [language, piece] of texts) {
      boxes.get(language).value = piece;
      boxes.get(language).dispatchEvent(new Event("input", { bubbles: true }));
    }
    return true;
  };
  document.addEventListener("change", (event) => {
    const group = event.target.closest?.(".translated");
    if (group) split(group, event.target, event.target.value);
  });
  document.addEventListener("paste", (event) => { // a box of one line would lose the lines between the languages
    const group = event.target.closest?.(".translated");
    if (group && !event.target.value && split(group, event.target, event.clipboardData.getData("text"))) event.preventDefault();
  });
})();
