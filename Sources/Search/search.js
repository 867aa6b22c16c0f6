// Search while typing. SearchIndex.swift describes the index and its tables.
const form = document.querySelector("form[data-index]");
const [input, status, results] = form.querySelectorAll("input, [role=status], ol");
const list = document.getElementById("recherche_liste");

const index = await (await fetch(form.dataset.index)).json();
const { folding, points, entries, kinds } = index;
const [elisions, whole, ignored] = ["elisions", "whole", "ignored"].map((name) => new Set(folding[name].split(" ")));
const letters = new Map(Object.entries(folding.letters).flatMap(([to, from]) => [...from].map((letter) => [letter, to])));

// The compounds of a text: words, place.
function compounds(text) {
  const places = [];
  let folded = "", place = 0;
  for (const letter of text) {
    folded += letters.get(letter) ?? letter.toLowerCase();
    while (places.length < folded.length) places.push(place);
    place += letter.length;
  }
  places.push(place);
  return [...folded.matchAll(/[\p{L}\p{N}\p{M}]+(?:['-][\p{L}\p{N}\p{M}]+)*/gu)].map(({ 0: match, index }) => {
    let rest = match, cut;
    while ((cut = rest.indexOf("'")) > 0 && !whole.has(rest) && elisions.has(rest.slice(0, cut))) rest = rest.slice(cut + 1);
    const words = whole.has(rest) ? [rest.replace(/['-]/g, "")] : rest.split(/['-]/);
    const end = index + match.length;
    return { words, all: [...words, words.join("")], start: places[end - rest.length], end: places[end] };
  });
}

const wordsOf = (text) => compounds(text).flatMap(({ words }) => words);
const tells = (word) => word.length > 1 && !ignored.has(word);

function stem(word) {
  const fits = folding.endings.find(([ending, , rest]) => word.endsWith(ending) && word.length >= ending.length + rest);
  return fits ? word.slice(0, -fits[0].length) + fits[1] : word;
}

// By word: its stem, and who has it where: entry, field (title 0, summary 1, text 2), entry, field …
const terms = new Map();
function add(word, entry, field) {
  if (!terms.has(word)) terms.set(word, { stem: stem(word), hits: [] });
  const { hits } = terms.get(word);
  if (hits.at(-2) !== entry) hits.push(entry, field);
}
const titleLengths = entries.map(([, title, kind, when, summary], entry) => {
  [title, summary, kinds[kind] + " " + when].forEach((text, field) => {
    for (const word of compounds(text).flatMap(({ all }) => all)) add(word, entry, field);
  });
  return wordsOf(title).filter(tells).join("").length;
});
const places = index.places.split(" ");
let word = "";
for (const [i, written] of index.terms.split(" ").entries()) {
  word = word.slice(0, parseInt(written[0], 36)) + written.slice(1);
  let entry = -1, number = 0;
  for (const digit of places[i]) {
    if (/[A-Z]/.test(digit)) number = number * 26 + digit.charCodeAt(0) - 65;
    else {
      entry += number * 36 + parseInt(digit, 36) + 1;
      number = 0;
      add(word, entry, 2);
    }
  }
}

// One letter wrong, missing or too many, or two swapped.
function isNear(a, b) {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const x = a.slice(i), y = b.slice(i);
  return x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1) || x[1] + x[0] + x.slice(2) === y;
}

const raise = (found, entry, value) => found.set(entry, Math.max(value, found.get(entry) ?? 0));

let marked;
// The entries of the words that have a worth, with their points by field.
function take(worth) {
  const found = new Map();
  for (const [word, term] of terms) {
    const values = worth(word, term.stem);
    if (values) marked.add(word);
    for (let i = 0; values && i < term.hits.length; i += 2) {
      raise(found, term.hits[i], values[term.hits[i + 1]]);
    }
  }
  return found;
}
function written(word) {
  const stemmed = stem(word);
  return take((other, stem) => stem === stemmed ? points.whole : other.startsWith(word) && points.beginning);
}
function split(word) {
  const found = new Map();
  for (let i = 1; i < word.length - 1; i++) {
    const left = word.slice(0, i), isElision = elisions.has(left);
    const before = i > 1 && terms.has(left) ? written(left) : new Map();
    if (isElision || before.size) for (const [entry, value] of written(word.slice(i))) {
      if (isElision || before.has(entry)) raise(found, entry, Math.min(value, before.get(entry) ?? value));
    }
  }
  return found;
}
function near(word) {
  if (word.length < folding.shortestMisspelt) return new Map();
  const stemmed = stem(word);
  const found = take((other, stem) => (isNear(word, other) || isNear(stemmed, stem)) && points.near);
  return found.size ? found
    : take((other) => [-1, 0, 1].some((more) => isNear(word, other.slice(0, word.length + more))) && points.near);
}

function search(query) {
  marked = new Set();
  let words = wordsOf(query);
  if (words.some(tells)) words = words.filter(tells);
  const finds = words.map((word) => [written, split, near].reduce((found, way) => found.size ? found : way(word), new Map()));
  for (let i = 1; i < words.length; i++) for (const [entry, value] of written(words[i - 1] + words[i])) {
    raise(finds[i - 1], entry, value);
    raise(finds[i], entry, value);
  }
  // Of equals coming events first, past ones last.
  const today = new Date().toLocaleDateString("sv"), titles = Object.values(points).map(([title]) => title);
  const ranks = entries.map((entry, i) => {
    const [, , kind, , , day] = entry, values = finds.map((found) => found.get(i)).filter(Boolean);
    return {
      entry, i, day, count: values.length, sum: values.reduce((a, b) => a + b, 0),
      isAll: finds.every((found) => titles.includes(found.get(i))) && titleLengths[i] <= words.join("").length + 2,
      time: kind !== index.event || !day ? 1 : day >= today ? 0 : 2,
    };
  });
  const most = Math.max(1, ...ranks.map(({ count }) => count));
  const found = ranks.filter(({ count }) => count === most).sort((a, b) => b.sum - a.sum || b.isAll - a.isAll ||
    a.time - b.time || (a.time ? b.day.localeCompare(a.day) : a.day.localeCompare(b.day)) || a.i - b.i);
  return { found, isPartial: most < words.length };
}

// « aujourd’hui » (as the visitor has it, else the next day that holds anything), « vendredi », « 21 mars », « 21/3 »: that
// day, then what takes place on it.
const plain = (word) => word.replace(/^0?(\d+)(er)?$/, "$1");
const days = index.days.map(([day, name, href, ...held]) => ({
  day, name, href, held: [...new Set(held)], said: wordsOf(name).map(plain), digits: day.split("-").reverse().map(plain),
}));
const ahead = new Map([["aujourdhui", 0], ["soir", 0], ["demain", 1]]);
function dayOf(query) {
  const words = wordsOf(query).filter((word) => !ignored.has(word)).map(plain), more = ahead.get(words.join(" "));
  const date = new Date(), has = (word) => words.includes(word);
  date.setDate(date.getDate() + (more ?? 0));
  const asked = date.toLocaleDateString("sv");
  return words.length && days.find(({ day, said, digits }) => day >= asked && (more >= 0 ||
    words.every((word) => said.includes(word)) && (has(said[0]) || has(said[1]) && has(said[2])) ||
    words.length > 1 && words.every((word, i) => word === digits[i])));
}
function withDay(query, { found, isPartial }) {
  const day = dayOf(query);
  if (!day) return { found, isPartial };
  const { name, href, held } = day;
  const rows = held.map((i) => Object.assign([...entries[i]], entries[i][3].startsWith(name) ? {} : { 3: name }));
  rows.unshift([href, name[0].toUpperCase() + name.slice(1), index.event, "", rows.map((row) => row[1]).join(", ")]);
  return { found: [...rows.map((entry) => ({ entry })), ...found.filter(({ i }) => !held.includes(i))] };
}

function make(name, content, properties) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...content);
  return made;
}
function marks(text) {
  const nodes = [];
  let last = 0;
  for (const { all, start, end } of compounds(text)) if (all.some((word) => marked.has(word))) {
    nodes.push(text.slice(last, start), make("mark", text.slice(start, end)));
    last = end;
  }
  return [...nodes, text.slice(last)];
}

