// The forms by which anyone proposes an entry, and the page that makes a photograph fit to be published. Nothing is sent from
// here: the person opens the forge, their mail or their folder. ProposalForm.swift writes the form; the words in which an
// event returns are those that the program's own grammar reads.

// MARK: The file

const weekdays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
const months = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];
const list = (words) => words.length < 2 ? words.join("") : words.slice(0, -1).join(", ") + " et " + words.at(-1);

// Days are read and counted in UTC: they are civil days, of no zone.
const day = (iso) => new Date(iso + "T00:00Z");
const iso = (date) => date.toISOString().slice(0, 10);
const later = (date, days) => iso(new Date(day(date).getTime() + days * 864e5));
const weekday = (date) => (day(date).getUTCDay() + 6) % 7;
const nth = (number) => number === 1 ? "1er" : number + "e";
const spoken = (date) => {
  const [year, month, number] = date.split("-").map(Number);
  return `${number === 1 ? "1er" : number} ${months[month - 1]} ${year}`;
};

// What a day may be within its month, by the name that the menu gives it: [name, words].
export function placesInMonth(date) {
  const number = day(date).getUTCDate(), name = weekdays[weekday(date)];
  const isLastWeek = later(date, 7).slice(0, 7) !== date.slice(0, 7), isLastDay = later(date, 1).slice(0, 7) !== date.slice(0, 7);
  const places = [];
  if (number <= 28) places.push([String(Math.ceil(number / 7)), `le ${nth(Math.ceil(number / 7))} ${name} du mois`]);
  if (isLastWeek) places.push(["dernier", `le dernier ${name} du mois`]);
  places.push(["jour", `le ${number === 1 ? "1er" : number} du mois`]);
  if (isLastDay) places.push(["fin", "le dernier jour du mois"]);
  return places;
}

// How an event returns, in words: { every, date, days, place, other, until, count, holidays, publicHolidays, except }.
export function repetition(when) {
  const own = weekday(when.date);
  const days = [...new Set([own, ...(when.days ?? []).map(Number)])].sort((a, b) => a - b).map((number) => weekdays[number]);
  let words;
  switch (when.every) {
    case "day": words = "tous les jours"; break;
    case "week": words = days.length === 7 ? "tous les jours" : "tous les " + list(days.map((name) => name + "s")); break;
    case "fortnight": words = "toutes les deux semaines, " + list(days.map((name) => "le " + name)); break;
    case "month": {
      const place = (placesInMonth(when.date).find(([name]) => name === when.place) ?? placesInMonth(when.date)[0])[1];
      const isOther = when.other && when.other !== when.place && /^(\d|dernier)$/.test(when.place);
      const rank = (name) => name === "dernier" ? 9 : Number(name);
      const both = isOther ? [when.place, when.other].sort((a, b) => rank(a) - rank(b)) : [];
      words = isOther
        ? list(both.map((name) => "le " + (name === "dernier" ? name : nth(Number(name))))) + ` ${weekdays[own]} du mois`
        : place;
      break;
    }
    case "year": {
      const words29 = when.date.endsWith("-02-29") ? "chaque année bissextile" : "chaque année";
      words = `${words29}, le ${spoken(when.date).replace(/ \d+$/, "")}`;
    }
  }
  if (when.until) words += ` jusqu'au ${spoken(when.until)}`;
  else if (when.count) words += `, ${when.count} fois`;
  const except = [
    ...(when.holidays ? ["vacances scolaires"] : []), ...(when.publicHolidays ? ["jours fériés"] : []),
    ...[...(when.except ?? [])].filter(Boolean).sort().map((date) => "le " + spoken(date)),
  ];
  return words + (except.length ? (when.count && !when.until ? ", sauf " : " sauf ") + list(except) : "");
}

const entities = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };
const quotes = ["“”", "„“", "„”", "‘’", "””", "\"”", "“\"", "”\""];

