// Questions at work, in two hosts: a notebook (anywidget calls render) and a page (the theme wraps this file and calls
// boot). Python wrote the markup and its keys; this file adds buttons, marking, feedback and memory.
// The first part is the twin of grading.py: tests feed both the same answers.

const SPACES = /[\u00a0\u202f\u2009\u2007\t\n]/g;
const MINUS = /[\u2212\u2012\u2013\u2010\u2011\ufe63\uff0d]/g;
const MONEY = /^([+-]?) ?(?:(?:US|MX|USD|MXN) ?\$?|\$) ?([+-]?)(?=[0-9.,])/i;
const TAIL = / ?(?:%|USD|MXN)$/i;

function parseNumber(raw) {
  let text = raw.replace(SPACES, " ").replace(MINUS, "-").replace(/^ +| +$/g, "");
  if (!text || Array.from(text).length > 40) return null;
  text = text.replace(TAIL, "");
  text = text.replace(MONEY, "$1$2");
  const signed = text[0] === "+" || text[0] === "-";
  const digits = decimalForm(signed ? text.slice(1).replace(/^ +/, "") : text);
  return digits === null ? null : Number((signed ? text[0] : "") + digits);
}

function decimalForm(body) {
  const commas = body.split(",").length - 1;
  const dots = body.split(".").length - 1;
  let decimal = "";
  if (commas && dots) decimal = body.lastIndexOf(",") > body.lastIndexOf(".") ? "," : ".";
  else if (dots === 1) decimal = ".";
  else if (commas === 1) decimal = /^[1-9][0-9]{0,2},[0-9]{3}$/.test(body) ? "" : ",";
  if (decimal && body.split(decimal).length > 2) return null;
  const cut = decimal ? body.indexOf(decimal) : body.length;
  const fraction = body.slice(cut + 1);
  if (decimal && !/^[0-9]+$/.test(fraction)) return null;
  const whole = ungrouped(body.slice(0, cut));
  if (whole === null || !(whole || fraction)) return null;
  return (whole || "0") + (fraction ? "." + fraction : "");
}

function ungrouped(whole) {
  if (/^[0-9]*$/.test(whole)) return whole;
  for (const sign of [" ", ",", "."]) {
    const groups = whole.split(sign);
    if (groups.length > 1 && /^[0-9]{1,3}$/.test(groups[0]) && groups.slice(1).every((g) => /^[0-9]{3}$/.test(g))) {
      return groups.join("");
    }
  }
  return null;
}

const normalText = (raw) => raw.normalize("NFD").replace(/[^A-Za-z0-9]/g, "").toLowerCase();
const isClose = (value, target, tolerance) =>
  Math.abs(value - target) <= tolerance + 1e-9 * Math.max(1, Math.abs(target));

function gradeSlots(key, answer) {
  const slots = Object.keys(key.slots);
  if (!answer || slots.some((slot) => !answer[slot])) return null;
  return slots.filter((slot) => answer[slot] === key.slots[slot]).length / slots.length;
}

const GRADERS = {
  single: (key, answer) => (answer ? Number(answer === key.right) : null),
  multiple(key, answer) {
    if (!answer || !answer.length) return null;
    const chosen = [...new Set(answer)];
    const hits = chosen.filter((id) => key.right.includes(id)).length;
    return Math.max(0, hits - (chosen.length - hits)) / key.right.length;
  },
  number(key, answer) {
    const value = parseNumber(answer || "");
    return value === null ? null : Number(isClose(value, key.value, key.tolerance));
  },
  text(key, answer) {
    const text = normalText(answer || "");
    return text ? Number(key.accept.includes(text)) : null;
  },
  order(key, answer) {
    if (!answer || [...answer].sort().join(" ") !== [...key.order].sort().join(" ")) return null;
    return answer.filter((id, at) => id === key.order[at]).length / key.order.length;
  },
  match: gradeSlots,
  classify: gradeSlots,
  cloze: gradeSlots,
  predict: (key, answer) => (parseNumber(answer || "") === null ? null : 1),
  draw(key, answer) {
    const complete = Array.isArray(answer) && answer.length === key.points.length;
    return complete && answer.every((value) => typeof value === "number") ? 1 : null;
  },
};
/** An answer read from a file or an older page has the shape its type needs, or is no answer. */
function shaped(kind, answer) {
  const texts = (parts) => parts.every((part) => typeof part === "string");
  if (["single", "number", "text", "predict"].includes(kind)) return typeof answer === "string" ? answer : null;
  if (kind === "draw") return Array.isArray(answer) ? answer : null;
  if (["multiple", "order"].includes(kind)) return Array.isArray(answer) && texts(answer) ? answer : null;
  return answer && typeof answer === "object" && !Array.isArray(answer) && texts(Object.values(answer)) ? answer : null;
}
const grade = (kind, key, answer) => GRADERS[kind](key, shaped(kind, answer));

function mistake(kind, key, found) {
  const answer = shaped(kind, found);
  const at = (key.mistakes || []).findIndex((wrong) => {
    if (kind === "text") return wrong.includes(normalText(answer || ""));
    const value = parseNumber(answer || "");
    return value !== null && isClose(value, wrong, key.tolerance);
  });
  return at < 0 ? null : at;
}

function drawError(key, answer) {
  const sum = answer.reduce((total, drawn, at) => total + Math.abs(drawn - key.points[at][1]), 0);
  return sum / answer.length / (key.max - key.min);
}

// ---------------------------------------------------------------------------------------------------------- words

