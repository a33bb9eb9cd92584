// The search of a mirror on a host of files. Where this does not run, from a disk or with scripts off, the page says so.
const form = document.getElementById("search");
const count = document.getElementById("count");
const list = document.getElementById("found");
const more = document.getElementById("more");
const root = new URL(form.dataset.root, document.baseURI);
const AT_ONCE = 20;
let matches = [];
let latest = 0;

const pagefind = await import(new URL("pagefind/pagefind.js", root));
await pagefind.options({ excerptLength: 30 });
await pagefind.init();
form.hidden = false;
document.getElementById("without").hidden = true;

// Kind and state are asked of one and the same restriction, as the site asks them.
function filters() {
  const chosen = new URLSearchParams([...new FormData(form)].filter(([name, value]) => name !== "q" && value));
  const queries = [];
  if (chosen.has("kind") && chosen.has("state")) {
    queries.push(`kind=${chosen.get("kind")}/state=${chosen.get("state")}`);
    chosen.delete("kind");
    chosen.delete("state");
  }
  for (const [name, value] of chosen) queries.push(`${name}=${value}`);
  return Object.fromEntries(queries.map((query) => [query, "1"]));
}

// The index holds text with marks around the words that were met, and nothing else is taken from it.
function excerpt(marked) {
  const line = document.createElement("p");
  line.className = "snippet";
  for (const node of new DOMParser().parseFromString(marked, "text/html").body.childNodes) {
    const part = node.nodeName === "MARK" ? document.createElement("mark") : document.createElement("span");
    part.textContent = node.textContent;
    line.append(part);
  }
  return line;
}

async function show() {
  const asked = latest;
  const pages = await Promise.all(matches.splice(0, AT_ONCE).map((match) => match.data()));
  if (asked !== latest) return;
  for (const page of pages) {
    const row = document.createElement("li");
    const link = document.createElement("a");
    link.href = new URL(page.raw_url.replace(/^\//, ""), root);
    link.textContent = page.meta.title;
    row.append(link, excerpt(page.excerpt));
    list.append(row);
  }
  more.hidden = matches.length === 0;
}

async function search() {
  const asked = ++latest;
  const words = form.elements.q.value.trim();
  const chosen = filters();
  const asks = words || Object.keys(chosen).length;
  const answer = asks ? await pagefind.search(words || null, { filters: chosen }) : { results: [] };
  if (asked !== latest) return;
  matches = answer.results;
  list.replaceChildren();
  count.hidden = !asks;
  count.lastElementChild.textContent = matches.length;
  await show();
}

form.addEventListener("submit", (event) => { event.preventDefault(); search(); });
form.addEventListener("change", search);
more.firstElementChild.addEventListener("click", show);