// A text on one line, as the program reads it: see WrittenText.swift.
export function cleaned(text) {
  let before;
  do {
    before = text;
    text = text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (all, number, hex, name) => {
      const code = number ? Number(number) : hex ? parseInt(hex, 16) : 0;
      return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : entities[name] ?? all;
    });
  } while (text !== before);
  text = text.replace(/[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g, "")
    .replace(/\s+/g, " ").trim();
  while (text.length > 1 && quotes.includes(text[0] + text.at(-1))) {
    const inner = text.slice(1, -1).trim();
    if (/[“”„]/.test(inner) || (inner.includes('"') && text.includes('"'))) break;
    text = inner;
  }
  return text;
}

const quoted = (text) => "'" + text.replaceAll("'", "''") + "'";

// What is written behind `key: ` for a text.
export function written(text) {
  const [first, last] = [text[0], text.at(-1)];
  const isBetween = text.length > 1 && first === last && (first === "'" || first === '"');
  const isLone = text.length > 1 && (first === '"' || last === '"') && text.split('"').length === 2;
  const isInBraces = first === "{" && last === "}" && text.includes(":");
  return isBetween || isLone || isInBraces ? quoted(text) : text;
}

// A member of a list between brackets.
const member = (text) => /^[\p{L}][\p{L}\p{N} _.-]*$/u.test(text) && !/^(oui|non|vrai|faux|true|false|null|yes|no|on|off|y|n)$/i.test(text)
  ? text : quoted(text);

export function slug(text) {
  const plain = text.toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/ß/g, "ss").replace(/ø/g, "o").replace(/ł/g, "l")
    .normalize("NFD").replace(/\p{M}/gu, "").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return plain.length <= 60 ? plain : plain.slice(0, 61).replace(/-[^-]*$/, "").slice(0, 60);
}

// Whether a day is one on which the event returns: any other can't be left out.
export function returns(when, date) {
  if (date < when.date || (when.until && date > when.until)) return false;
  const monday = (of) => day(later(of, -weekday(of))).getTime();
  const isNamed = [weekday(when.date), ...(when.days ?? []).map(Number)].includes(weekday(date));
  const isLike = (place) => placesInMonth(date).some(([name, words]) => name === place
    && (/^(\d|dernier)$/.test(name) ? weekday(date) === weekday(when.date) : placesInMonth(when.date).some((own) => own[1] === words)));
  switch (when.every) {
    case "week": return isNamed;
    case "fortnight": return isNamed && (monday(date) - monday(when.date)) / 6048e5 % 2 === 0;
    case "month": return [when.place, /^(\d|dernier)$/.test(when.place) && when.other].filter(Boolean).some(isLike);
    case "year": return date.slice(5) === when.date.slice(5);
    default: return true;
  }
}