const WORDS = {
  en: {
    check: "Check", commit: "This is my answer", again: "Start again", previous: "Previous", next: "Next",
    right: "Right.", wrong: "Not yet.", partly: "Partly right: {0} of {1}.", committed: "Your answer is in.",
    tryAgain: "Change your answer and check again, or open the answer.",
    tryHint: "Hint {0} may help. Then change your answer and check again, or open the answer.",
    partlyChosen: "Some of your choices are right. {0}% credit: right choices minus wrong ones, out of {1}.",
    empty: "Answer first, then check.", incomplete: "There is something left to answer.", moveFirst: "Move the items first.",
    unreadable: "That does not read as a number. Write only digits, such as 1,234.5. This did not count as a try.",
    sure: "How sure are you? (optional)", levels: { sure: "Sure", think: "I think so", guess: "A guess" },
    up: "Move up: {0}", down: "Move down: {0}", moved: "{0}: place {1} of {2}.",
    at: "{0} of {1}", question: "Question", done: "{0} of {1} answered", rightMark: "right", wrongMark: "not right",
    summary: "All answered. Credit: {0} of {1} ({2}%); at the first try: {3} of {1}.",
    summaryUnscored: "All answered. Predictions are not scored: what counts is comparing them with the data.",
    calibration: "When you said “{0}”, you were right at the first try {1} of {2} times.",
    you: "You", truth: "Data", off: "You said {0}; the data say {1}. You were {2} {3}.",
    exact: "You said {0}, exactly what the data say.", above: "too high", below: "too low",
    near: "That is very close.", far: "That is a long way off: worth a second look at why.", mid: "Not far.",
    drawn: "Average distance from the true line: {0} ({1}). {2}", lineNear: "Very close.", lineMid: "Not far.", lineFar: "A long way off: worth a second look at why.",
    drawHelp: "Draw with a finger or the mouse. With the keyboard: Tab to a point, then up and down arrows.",
    yourLine: "your line", trueLine: "the data", point: "Your value for {0}",
    memory: "My answers", memoryText: "Your answers stay in this browser and go nowhere else.",
    liveText: "Your answers are in this notebook’s kernel.",
    save: "Save to a file", load: "Load a file", erase: "Erase all my answers", eraseSure: "Erase every lesson’s answers in this browser?",
    yes: "Yes, erase", no: "No, keep them", erased: "All answers in this browser are erased.", saved: "Saved: {0}.",
    loaded: "Loaded: {0} answers. Where both had one, the newer stays.", loadedCards: "And the places of {0} review cards.",
    skipped: "{0} damaged entries in the file were left out.",
    notJson: "This file is damaged or is not a progress file. Nothing was changed. Choose the vecinos-progress file you saved.",
    foreign: "This is not a Vecinos progress file. Nothing was changed. Choose the vecinos-progress file you saved.",
    newer: "This file was made by a newer version of the course. Nothing was changed. Open it in that version, or reload this page.",
    tooBig: "This file is too large to be a progress file. Nothing was changed.",
    blocked: "This browser does not let the page keep answers. The questions work, but your answers will be gone when you leave; save them to a file.",
    damaged: "The stored answers of this set could not be read. They were put aside, and you start afresh.",
    damagedCards: "Some stored places of review cards could not be read. They were put aside; those cards start again in box 1.", damagedNotes: "A note kept on this device is damaged and was put aside; the others are here.",
    key: "Answers",
  },
  es: {
    check: "Comprobar", commit: "Esta es mi respuesta", again: "Empezar de nuevo", previous: "Anterior", next: "Siguiente",
    right: "Correcto.", wrong: "Todavía no.", partly: "Vas bien: {0} de {1}.", committed: "Tu respuesta quedó registrada.",
    tryAgain: "Cambia tu respuesta y comprueba otra vez, o abre la respuesta.",
    tryHint: "La pista {0} puede ayudarte. Luego cambia tu respuesta y comprueba otra vez, o abre la respuesta.",
    partlyChosen: "Algunas de tus opciones son correctas. {0} % del puntaje: aciertos menos errores, entre {1}.",
    empty: "Primero responde y luego comprueba.", incomplete: "Te falta algo por responder.", moveFirst: "Primero mueve los elementos.",
    unreadable: "Eso no se lee como un número. Escribe solo cifras, como 1,234.5. No contó como intento.",
    sure: "¿Qué tan segura es tu respuesta? (opcional)", levels: { sure: "Segura", think: "Creo que sí", guess: "Adiviné" },
    up: "Subir: {0}", down: "Bajar: {0}", moved: "{0}: lugar {1} de {2}.",
    at: "{0} de {1}", question: "Pregunta", done: "{0} de {1} respondidas", rightMark: "correcto", wrongMark: "incorrecto",
    summary: "Respondiste todo. Puntaje: {0} de {1} ({2} %); al primer intento: {3} de {1}.",
    summaryUnscored: "Respondiste todo. Las predicciones no se califican: lo que cuenta es compararlas con los datos.",
    calibration: "Cuando dijiste “{0}”, acertaste al primer intento {1} de {2} veces.",
    you: "Tú", truth: "Dato", off: "Dijiste {0}; los datos dicen {1}. Te quedaste {2} {3}.",
    exact: "Dijiste {0}, justo lo que dicen los datos.", above: "por arriba", below: "por abajo",
    near: "Muy cerca.", far: "Lejos: vale la pena preguntarse por qué.", mid: "No tan lejos.",
    drawn: "Distancia media a la línea verdadera: {0} ({1}). {2}", lineNear: "Muy cerca.", lineMid: "No tan lejos.", lineFar: "Lejos: vale la pena preguntarse por qué.",
    drawHelp: "Dibuja con el dedo o el ratón. Con el teclado: Tab hasta un punto y luego flechas arriba y abajo.",
    yourLine: "tu línea", trueLine: "los datos", point: "Tu valor para {0}",
    memory: "Mis respuestas", memoryText: "Tus respuestas se quedan en este navegador y no van a ningún otro lado.",
    liveText: "Tus respuestas están en el kernel de este cuaderno.",
    save: "Guardar en un archivo", load: "Cargar un archivo", erase: "Borrar todas mis respuestas", eraseSure: "¿Borrar las respuestas de todas las lecciones en este navegador?",
    yes: "Sí, borrar", no: "No, conservarlas", erased: "Se borraron todas las respuestas de este navegador.", saved: "Se guardó {0}.",
    loaded: "Respuestas cargadas: {0}. Donde había dos, queda la más reciente.", loadedCards: "Y los lugares de {0} tarjetas de repaso.",
    skipped: "Se omitieron {0} registros dañados del archivo.",
    notJson: "El archivo está dañado o no es de avance. No se cambió nada. Elige el archivo vecinos-progress que guardaste.",
    foreign: "Este no es un archivo de avance de Vecinos. No se cambió nada. Elige el archivo vecinos-progress que guardaste.",
    newer: "Este archivo es de una versión más nueva del curso. No se cambió nada. Ábrelo en esa versión o recarga esta página.",
    tooBig: "El archivo es demasiado grande para ser de avance. No se cambió nada.",
    blocked: "Este navegador no deja que la página guarde respuestas. Las preguntas funcionan, pero tus respuestas se perderán al salir; guárdalas en un archivo.",
    damaged: "No se pudieron leer las respuestas guardadas de este grupo. Se apartaron y empiezas de nuevo.",
    damagedCards: "No se pudieron leer algunos lugares guardados de las tarjetas de repaso. Se apartaron; esas tarjetas vuelven a la caja 1.", damagedNotes: "Una nota guardada en este dispositivo está dañada y se apartó; las demás siguen aquí.",
    key: "Respuestas",
  },
};
const say = (template, ...values) => template.replace(/\{(\d)\}/g, (_, at) => values[at]);

// Twin of variants.show_number: 1,234.5 in both editions, a true minus sign, two decimals at most unless told.
function show(value, decimals) {
  const free = decimals === undefined || decimals === "";
  const digits = free ? 2 : Number(decimals);
  const size = Math.abs(value);
  // The decimal the reader sees decides a half, away from zero: 13.85 is 13.9, though the machine's 13.85 lies below it.
  const [seen, power = "0"] = String(Number(size.toPrecision(15))).split("e");
  const text = Number(`${Math.round(Number(`${seen}e${Number(power) + digits}`))}e${-digits}`).toFixed(digits);
  const [whole, fraction] = text.split(".");
  const kept = free && fraction ? fraction.replace(/0+$/, "") : fraction;
  const sign = value < 0 && Number(text) !== 0 ? "\u2212" : "";
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, ",") + (kept ? `.${kept}` : "");
}

// ------------------------------------------------------------------------------------------------------- progress
// One localStorage entry per question set, "vecinos-progress:1/<slug>#<set>", and one file for all of them; both hold
// records as progress.schema.json describes. A record whose v is not the question's is kept but not used.