const query = () => input.value.normalize().trim();
const save = () => history.replaceState(null, "", query() ? "?q=" + encodeURIComponent(query()) : location.pathname);
let timer;
function show() {
  const { found, isPartial } = withDay(query(), search(query()));
  results.replaceChildren(...found.slice(0, 50).map(({ entry: [href, title, kind, when, summary] }) => make("li", [
    make("a", marks(title), { href }),
    make("p", [kinds[kind] + (when && ", " + when)], { className: "when" }),
    make("p", marks(summary)),
  ])));
  list.hidden = found.length;
  clearTimeout(timer);
  timer = setTimeout(() => {
    save();
    const count = found.length + (found.length > 1 ? " résultats" : " résultat");
    const { nothing, partial } = form.dataset;
    status.textContent = query() && (!found.length ? nothing : isPartial ? partial + count : count);
  }, 300);
}

input.addEventListener("input", show);
results.addEventListener("click", save);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  save();
  results.querySelector("a")?.focus();
});
form.addEventListener("keydown", (event) => {
  const stops = [input, ...results.querySelectorAll("a")];
  const next = stops[stops.indexOf(document.activeElement) + { ArrowDown: 1, ArrowUp: -1 }[event.key]];
  if (next) event.preventDefault();
  next?.focus();
});
form.hidden = false;
input.value = new URLSearchParams(location.search).get("q");
show();