// A whole address of the web: see WebAddress.swift.
export function isWebAddress(text) {
  const rest = /^https?:\/\/(.+)$/is.exec(text)?.[1] ?? "";
  const authority = rest.split(/[/?#]/)[0], host = authority.split(":")[0];
  return !/[\0-\x20\x7f<>"\\^`{|}]/.test(rest) && !authority.includes("@") && host.includes(".")
    && !host.startsWith(".") && !host.includes("..");
}

// A telephone number: see PhoneNumber.swift.
export function isPhoneNumber(text) {
  let plain = text.replace(/^tel:/i, "").replaceAll("(0)", "");
  if (!/^\+?[\d \u00a0\u202f\t./()–-]+$/.test(plain)) return false;
  let isForeign = plain.startsWith("+");
  plain = plain.replace(/\D/g, "");
  if (!isForeign && /^00\d{9}/.test(plain)) [isForeign, plain] = [true, plain.slice(2)];
  if (isForeign && /^33(\d{9}|0\d{9})$/.test(plain)) [isForeign, plain] = [false, "0" + plain.slice(-9)];
  return isForeign ? /^\d{7,15}$/.test(plain) : /^(0[1-9]\d{8}|[13]\d{3})$/.test(plain);
}

// An address of mail: see EmailAddress.swift.
export const isEmail = (text) =>
  /^(mailto:)?[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/iu.test(text);

// The lines that say when an event takes place.
function moments(when) {
  if (when.mode === "unknown") return [`rythme: ${written(cleaned(when.rhythm))}`];
  if (when.mode === "month") return [`debut: ${when.month}`];
  const lines = [`debut: ${when.date}${when.start ? " " + when.start : ""}`];
  const last = when.mode === "days" && when.last > when.date ? when.last : when.date;
  if (when.start && when.end) {
    // A night that goes on after midnight.
    const end = last === when.date && when.end <= when.start ? later(when.date, 1) : last;
    lines.push(`fin: ${end} ${when.end}`);
  } else if (last !== when.date) lines.push(`fin: ${last}`);
  if (when.mode === "repeat") lines.push(`repetition: ${repetition(when)}`);
  return lines;
}

// The very file that would be written by hand, its name and where it goes.
export function entryFile({ folder, title, date, when, fields, body, photograph, reserved = [] }) {
  let name = [folder === "nouvelles" ? date.slice(0, 7) : when.date && when.mode !== "repeat" ? when.date : "", slug(title) || "texte"]
    .filter(Boolean).join("-");
  // Names that no entry may have.
  if (reserved.includes(name) || /^\d{4}(-\d\d)?$/.test(name)) name += "-2";
  const lines = ["---", "titre: " + written(cleaned(title))];
  if (date) lines.push("date: " + date);
  if (when) lines.push(...moments(when));
  for (const { key, type, value } of fields) {
    if (!value?.length) continue;
    switch (type) {
      case "line": lines.push(`${key}: ${written(cleaned(value))}`); break;
      case "words": case "entries": lines.push(`${key}: [${value.map(member).join(", ")}]`); break;
      default: lines.push(`${key}: ${value}`);
    }
  }
  if (photograph) lines.push(`image: ../images/${name}.jpg`, "image_alt: " + (written(cleaned(photograph)) || '""'));
  const text = body.replace(/\r\n?/g, "\n").replace(/[^\S\n]+$/gm, "").replace(/^\n+|\n+$/g, "");
  return { name, path: `${folder}/${name}.md`, text: [...lines, "---", text].join("\n") + (text ? "\n" : "") };
}

// MARK: Photographs

const longestSide = 2400;

// The picture upright, small and written anew. What a browser puts beside it, it puts into segments of its own: they are left out.
export async function photograph(file) {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [picture.width, picture.height].map((side) => Math.max(1, Math.round(side * scale)));
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.86));
  return { canvas, blob: new Blob([withoutMetadata(new Uint8Array(await blob.arrayBuffer()))], { type: "image/jpeg" }) };
}

// A JPEG without its segments for applications, but the first (JFIF), and without comments.
export function withoutMetadata(bytes) {
  const parts = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda) {
    const end = at + 2 + (bytes[at + 2] << 8 | bytes[at + 3]), kind = bytes[at + 1];
    if (!(kind > 0xe0 && kind <= 0xef) && kind !== 0xfe) parts.push(bytes.subarray(at, end));
    at = end;
  }
  parts.push(bytes.subarray(at));
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let place = 0;
  for (const part of parts) { whole.set(part, place); place += part.length; }
  return whole;
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const canShare = (file) => !!navigator.canShare?.({ files: [file] });
const share = (data) => navigator.share(data).catch(() => {});

// MARK: The form

function start(form) {
  const data = form.dataset;
  const all = (selector) => [...form.querySelectorAll(selector)];
  const one = (selector) => form.querySelector(selector);
  const status = one("[role=status]"), errors = one("[data-errors]");
  const value = (name) => one(`[name="${name}"]`)?.value.trim() ?? "";
  let picture = null;

  document.querySelector("[data-instead]").hidden = true;
  form.hidden = false;

  // What is shown depends on how an event takes place.
  const mode = () => one("[name=mode]:checked")?.value ?? "";
  function arrange() {
    for (const part of all("[data-modes]")) part.hidden = !part.dataset.modes.split(" ").includes(mode());
    for (const part of all("[data-every]")) part.hidden = !part.dataset.every.split(" ").includes(value("every"));
    const month = one("[name=month-only]")?.checked && ["", "once"].includes(mode());
    for (const part of all("[data-month]")) part.hidden = (part.dataset.month === "yes") !== !!month;
  }

  // The menus of a month say what the chosen day is in it.
  function offerPlaces() {
    const menu = one("[name=place]"), other = one("[name=other]"), date = value("date");
    if (!menu || !date) return;
    const [chosen, second] = [menu.value, other.value], places = placesInMonth(date);
    menu.replaceChildren(...places.map(([name, words]) => new Option(words, name)));
    if (places.some(([name]) => name === chosen)) menu.value = chosen;
    const others = ["1", "2", "3", "4", "dernier"].filter((name) => name !== menu.value);
    other.replaceChildren(new Option(other.dataset.none, ""), ...others.map((name) =>
      new Option(`le ${name === "dernier" ? name : nth(Number(name))} ${weekdays[weekday(date)]}`, name)));
    other.value = second;
    if (other.selectedIndex < 0) other.value = "";
    other.closest("[data-other]").hidden = !/^(\d|dernier)$/.test(menu.value);
    // The day itself is one of them; another that was so while the date was being typed is none any more.
    for (const box of all("[name=days]")) {
      const isOwn = Number(box.value) === weekday(date);
      if (isOwn !== box.disabled) box.checked = isOwn;
      box.disabled = isOwn;
    }
  }

  // Nobody ends before the beginning: two hours are proposed, and can be changed.
  function proposeEnd() {
    const end = one("[name=end]"), begin = value("start");
    if (!end || !begin || end.value || end === document.activeElement) return;
    end.value = `${String((Number(begin.slice(0, 2)) + 2) % 24).padStart(2, "0")}${begin.slice(2)}`;
  }

  // MARK: Drafts

  const shelf = "gazette:" + location.pathname;
  const kept = () => all("input[name]:not([type=file]), select[name], textarea[name]");
  function keep() {
    const values = kept().map((field) => [field.name, field.type === "checkbox" || field.type === "radio" ? (field.checked ? field.value : null) : field.value]);
    try { localStorage.setItem(shelf, JSON.stringify(values.filter(([, text]) => text))); } catch { /* Nothing may be kept here. */ }
  }
  function restore() {
    let values = [];
    try { values = JSON.parse(localStorage.getItem(shelf)) ?? []; } catch { return; }
    if (!values.length) return;
    const left = new Map();
    for (const [name, text] of values) left.set(name, [...(left.get(name) ?? []), text]);
    for (let more = (left.get("except") ?? []).length - 1; more > 0; more--) addDay();
    const fill = () => {
      const rest = new Map([...left].map(([name, texts]) => [name, [...texts]]));
      for (const field of kept()) {
        const texts = rest.get(field.name);
        if (field.type === "checkbox" || field.type === "radio") field.checked = texts?.includes(field.value) ?? false;
        else if (texts?.length) field.value = texts.shift();
      }
    };
    fill();
    offerPlaces();
    fill();
    if (value("titre")) status.textContent = data.restored;
    for (const fold of all("details")) {
      if ([...fold.querySelectorAll("input, textarea, select")].some((field) => field.type === "checkbox" ? field.checked : field.value)) fold.open = true;
    }
  }

  function addDay() {
    const first = one("[name=except]").closest("p"), copy = first.cloneNode(true);
    const number = all("[name=except]").length + 1;
    const input = copy.querySelector("input"), label = copy.querySelector("label");
    input.value = "";
    label.htmlFor = input.id = `p-except-${number}`;
    all("[name=except]").at(-1).closest("p").after(copy);
    return input;
  }

  // MARK: What was answered

  function complain(field, words) {
    field.setAttribute("aria-invalid", "true");
    const note = document.createElement("span");
    note.className = "error";
    note.id = field.id + "-erreur";
    note.textContent = words;
    field.setAttribute("aria-describedby", [field.dataset.help, note.id].filter(Boolean).join(" "));
    field.before(note);
    const line = document.createElement("li"), link = document.createElement("a");
    link.href = "#" + field.id;
    link.textContent = `${form.querySelector(`label[for="${field.id}"]`)?.firstChild.textContent.trim() ?? ""} : ${words}`;
    link.onclick = (event) => {
      event.preventDefault();
      for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
      field.focus();
    };
    line.append(link);
    errors.querySelector("ul").append(line);
  }

  function require(name, words = data.missing) {
    const field = one(`[name="${name}"]`);
    if (!field.value.trim()) complain(field, field.validity.badInput ? data.wrongDate : words);
    return field.value.trim();
  }

  function year() {
    const text = require("year");
    if (text && !/^\d{4}$/.test(text)) complain(one("[name=year]"), data.wrongDate);
    return text;
  }

  function readWhen() {
    if (!one("[name=mode]")) return null;
    if (mode() === "unknown") return { mode: "unknown", rhythm: require("rhythm") };
    if (one("[name=month-only]").checked && mode() === "once") return { mode: "month", month: `${year()}-${value("month")}` };
    const when = {
      mode: mode(), date: require("date"), start: value("start"), end: value("end"), last: value("last"), every: value("every"),
      days: all("[name=days]:checked").map((box) => box.value), place: value("place"), other: value("other"), until: value("until"),
      holidays: one("[name=holidays]")?.checked, publicHolidays: one("[name=public]").checked,
      except: all("[name=except]").map((field) => field.value),
    };
    if (when.start && !when.end) complain(one("[name=end]"), data.missing);
    if (!when.start && when.end) complain(one("[name=start]"), data.missing);
    if (mode() === "days") {
      const last = require("last");
      if (last && when.date && last <= when.date) complain(one("[name=last]"), data.order);
    }
    if (mode() === "repeat") {
      if (when.until && when.until < when.date) complain(one("[name=until]"), data.order);
      when.count = number(one("[name=count]"));
      for (const field of all("[name=except]")) {
        if (when.date && field.value && !returns(when, field.value)) complain(field, data.otherDate);
      }
    }
    return when;
  }

  // A whole number as it is written in a file, whatever was typed: 1e3.
  function number(field) {
    if (!field.validity.valid) complain(field, data.wrongNumber);
    return field.value && String(field.valueAsNumber);
  }

  function readField(part) {
    const { key, type } = part.dataset, field = part.querySelector("[name]"), text = field.value.trim();
    const known = (words) => part.querySelector(`option[data-name="${CSS.escape(words)}"]`)?.dataset.slug;
    switch (type) {
      case "box": return { key, type, value: field.checked ? "oui" : "" };
      case "entry":
        if (/^[+-]?\d+$/.test(text)) complain(field, data.wrongName);
        return known(text) ? { key, type, value: known(text) } : { key, type: "line", value: text };
      case "entries": return { key, type, value: [...part.querySelectorAll(":checked")].map((box) => box.value)
        .concat((part.querySelector("input[type=text]")?.value ?? "").split(",").map(cleaned).filter(Boolean)) };
      case "words": return { key, type, value: text.split(",").map(cleaned).filter(Boolean) };
      case "moment": {
        const time = part.querySelector("[type=time]")?.value;
        return { key, type, value: text && time ? `${text} ${time}` : text };
      }
      case "address": {
        const whole = !text || /^https?:/i.test(text) ? text : "https://" + text;
        if (text && !isWebAddress(whole)) complain(field, data.wrongAddress);
        return { key, type, value: whole };
      }
      case "contact": {
        if (!text || isEmail(text) || isPhoneNumber(text)) return { key, type, value: text };
        const whole = /^[^\s@:/]+\.[a-z]{2,}(\/|$)/i.test(text) ? "https://" + text : text;
        if (!isWebAddress(whole)) complain(field, data.wrongContact);
        return { key, type, value: whole };
      }
      case "number":
        return { key, type, value: number(field) };
      default: return { key, type, value: text };
    }
  }

  function readDate() {
    if (!one("[name=news-date]")) return "";
    return one("[name=month-only]").checked ? `${year()}-${value("month")}` : require("news-date");
  }

  // The file, or `null` where something has to be mended first.
  function file() {
    errors.querySelector("ul").replaceChildren();
    for (const note of all(".error")) note.remove();
    for (const field of all("[aria-invalid]")) {
      field.removeAttribute("aria-invalid");
      if (field.dataset.help) field.setAttribute("aria-describedby", field.dataset.help);
      else field.removeAttribute("aria-describedby");
    }
    const title = require("titre");
    if (title && !/[\p{L}\p{N}]/u.test(title)) complain(one("[name=titre]"), data.missing);
    const date = readDate(), when = readWhen();
    if (one("[name=body]").required) require("body");
    const description = picture ? require("picture-alt") : "";
    const fields = all("[data-key]:not([hidden])").map(readField);
    for (const field of all("input[type=date]:not([aria-invalid])")) {
      if (!field.closest("[hidden]") && !field.validity.valid) complain(field, data.wrongDate);
    }
    const count = errors.querySelectorAll("li").length;
    errors.hidden = !count;
    if (count) {
      status.textContent = "";
      errors.focus();
      return null;
    }
    return entryFile({ folder: data.folder, title, date, when, fields, body: one("[name=body]").value, photograph: description, reserved: data.reserved.split(" ") });
  }

  const marked = (made) => `${data.first.replace("…", made.path)}\n${made.text.replace(/\n*$/, "\n")}${data.last}\n`;

  // A link may be too long for the program that opens it: then the text is copied, to be pasted.
  async function copy(text, words) {
    try {
      await navigator.clipboard.writeText(text);
      status.textContent = words;
    } catch {
      const box = one("[data-copy]");
      box.hidden = false;
      const area = box.querySelector("textarea");
      area.value = text;
      area.focus();
      area.select();
      status.textContent = data.selected;
    }
  }

  const actions = {
    async forge(made) {
      const name = `${data.newName}=${encodeURIComponent(made.name + ".md")}`;
      const link = `${data.new}?${name}` + (data.newValue ? `&${data.newValue}=${encodeURIComponent(made.text)}` : "");
      const isWhole = data.newValue && link.length <= Number(data.limit);
      if (!isWhole) await copy(made.text, data.pasteThere);
      else status.textContent = data.opened;
      open(isWhole ? link : `${data.new}?${name}`, "_blank", "noopener");
    },
    async mail(made) {
      const note = picture ? data.attach.replace("…", made.name + ".jpg") + "\n\n" : "";
      const subject = `mailto:${data.mail}?subject=${encodeURIComponent(data.subject + cleaned(value("titre")))}`;
      const link = `${subject}&body=${encodeURIComponent((note + marked(made)).replace(/\n/g, "\r\n"))}`;
      // Windows passes on about 2,000 signs; telephones take far more.
      const isWhole = link.length <= (matchMedia("(pointer: coarse)").matches ? 30_000 : 1_900);
      if (!isWhole) await copy(marked(made), data.pasteMail);
      else status.textContent = note || data.openedMail;
      location.href = isWhole ? link : `${subject}&body=${encodeURIComponent(note + data.pasteHere)}`;
    },
    save(made) {
      save(new Blob([made.text], { type: "text/markdown;charset=utf-8" }), made.name + ".md");
      status.textContent = data.saved.replace("…", made.name + ".md");
    },
    copy: (made) => copy(marked(made), data.copied),
    picture(made) { save(picture.blob, made.name + ".jpg"); },
    share(made) {
      const files = picture ? [new File([picture.blob], made.name + ".jpg", { type: "image/jpeg" })] : undefined;
      return share({ title: cleaned(value("titre")), text: marked(made), ...(files && canShare(files[0]) ? { files } : {}) });
    },
  };

  // MARK: Writing the text

  const marks = { bold: ["**", "**"], link: ["[", "](https://)"], list: ["- ", ""], heading: ["## ", ""] };
  function mark(name) {
    const area = one("[name=body]"), [before, after] = marks[name];
    let { selectionStart: from, selectionEnd: to } = area;
    const chosen = area.value.slice(from, to);
    const isLine = !after;
    if (isLine) from = area.value.lastIndexOf("\n", from - 1) + 1;
    const lines = area.value.slice(from, to);
    const gap = isLine && from > 0 && area.value[from - 2] !== "\n" && !area.value.slice(0, from - 1).split("\n").at(-1).startsWith(before) ? "\n" : "";
    const text = isLine ? gap + lines.split("\n").map((line) => before + line).join("\n") : before + (chosen || data[name]) + after;
    area.focus();
    area.setRangeText(text, from, to, "end");
    if (name === "link") area.setSelectionRange(from + text.length - 9, from + text.length - 1);
    else if (!isLine && !chosen) area.setSelectionRange(from + before.length, from + text.length - after.length);
    keep();
  }

  // MARK: Events

  form.addEventListener("input", () => { arrange(); keep(); });
  form.addEventListener("change", (event) => {
    if (event.target.name === "date" || event.target.name === "place") offerPlaces();
    if (event.target.name === "start") proposeEnd();
    arrange();
    keep();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", async (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.mark) mark(button.dataset.mark);
    if (button.hasAttribute("data-add")) addDay().focus();
    if (button.hasAttribute("data-clear") && confirm(data.confirm)) {
      try { localStorage.removeItem(shelf); } catch { /* Nothing was kept. */ }
      form.reset();
      picture = null;
      showPicture();
      arrange();
      errors.hidden = true;
      status.textContent = data.cleared;
      one("[name=titre]").focus();
    }
    if (button.dataset.action) {
      const made = file();
      if (made) await actions[button.dataset.action](made);
    }
  });

  function showPicture(canvas) {
    const shown = one("[data-picture]");
    if (!shown) return;
    shown.hidden = !picture;
    shown.querySelector("[data-preview]").replaceChildren(...(canvas ? [canvas] : []));
  }
  one("[name=picture]")?.addEventListener("change", async (event) => {
    const chosen = event.target.files[0];
    picture = null;
    let canvas;
    if (chosen) {
      try { ({ canvas, ...picture } = await photograph(chosen)); } catch { picture = null; status.textContent = data.unreadable; }
    }
    showPicture(canvas);
  });

  for (const button of all("[data-action=share]")) button.hidden = !navigator.share;
  restore();
  arrange();
  offerPlaces();
}

// MARK: The page of a photograph alone

function startPhotographs(form) {
  const data = form.dataset, status = form.querySelector("[role=status]"), shown = form.querySelector("[data-photographs]");
  document.querySelector("[data-instead]").hidden = true;
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("[type=file]").addEventListener("change", async (event) => {
    shown.replaceChildren();
    let done = 0;
    for (const chosen of event.target.files) {
      try {
        const { canvas, blob } = await photograph(chosen);
        const item = form.querySelector("[data-model]").firstElementChild.cloneNode(true);
        const name = item.querySelector("input");
        name.id = `p-nom-${++done}`;
        name.value = slug(chosen.name.replace(/\.[^.]*$/, "")) || "photo";
        item.querySelector("label").htmlFor = name.id;
        item.querySelector("[data-preview]").append(canvas);
        const file = () => new File([blob], (slug(name.value) || "photo") + ".jpg", { type: "image/jpeg" });
        item.querySelector("[data-save]").onclick = () => save(blob, file().name);
        const sharing = item.querySelector("[data-share]");
        sharing.hidden = !canShare(file());
        sharing.onclick = () => share({ files: [file()] });
        item.querySelector("[data-size]").textContent = `${canvas.width} × ${canvas.height}, ${Math.ceil(blob.size / 1000)} ko`;
        shown.append(item);
        status.textContent = data.ready.replace("…", done);
      } catch { status.textContent = data.unreadable; }
    }
  });
}

if (typeof document !== "undefined") {
  const form = document.querySelector("form[data-folder]"), photographs = document.querySelector("form[data-ready]");
  if (form) start(form);
  if (photographs) startPhotographs(photographs);
}