const FORMAT = "vecinos-progress:1";
const spare = new Map(); // stands in for localStorage where that is blocked
const written = new Map(); // storage key -> records this page wrote: a tab that writes at the same moment may drop them
let blocked = false;

const shelf = {
  get(key) {
    if (spare.has(key)) return spare.get(key);
    try { return localStorage.getItem(key); } catch { blocked = true; return null; }
  },
  set(key, value) {
    try { localStorage.setItem(key, value); spare.delete(key); } catch { blocked = true; spare.set(key, value); }
  },
  remove(key) {
    spare.delete(key);
    written.delete(key);
    try { localStorage.removeItem(key); } catch { blocked = true; }
  },
  keys() {
    const found = new Set(spare.keys());
    try { for (let at = 0; at < localStorage.length; at++) found.add(localStorage.key(at)); } catch { blocked = true; }
    return [...found].filter((key) => key.startsWith(FORMAT + "/") && !key.endsWith("~damaged"));
  },
};

function isRecord(record) {
  const share = (value) => typeof value === "number" && value >= 0 && value <= 1;
  return Boolean(record) && typeof record === "object" && typeof record.v === "string" && share(record.right)
    && share(record.first) && Number.isInteger(record.tries) && record.tries > 0 && typeof record.when === "string"
    && !Number.isNaN(Date.parse(record.when)) && record.answer !== undefined
    && [null, "sure", "think", "guess"].includes(record.confidence);
}

/** The good records of one set's questions, and how many were not good. */
function cleanSet(questions) {
  const good = {};
  let bad = 0;
  if (!questions || typeof questions !== "object" || Array.isArray(questions)) return { good, bad: 1 };
  for (const [id, record] of Object.entries(questions)) {
    if (isRecord(record) && id !== "__proto__") good[id] = record;
    else bad += 1;
  }
  return { good, bad };
}

/** {set: {question: record}} of everything this browser keeps. */
function collect() {
  const sets = {};
  for (const key of shelf.keys()) {
    try {
      const { good } = cleanSet(JSON.parse(shelf.get(key)).questions);
      if (Object.keys(good).length) sets[key.slice(FORMAT.length + 1)] = good;
    } catch { /* damaged: the quiz that owns it puts it aside and says so */ }
  }
  return sets;
}

/** Two devices' records: per question the newer one, with the larger count of tries. Order does not matter. */
function merge(one, other) {
  const sets = {};
  for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
    sets[name] = { ...one[name] };
    for (const [id, record] of Object.entries(other[name] || {})) {
      const mine = sets[name][id];
      sets[name][id] = mine ? newer(mine, record) : record;
    }
  }
  return sets;
}

function newer(a, b) {
  const rank = (record) => [Date.parse(record.when), record.tries, JSON.stringify(record)];
  const [x, y] = [rank(a), rank(b)];
  const at = [0, 1, 2].find((place) => x[place] !== y[place]);
  const kept = at === undefined || x[at] > y[at] ? a : b;
  return { ...kept, tries: a.v === b.v ? Math.max(a.tries, b.tries) : kept.tries };
}

// Where each card of the review deck lies: {"question:<id>" or "term:<id>": {box, when}}, one localStorage entry.
const REVIEWS = `${FORMAT}~reviews`;
let damagedReviews = false;

const isReview = (card, review) => /^(question|term):[a-z0-9-]+$/.test(card) && Boolean(review) && Number.isInteger(review.box)
  && review.box >= 1 && review.box <= 5 && typeof review.when === "string" && !Number.isNaN(Date.parse(review.when));

/** The good entries of a stored or saved deck, and how many were not good. */
function cleanReviews(found) {
  if (!found || typeof found !== "object" || Array.isArray(found)) return { good: {}, bad: 1 };
  const good = Object.entries(found).filter(([card, review]) => isReview(card, review));
  return { good: Object.fromEntries(good.map(([card, { box, when }]) => [card, { box, when }])), bad: Object.keys(found).length - good.length };
}

function reviews() {
  const raw = shelf.get(REVIEWS);
  if (!raw) return {};
  let clean = { good: {}, bad: 1 };
  try { clean = cleanReviews(JSON.parse(raw)); } catch { /* put aside below */ }
  if (clean.bad) {
    damagedReviews = true;
    shelf.set(`${REVIEWS}~damaged`, raw);
    shelf.set(REVIEWS, JSON.stringify(clean.good));
  }
  return clean.good;
}

/** Two devices' decks: per card the later review; of two at the same moment, the lower box. */
function mergeReviews(one, other) {
  const merged = { ...one };
  for (const [card, review] of Object.entries(other)) {
    const mine = merged[card];
    const later = mine ? Date.parse(review.when) - Date.parse(mine.when) || mine.box - review.box : 1;
    if (later > 0) merged[card] = review;
  }
  return merged;
}

function keepReview(card, review) {
  shelf.set(REVIEWS, JSON.stringify({ ...reviews(), [card]: review }));
  refreshAll();
}

// What a reader marks and writes in a debate: {"<slug>#before|after|option": {note, when}}, one localStorage entry.
const NOTES = `${FORMAT}~notes`;
const NOTE_TEXT = 4000;
let damagedNotes = false;

const isNote = (id, kept) => /^[a-z0-9/-]+#(before|after|option)$/.test(id) && Boolean(kept) && typeof kept.when === "string"
  && !Number.isNaN(Date.parse(kept.when)) && Boolean(kept.note) && typeof kept.note === "object" && !Array.isArray(kept.note)
  && Object.entries(kept.note).every(([name, value]) => /^[a-z]+$/.test(name)
    && (typeof value === "string" ? value.length <= NOTE_TEXT : Number.isInteger(value) && Math.abs(value) <= 5));

/** The good notes of a store or a saved file, and how many were not good. */
function cleanNotes(found) {
  if (!found || typeof found !== "object" || Array.isArray(found)) return { good: {}, bad: 1 };
  const good = Object.entries(found).filter(([id, kept]) => isNote(id, kept));
  return { good: Object.fromEntries(good.map(([id, { note, when }]) => [id, { note, when }])), bad: Object.keys(found).length - good.length };
}

function notes() {
  const raw = shelf.get(NOTES);
  if (!raw) return {};
  let clean = { good: {}, bad: 1 };
  try { clean = cleanNotes(JSON.parse(raw)); } catch { /* put aside below */ }
  if (clean.bad) {
    damagedNotes = true;
    shelf.set(`${NOTES}~damaged`, raw);
    shelf.set(NOTES, JSON.stringify(clean.good));
  }
  return clean.good;
}

/** Two devices' notes: of two with one name the later; at the same moment the one whose text sorts last. */
function mergeNotes(one, other) {
  const merged = { ...one };
  for (const [id, kept] of Object.entries(other)) {
    const mine = merged[id];
    const later = mine ? Date.parse(kept.when) - Date.parse(mine.when) || (JSON.stringify(kept.note) > JSON.stringify(mine.note) ? 1 : -1) : 1;
    if (later > 0) merged[id] = kept;
  }
  return merged;
}

function keepNote(id, note) {
  shelf.set(NOTES, JSON.stringify({ ...notes(), [id]: { note, when: new Date().toISOString() } }));
  refreshAll();
}

const toFile = () => JSON.stringify({ format: FORMAT, saved: new Date().toISOString(), sets: collect(), reviews: reviews(), notes: notes() }, null, 1);

/** The sets and the deck in a saved file, and the count of damaged entries. Throws an Error whose message is a key of WORDS. */
function fromFile(text) {
  if (text.length > 5e6) throw new Error("tooBig");
  let file;
  try { file = JSON.parse(text.replace(/^\ufeff/, "")); } catch { throw new Error("notJson"); }
  const version = /^vecinos-progress:(\d+)$/.exec((file && file.format) || "");
  if (!version) throw new Error("foreign");
  if (Number(version[1]) > 1) throw new Error("newer");
  if (Number(version[1]) < 1 || !file.sets || typeof file.sets !== "object" || Array.isArray(file.sets)) throw new Error("notJson");
  const sets = {};
  let bad = 0;
  for (const [name, questions] of Object.entries(file.sets)) {
    const clean = cleanSet(questions);
    bad += clean.bad;
    if (/^[a-z0-9/-]+#[a-z0-9-]+$/.test(name)) sets[name] = clean.good;
    else bad += Object.keys(clean.good).length;
  }
  const deck = file.reviews === undefined ? { good: {}, bad: 0 } : cleanReviews(file.reviews); // older files have none
  const own = file.notes === undefined ? { good: {}, bad: 0 } : cleanNotes(file.notes);
  return { sets, reviews: deck.good, notes: own.good, bad: bad + deck.bad + own.bad };
}

function keep(sets) {
  for (const [name, questions] of Object.entries(sets)) {
    shelf.set(`${FORMAT}/${name}`, JSON.stringify({ format: FORMAT, questions }));
  }
}

/** Read a saved file's text into this browser; returns how many answers and cards it held and how many entries were damaged. */
function load(text) {
  const { sets, reviews: deck, notes: own, bad } = fromFile(text);
  keep(merge(collect(), sets));
  const cards = Object.keys(deck).length;
  if (cards) shelf.set(REVIEWS, JSON.stringify(mergeReviews(reviews(), deck)));
  if (Object.keys(own).length) shelf.set(NOTES, JSON.stringify(mergeNotes(notes(), own)));
  refreshAll();
  return { answers: Object.values(sets).reduce((sum, questions) => sum + Object.keys(questions).length, 0), cards, bad };
}

function erase() {
  for (const key of [...shelf.keys(), REVIEWS, NOTES]) shelf.remove(key);
  refreshAll();
}

function save() {
  const name = `vecinos-progress-${new Date().toISOString().slice(0, 10)}.json`;
  const url = URL.createObjectURL(new Blob([toFile()], { type: "application/json" }));
  const link = el("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
  return name;
}

const listeners = new Set(); // quizzes on this page, called when the stored records change under them
function refreshAll() { for (const listener of listeners) listener(); }

const progress = { format: FORMAT, collect, merge, reviews, mergeReviews, keepReview, notes, mergeNotes, keepNote, blocked: () => blocked, toFile, fromFile, load, save, erase, listeners };

/** The records of one set, in this browser's storage. */
function pageStore(name) {
  const key = `${FORMAT}/${name}`;
  return {
    live: false,
    damaged: false,
    read() {
      const raw = shelf.get(key);
      if (!raw) return {};
      try {
        const stored = JSON.parse(raw);
        const { good, bad } = cleanSet(stored.questions);
        if (stored.format !== FORMAT) throw new Error("format");
        if (bad) this.putAside(raw);
        const { set } = merge({ set: good }, { set: written.get(key) });
        if (JSON.stringify(set) !== JSON.stringify(good)) keep({ [name]: set });
        return set;
      } catch {
        this.putAside(raw);
        shelf.remove(key);
        return {};
      }
    },
    putAside(raw) { this.damaged = true; shelf.set(key + "~damaged", raw); },
    // Another tab may have answered another question meanwhile: read, change one record, write.
    write(id, record) {
      const all = this.read();
      written.set(key, { ...written.get(key), [id]: record });
      keep({ [name]: { ...all, [id]: record } });
    },
    clear() { shelf.remove(key); },
    watch(listener) { listeners.add(listener); return () => listeners.delete(listener); },
  };
}

/** The same over the traits of a live widget. */
function liveStore(model) {
  // Answers first: setting results at once calls whoever watches them, and they read both.
  const push = (results, answers) => { model.set("answers", answers); model.set("results", results); model.save_changes(); };
  return {
    live: true,
    read() {
      const [answers, results] = [model.get("answers") || {}, model.get("results") || {}];
      return Object.fromEntries(Object.keys(results).map((id) => [id, { ...results[id], answer: answers[id] }]));
    },
    write(id, record) {
      const [answers, results] = [{ ...model.get("answers") }, { ...model.get("results") }];
      delete answers[id];
      delete results[id];
      if (record) { const { answer, ...rest } = record; answers[id] = answer; results[id] = rest; }
      push(results, answers);
    },
    clear() { push({}, {}); },
    watch(listener) { model.on("change:results", listener); return () => model.off("change:results", listener); },
  };
}

// ------------------------------------------------------------------------------------------------- building blocks

const SVG = "http://www.w3.org/2000/svg";
function make(space, tag, props, children) {
  const node = space ? document.createElementNS(space, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null) node.setAttribute(name, value === true ? "" : value);
  }
  // In JupyterLab a key pressed on a focusable element would be a notebook command.
  if (/^(button|input|select|summary|a)$/.test(tag) || "tabindex" in props) node.setAttribute("data-lm-suppress-shortcuts", "");
  node.append(...children.filter((child) => child !== null));
  return node;
}
const el = (tag, props = {}, ...children) => make(null, tag, props, children);
const svg = (tag, props = {}, ...children) => make(SVG, tag, props, children);
const button = (label, onclick, more = {}) => el("button", { type: "button", class: "cq-button", onclick, ...more }, label);
const hidden = (text) => el("span", { class: "cq-hidden" }, text);
const setOff = (node, off) => { if (off) node.setAttribute("aria-disabled", "true"); else node.removeAttribute("aria-disabled"); };
const isOff = (node) => node.getAttribute("aria-disabled") === "true";

/** Right or wrong on one row: sign, hidden word, colour. ``state`` null takes it away. */
function mark(node, state, words) {
  node.classList.remove("is-right", "is-wrong");
  node.querySelector(":scope > .cq-mark, :scope > legend > .cq-mark")?.remove();
  if (state === null) return;
  node.classList.add(state ? "is-right" : "is-wrong");
  const sign = el("span", { class: "cq-mark" }, el("span", { "aria-hidden": "true" }, state ? "✓" : "✗"), hidden(` ${state ? words.rightMark : words.wrongMark}`));
  (node.querySelector(":scope > legend") || node).append(sign);
}

// ------------------------------------------------------------------------------------------- how each type is used
// A kind gives {read() -> answer or null, write(answer), mark(answer or null), whys(answer) -> names, empty}.

function rowsKind(box, key, words, many) {
  const inputs = [...box.querySelectorAll("input")];
  return {
    read() {
      const chosen = inputs.filter((input) => input.checked).map((input) => input.value);
      return many ? (chosen.length ? chosen : null) : chosen[0] || null;
    },
    write(answer) { for (const input of inputs) input.checked = answer !== null && [].concat(answer).includes(input.value); },
    mark(answer) {
      for (const input of inputs) {
        const chosen = answer !== null && [].concat(answer).includes(input.value);
        mark(input.closest("label"), chosen ? [].concat(key.right).includes(input.value) : null, words);
      }
    },
    whys: (answer) => [].concat(answer),
    empty: words.empty,
  };
}

function fieldKind(box, key, words, kind) {
  const input = box.querySelector("input");
  return {
    read: () => input.value.trim() || null,
    write(answer) { input.value = answer === null ? "" : String(answer); },
    mark(answer) { mark(input.closest("label"), answer === null || kind === "predict" ? null : grade(kind, key, answer) === 1, words); },
    whys(answer) { const at = mistake(kind, key, answer); return at === null ? [] : [`m${at}`]; },
    get empty() { return input.value.trim() && kind !== "text" ? words.unreadable : words.empty; },
  };
}

function slotsKind(box, key, words, kind) {
  const fields = [...box.querySelectorAll("[data-slot]")];
  const slots = Object.keys(key.slots);
  const read = () => {
    const answer = {};
    for (const field of fields) {
      if (field.value && (field.type !== "radio" || field.checked)) answer[field.dataset.slot] = field.value;
    }
    return Object.keys(answer).length ? answer : null;
  };
  return {
    read,
    write(answer) {
      for (const field of fields) {
        const value = answer ? answer[field.dataset.slot] || "" : "";
        if (field.type === "radio") field.checked = field.value === value;
        else field.value = value;
      }
    },
    mark(answer) {
      for (const slot of slots) {
        mark(box.querySelector(`[data-mark="${slot}"]`), answer === null ? null : answer[slot] === key.slots[slot], words);
      }
    },
    // The reason of a match or a sorting tells the answer: only the right ones' are shown before it is opened.
    whys: (answer) => (kind === "cloze" ? slots.map((slot) => `${slot}/${answer[slot]}`) : []),
    parts: slots.length,
    get empty() { return read() ? words.incomplete : words.empty; },
  };
}

function orderKind(box, key, words, changed, announce) {
  const list = box.querySelector(".cq-order");
  const start = [...list.children].map((item) => item.dataset.id);
  let moved = false;
  const ids = () => [...list.children].map((item) => item.dataset.id);
  const name = (item) => item.querySelector(".cq-text").textContent;
  const settle = () => {
    const items = [...list.children];
    items.forEach((item, at) => {
      setOff(item.querySelector(".cq-up"), at === 0);
      setOff(item.querySelector(".cq-down"), at === items.length - 1);
    });
  };
  const shift = (item, step) => {
    const other = step < 0 ? item.previousElementSibling : item.nextElementSibling;
    if (!other) return;
    if (step < 0) other.before(item); else other.after(item);
    done(item);
  };
  const done = (item) => {
    moved = true;
    settle();
    changed();
    announce(say(words.moved, name(item), ids().indexOf(item.dataset.id) + 1, start.length));
  };
  [...list.children].forEach((item, at) => item.style.setProperty("--place", at)); // paper shows the first order again
  for (const item of list.children) {
    const move = (label, text, step, css) => button(text, (event) => {
      shift(item, step);
      event.currentTarget.focus(); // moving the element may drop the focus
    }, { class: `cq-button cq-move ${css}`, "aria-label": say(label, name(item)) });
    const grip = el("span", { class: "cq-grip", "aria-hidden": "true" }, "⠿");
    item.prepend(grip);
    item.append(move(words.up, "↑", -1, "cq-up"), move(words.down, "↓", 1, "cq-down"));
    dragRow(grip, item, list, () => done(item));
  }
  settle();
  return {
    read: () => (moved ? ids() : null),
    write(answer) {
      const wanted = answer && [...answer].sort().join(" ") === [...start].sort().join(" ") ? answer : start;
      for (const id of wanted) list.append(list.querySelector(`[data-id="${id}"]`));
      moved = wanted !== start;
      settle();
    },
    mark(answer) { [...list.children].forEach((item, at) => mark(item, answer === null ? null : key.order[at] === item.dataset.id, words)); },
    whys: () => [],
    parts: start.length,
    empty: words.moveFirst,
  };
}

/** Drag a list item by its grip, with finger or mouse; the list reorders as the pointer passes the others' middles. */
function dragRow(grip, item, list, done) {
  let before = null;
  grip.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    before = [...list.children].indexOf(item);
    grip.setPointerCapture(event.pointerId);
    item.classList.add("is-dragged");
    event.preventDefault();
  });
  grip.addEventListener("pointermove", (event) => {
    if (before === null) return;
    // The others move around the dragged one: taking that one out of the page would end its pointer capture.
    const others = [...list.children].filter((other) => other !== item);
    const middle = (other) => other.getBoundingClientRect().top + other.offsetHeight / 2;
    const isAbove = (other) => Boolean(item.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING);
    const places = others.map((other) => [other, event.clientY > middle(other), isAbove(other)]);
    for (const [other, above, now] of places) if (above && !now) item.before(other);
    for (const [other, above, now] of places.reverse()) if (!above && now) item.after(other);
  });
  const drop = () => {
    if (before === null) return;
    item.classList.remove("is-dragged");
    const changed = [...list.children].indexOf(item) !== before;
    before = null;
    if (changed) done();
  };
  grip.addEventListener("pointerup", drop);
  grip.addEventListener("pointercancel", drop);
}

// Reveal of a prediction: one row per value on the question's scale, the reader's among those everybody knows.
function reveal(box, key, answer, words) {
  const node = box.querySelector(".cq-reveal");
  node.replaceChildren();
  if (answer === null) return "";
  const mine = parseNumber(answer);
  const decimals = node.dataset.decimals;
  const unit = box.querySelector(".cq-unit")?.textContent || "";
  const rows = [[words.you, mine, "cq-mine"], [words.truth, key.value, "cq-true"], ...JSON.parse(node.dataset.anchors).map(([text, value]) => [text, value, ""])];
  for (const [text, value, css] of rows) {
    const share = Math.max(0, Math.min(1, (value - key.min) / (key.max - key.min)));
    const dot = el("i", {});
    dot.style.left = `${share * 100}%`;
    node.append(el("p", { class: `cq-strip ${css}` }, el("span", {}, text), el("span", { class: "cq-track", "aria-hidden": "true" }, dot), el("b", {}, show(value, css === "cq-mine" ? undefined : decimals))));
  }
  const away = Math.abs(mine - key.value);
  const gap = unit.startsWith("%") && box.closest("[lang]")?.lang === "en" ? "" : "\u00a0"; // "15.6%" but "15.6 dollars"
  const full = (value, digits) => show(value, digits) + (unit ? gap + unit : "");
  if (isClose(mine, key.value, 0) || show(mine, decimals) === show(key.value, decimals)) return say(words.exact, full(mine));
  const share = away / (key.max - key.min);
  const verdict = share < 0.05 ? words.near : share < 0.2 ? words.mid : words.far;
  return `${say(words.off, show(mine), full(key.value, decimals), show(away, decimals), mine > key.value ? words.above : words.below)} ${verdict}`;
}

function drawKind(box, key, words, changed) {
  const plot = box.querySelector(".cq-plot");
  const chart = plot.querySelector("svg");
  const [left, right, top, bottom] = chart.dataset.box.split(" ").map(Number);
  const [first, last] = chart.dataset.x.split(" ").map(Number);
  const given = JSON.parse(plot.dataset.given).at(-1);
  const decimals = plot.dataset.decimals === "" ? undefined : plot.dataset.decimals;
  const xs = key.points.map((point) => point[0]);
  const xAt = (x) => left + ((x - first) / (last - first)) * (right - left);
  const yAt = (y) => bottom - ((y - key.min) / (key.max - key.min)) * (bottom - top);
  const step = (key.max - key.min) / 50;
  let values = xs.map(() => null);

  const mine = svg("path", { class: "cq-drawn" });
  const truth = svg("path", { class: "cq-truth" });
  const handles = xs.map((x, at) => svg("g", {
    class: "cq-handle", tabindex: 0, role: "slider", "aria-orientation": "vertical", "aria-label": say(words.point, x),
    "aria-valuemin": key.min, "aria-valuemax": key.max, onkeydown: (event) => press(event, at),
  }, svg("circle", { r: 14, class: "cq-halo" }), svg("circle", { r: 5 })));
  chart.setAttribute("role", "group");
  chart.append(truth, mine, ...handles);
  plot.after(el("p", { class: "cq-how" }, words.drawHelp));

  // A point not yet touched follows its neighbour on the left, so that a line is whole from the first touch on.
  const filled = () => { let before = given[1]; return values.map((value) => (before = value ?? before)); };
  const path = (list) => "M" + [given, ...xs.map((x, at) => [x, list[at]])].map(([x, y]) => `${xAt(x).toFixed(1)} ${yAt(y).toFixed(1)}`).join("L");
  const paint = () => {
    const list = filled();
    const drawn = values.some((value) => value !== null);
    mine.setAttribute("d", drawn ? path(list) : "");
    handles.forEach((handle, at) => {
      handle.setAttribute("transform", `translate(${xAt(xs[at]).toFixed(1)} ${yAt(list[at]).toFixed(1)})`);
      handle.setAttribute("aria-valuenow", Number(list[at].toPrecision(6)));
      handle.setAttribute("aria-valuetext", show(list[at], decimals));
      handle.classList.toggle("is-set", values[at] !== null);
    });
  };
  const put = (at, value) => { values[at] = Math.max(key.min, Math.min(key.max, value)); paint(); changed(); };
  const press = (event, at) => {
    const by = { ArrowUp: step, ArrowDown: -step, PageUp: 5 * step, PageDown: -5 * step }[event.key];
    const to = { Home: key.min, End: key.max }[event.key];
    if (by === undefined && to === undefined) {
      const next = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (next && handles[at + next]) handles[at + next].focus();
      else if (!next) return;
    } else put(at, to ?? filled()[at] + by);
    event.preventDefault();
    event.stopPropagation();
  };
  const free = chart.querySelector(".cq-free");
  let previous = null;
  const follow = (event) => {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(chart.getScreenCTM().inverse());
    const value = key.min + ((bottom - point.y) / (bottom - top)) * (key.max - key.min);
    const reach = (xAt(xs.at(-1)) - xAt(given[0])) / xs.length / 2;
    // A fast stroke skips points: those it passed lie on the straight piece between two events.
    const [x0, y0] = previous || [point.x, value];
    xs.forEach((x, at) => {
      const here = xAt(x);
      const passed = here >= Math.min(x0, point.x) - reach && here <= Math.max(x0, point.x) + reach;
      if (!passed) return;
      const share = point.x === x0 ? 1 : Math.max(0, Math.min(1, (here - x0) / (point.x - x0)));
      put(at, y0 + share * (value - y0));
    });
    previous = [point.x, value];
  };
  for (const node of [free, ...handles]) {
    node.addEventListener("pointerdown", (event) => { if (event.button) return; previous = null; free.setPointerCapture(event.pointerId); follow(event); event.preventDefault(); });
  }
  free.addEventListener("pointermove", (event) => { if (free.hasPointerCapture(event.pointerId)) follow(event); });
  paint();
  return {
    read: () => (values.some((value) => value !== null) ? filled().map((value) => Number(value.toPrecision(6))) : null),
    write(answer) { values = Array.isArray(answer) && answer.length === xs.length ? [...answer] : xs.map(() => null); paint(); },
    mark(answer) {
      truth.setAttribute("d", answer === null ? "" : path(key.points.map((point) => point[1])));
      chart.querySelectorAll(".cq-tag").forEach((node) => node.remove());
      if (answer === null) return;
      const [own, real] = [yAt(answer.at(-1)), yAt(key.points.at(-1)[1])];
      const above = own < real;
      const tag = (y, text, css, up) => svg("text", { class: `cq-tag ${css}`, x: right, y: Math.max(top + 10, Math.min(bottom - 4, y + (up ? -10 : 18))), "text-anchor": "end" }, text);
      chart.append(tag(own, words.yourLine, "cq-tag-mine", above), tag(real, words.trueLine, "cq-tag-true", !above));
    },
    sentence(answer) {
      const share = drawError(key, answer);
      const verdict = share < 0.04 ? words.lineNear : share < 0.12 ? words.lineMid : words.lineFar;
      return say(words.drawn, show(share * (key.max - key.min), decimals), plot.dataset.unit, verdict);
    },
    whys: () => [],
    empty: words.empty,
  };
}

// --------------------------------------------------------------------------------------------------- one question

let views = 0;

/** Bring one question to life. ``tell(record)`` is called after every check. */
function enhanceQuestion(box, words, store, tell) {
  const { id, type, v } = box.dataset;
  const key = JSON.parse(box.dataset.key);
  const body = box.querySelector(".cq-body");
  const answerBox = box.querySelector(".cq-answer");
  const feedback = el("div", { class: "cq-feedback", role: "status" });
  const announcer = el("p", { class: "cq-hidden", role: "status" });
  const unscored = type === "predict" || type === "draw";
  const state = { id, type, record: null, dirty: false, kind: null };

  // Two views of one notebook output must not share radio groups.
  views += 1;
  for (const input of box.querySelectorAll("input[name]")) input.name += `-${views}`;

  const changed = () => {
    state.dirty = true;
    state.kind.mark(null);
    if (type === "predict") reveal(body, key, null, words);
    if (state.record) { feedback.replaceChildren(); feedback.className = "cq-feedback"; }
    if (!unscored) answerBox.open = false;
  };
  state.kind = {
    single: () => rowsKind(body, key, words, false), multiple: () => rowsKind(body, key, words, true),
    number: () => fieldKind(body, key, words, type), text: () => fieldKind(body, key, words, type), predict: () => fieldKind(body, key, words, type),
    match: () => slotsKind(body, key, words, type), classify: () => slotsKind(body, key, words, type), cloze: () => slotsKind(body, key, words, type),
    order: () => orderKind(body, key, words, changed, (text) => { announcer.textContent = text; }),
    draw: () => drawKind(body, key, words, changed),
  }[type]();

  const sure = unscored ? null : confidence(words, `${id}-sure-${views}`);
  const act = button(unscored ? words.commit : words.check, () => check(), { class: "cq-button cq-check" });
  // The answer waits until a first try; hints come one after the other.
  answerBox.before(el("div", { class: "cq-act" }, sure ? sure.node : null, act), announcer, feedback);
  answerBox.hidden = true;
  const hints = [...box.querySelectorAll(".cq-hint")];
  hints.forEach((hint, at) => { hint.hidden = at > 0; hint.addEventListener("toggle", () => { if (hint.open && hints[at + 1]) hints[at + 1].hidden = false; }); });

  body.addEventListener("input", changed);
  body.addEventListener("change", changed);
  body.addEventListener("keydown", (event) => {
    // JupyterLab cancels the line break that would submit a form, so Enter is ours to handle.
    if (event.key !== "Enter" || event.isComposing || !event.target.matches("input")) return;
    event.preventDefault();
    event.stopPropagation();
    check();
  });

  function check() {
    const answer = state.kind.read();
    const right = answer === null ? null : grade(type, key, answer);
    if (right === null) {
      feedback.className = "cq-feedback is-note";
      feedback.replaceChildren(el("p", {}, state.kind.empty));
      return;
    }
    const before = state.record;
    const sameAnswer = before && JSON.stringify(before.answer) === JSON.stringify(answer);
    state.record = {
      v, answer, answered: true, right, first: before ? before.first : right, tries: before ? before.tries + (sameAnswer ? 0 : 1) : 1,
      confidence: before ? before.confidence : sure ? sure.read() : null, when: new Date().toISOString(),
    };
    state.dirty = false;
    store.write(id, state.record);
    present();
    tell();
  }

  function present() {
    const { answer, right } = state.record;
    state.kind.mark(answer);
    answerBox.hidden = false;
    answerBox.open = right === 1;
    if (sure) sure.lock(state.record.confidence);
    const lines = [];
    if (type === "predict") lines.push(reveal(body, key, answer, words));
    else if (type === "draw") lines.push(state.kind.sentence(answer));
    else if (right === 1) lines.push(words.right);
    else if (right > 0 && state.kind.parts) lines.push(say(words.partly, Math.round(right * state.kind.parts), state.kind.parts));
    else if (right > 0) lines.push(say(words.partlyChosen, Math.round(right * 100), key.right.length));
    else lines.push(words.wrong);
    const grown = unscored ? "note" : right === 1 ? "right" : right > 0 ? "part" : "wrong";
    const sign = { note: "", right: "✓ ", part: "◐ ", wrong: "✗ " }[grown];
    feedback.className = `cq-feedback is-${grown}`;
    feedback.replaceChildren(el("p", {}, el("b", {}, el("span", { "aria-hidden": "true" }, sign), lines[0])));
    for (const name of state.kind.whys(answer)) {
      const why = answerBox.querySelector(`[data-for="${name}"]`);
      // Where all is right the open answer below says the reasons; saying them twice helps nobody.
      if (why && right < 1) { const copy = el("p", {}); copy.append(...[...why.childNodes].map((node) => node.cloneNode(true))); feedback.append(copy); }
    }
    const closed = hints.findIndex((hint) => !hint.open) + 1;
    if (!unscored && right < 1) feedback.append(el("p", { class: "cq-muted" }, closed ? say(words.tryHint, closed) : words.tryAgain));
  }

  state.restore = (record) => {
    if (state.dirty) return; // somebody is typing here: a late record must not overwrite it
    const usable = record && record.v === v && grade(type, key, record.answer) !== null ? record : null;
    const print = (one) => one && JSON.stringify([one.v, one.answer, one.when]);
    if (print(usable) === print(state.record)) return;
    state.record = usable;
    state.kind.write(usable ? usable.answer : null);
    if (usable) { present(); return; }
    state.kind.mark(null);
    if (type === "predict") reveal(body, key, null, words);
    feedback.replaceChildren();
    feedback.className = "cq-feedback";
    answerBox.hidden = true;
    answerBox.open = false;
    if (sure) sure.unlock();
  };
  state.reset = () => { state.dirty = false; state.kind.write(null); state.record = state.record || {}; state.restore(null); };
  return state;
}

/** The optional "how sure are you?": three radios that lock with the first try. */
function confidence(words, name) {
  const inputs = Object.entries(words.levels).map(([value, label]) => [el("input", { type: "radio", name, value }), label]);
  const node = el("fieldset", { class: "cq-sure" }, el("legend", {}, words.sure), ...inputs.map(([input, label]) => el("label", {}, input, el("span", {}, label))));
  const each = (act) => inputs.forEach(([input]) => act(input));
  return {
    node,
    read: () => inputs.find(([input]) => input.checked)?.[0].value || null,
    lock(value) { each((input) => { input.checked = input.value === value; input.disabled = true; }); },
    unlock() { each((input) => { input.checked = false; input.disabled = false; }); },
  };
}

// ------------------------------------------------------------------------------------------------------ a whole set

let saidBlocked = false;
function sayBlocked(note, words) {
  if (blocked && !saidBlocked) { saidBlocked = true; note.textContent = words.blocked; }
}

function enhance(root, store) {
  const words = WORDS[root.lang] || WORDS.en;
  const boxes = [...root.querySelectorAll(".cq-q")];
  root.classList.add("cq-js");
  const count = el("p", { class: "cq-count" });
  const dots = el("span", { class: "cq-dots", "aria-hidden": "true" }, ...boxes.map(() => el("i", {})));
  root.querySelector(".cq-head").append(el("div", { class: "cq-state" }, dots, count));
  const summary = el("div", { class: "cq-summary", role: "status" });
  const note = el("p", { class: "cq-note", role: "status" });
  const states = boxes.map((box) => enhanceQuestion(box, words, store, () => sumUp()));
  const restart = button(words.again, () => { store.clear(); states.forEach((state) => state.reset()); sumUp(); go(0); focusQuestion(0); }, { class: "cq-button cq-again" });
  const { bar, go } = stepper(root, boxes, words);
  root.append(bar, summary, memoryMenu(words, store.live, restart, note), note);

  function focusQuestion(at) {
    boxes[at].querySelector(".cq-body input, .cq-body select, .cq-body button, .cq-body [tabindex]")?.focus();
  }

  function sumUp() {
    const done = states.filter((state) => state.record);
    count.textContent = say(words.done, done.length, states.length);
    states.forEach((state, at) => {
      const unscored = state.type === "predict" || state.type === "draw";
      dots.children[at].className = !state.record ? "" : unscored || state.record.right === 1 ? "cq-full" : "cq-half";
    });
    restart.hidden = !done.length;
    summary.replaceChildren(...(done.length === states.length && states.length > 1 ? summaryLines(states, words) : []));
    if (store.damaged) { note.textContent = words.damaged; store.damaged = false; }
    if (!store.live) sayBlocked(note, words);
  }
  function restore() {
    const records = store.read();
    for (const state of states) state.restore(records[state.id]);
    sumUp();
  }
  restore();
  return store.watch(restore);
}

/** What the reader did, and how well "sure" and "a guess" matched what was right. */
function summaryLines(states, words) {
  const scored = states.filter((state) => state.type !== "predict" && state.type !== "draw").map((state) => state.record);
  if (!scored.length) return [el("p", {}, words.summaryUnscored)];
  const sum = (field) => scored.reduce((total, record) => total + record[field], 0);
  const lines = [say(words.summary, show(sum("right")), scored.length, Math.round((sum("right") / scored.length) * 100), show(sum("first")))];
  for (const [level, label] of Object.entries(words.levels)) {
    const said = scored.filter((record) => record.confidence === level);
    if (said.length) lines.push(say(words.calibration, label, said.filter((record) => record.first === 1).length, said.length));
  }
  return lines.map((line) => el("p", {}, line));
}

/** Previous and next, for narrow places where one question shows at a time (the style sheet decides). */
function stepper(root, boxes, words) {
  let current = 0;
  const where = el("span", { class: "cq-where", role: "status" });
  const back = button(words.previous, () => step(-1));
  const forward = button(words.next, () => step(1));
  const bar = el("div", { class: "cq-bar" }, back, where, forward);
  bar.hidden = boxes.length < 2;
  function go(at) {
    current = at;
    boxes.forEach((box, index) => box.classList.toggle("is-current", index === at));
    setOff(back, at === 0);
    setOff(forward, at === boxes.length - 1);
    where.replaceChildren(hidden(`${words.question} `), say(words.at, at + 1, boxes.length));
  }
  function step(by) {
    const target = current + by;
    if (target < 0 || target >= boxes.length) return;
    go(target);
    if (root.getBoundingClientRect().top < 0) root.scrollIntoView({ block: "start" });
  }
  root.addEventListener("cq-show", (event) => go(boxes.indexOf(event.detail)));
  go(0);
  return { bar, go };
}

/** The folded menu under a quiz: start again, save, load, erase. In a notebook only the first makes sense. */
function memoryMenu(words, live, restart, note) {
  const tell = (...lines) => { note.textContent = lines.join(" "); };
  const controls = live ? [] : progressControls(words, tell);
  return el("details", { class: "cq-menu" }, el("summary", {}, words.memory),
    el("p", {}, live ? words.liveText : words.memoryText), el("div", { class: "cq-tools" }, restart, ...controls));
}

/** Save, load and erase for everything this browser keeps; ``tell`` shows a message. The "My progress" page uses it too. */
function progressControls(words, tell) {
  const file = el("input", { type: "file", accept: ".json,application/json", hidden: true, onchange: async () => {
    const chosen = file.files[0];
    if (!chosen) return;
    try {
      const { answers, cards, bad } = chosen.size > 5e6 ? fromFile(" ".repeat(5e6 + 1)) : load(await chosen.text());
      tell(say(words.loaded, answers), ...(cards ? [say(words.loadedCards, cards)] : []), bad ? say(words.skipped, bad) : "");
    } catch (error) { tell(words[error.message] || words.notJson); }
    file.value = "";
  } });
  const ask = el("span", { class: "cq-ask", hidden: true }, el("span", {}, words.eraseSure),
    button(words.yes, () => { erase(); ask.hidden = true; wipe.focus(); tell(words.erased); }),
    button(words.no, () => { ask.hidden = true; wipe.focus(); }));
  const wipe = button(words.erase, () => { ask.hidden = false; ask.querySelector("button:last-of-type").focus(); });
  return [button(words.save, () => tell(say(words.saved, save()))), button(words.load, () => file.click()), file, wipe, ask];
}

// -------------------------------------------------------------------------------------------------------- the hosts

export default {
  render({ model, el: place }) {
    place.innerHTML = model.get("html");
    return enhance(place.querySelector(".cq"), liveStore(model));
  },
};

function boot() {
  for (const root of document.querySelectorAll(".cq[data-set]:not(.cq-js)")) enhance(root, pageStore(root.dataset.set));
  for (const place of document.querySelectorAll("[data-vecinos-progress]:not(.cq-js)")) {
    const words = WORDS[document.documentElement.lang] || WORDS.en;
    const note = el("p", { class: "cq-note", role: "status" });
    place.classList.add("cq-js");
    place.append(el("div", { class: "cq-tools" }, ...progressControls(words, (...lines) => { note.textContent = lines.join(" "); })), note);
    const troubles = () => {
      collect();
      reviews();
      notes();
      sayBlocked(note, words);
      if (damagedReviews) { damagedReviews = false; note.textContent = words.damagedCards; }
      if (damagedNotes) { damagedNotes = false; note.textContent = words.damagedNotes; }
    };
    listeners.add(troubles);
    troubles();
  }
  showLinked();
  addEventListener("hashchange", showLinked);
  addEventListener("storage", (event) => {
    if (event.key === null) written.clear();
    else if (event.newValue === null) written.delete(event.key); // erased in another tab: do not bring it back
    if (event.key === null || event.key.startsWith(FORMAT)) refreshAll();
  });
  addEventListener("beforeprint", printKey);
  addEventListener("afterprint", () => document.querySelector(".cq-printkey")?.remove());
  window.vecinosProgress = progress;
  window.vecinosQuiz = { parseNumber, normalText, show, grade, mistake, drawError, ask };
}

/** Bring a single question to life outside its set, without memory: the review deck keeps only how the first try went. */
function ask(box, told) {
  const words = WORDS[box.closest("[lang]").lang] || WORDS.en;
  return enhanceQuestion(box, words, { write: (_, record) => told(record) }, () => {});
}

/** An address that ends in #q-<id> shows that question, also where one question shows at a time. */
function showLinked() {
  const id = /^#q-([a-z0-9-]+)$/.exec(location.hash)?.[1];
  const box = id && document.querySelector(`.cq-js .cq-q[data-id="${id}"]`);
  if (!box) return;
  box.closest(".cq").dispatchEvent(new CustomEvent("cq-show", { detail: box }));
  box.scrollIntoView({ block: "start", behavior: "instant" });
}

/** On paper the questions come blank and their key stands on a page of its own at the end. */
function printKey() {
  document.querySelector(".cq-printkey")?.remove();
  const quizzes = [...document.querySelectorAll(".cq-js[data-set]")];
  if (!quizzes.length) return;
  const words = WORDS[quizzes[0].lang] || WORDS.en;
  const page = el("section", { class: "cq-printkey", lang: quizzes[0].lang }, el("h2", {}, words.key));
  for (const quiz of quizzes) {
    page.append(el("h3", {}, quiz.querySelector(".cq-title").textContent));
    for (const box of quiz.querySelectorAll(".cq-q")) {
      const parts = [".cq-key", ".cq-why"].map((name) => box.querySelector(name).cloneNode(true));
      page.append(el("div", {}, el("b", {}, box.querySelector(".cq-n").textContent), ...parts));
    }
  }
  (document.querySelector("main") || document.body).append(page);
}
