// Debates, in two hosts: on a page, where notes are kept with the reader's progress on this device (quiz.js), and in a
// notebook, where the kernel keeps them. Python wrote the markup; this file puts the fields and buttons into it.

const DEBATE_WORDS = {
  en: {
    scale: "Your place on the line", unmarked: "Not marked yet. Move the mark, or press Mark the middle.", middle: "Mark the middle", centre: "In the middle",
    steps: ["", "1 step from the middle towards: {0}", "{1} steps from the middle towards: {0}"], end: "At the end: {0}",
    kept: "Kept on this device.", keptLive: "The kernel has it.", notKept: "This browser keeps nothing: print the page or save your text before you close it.",
    moved: "Before, you were {0} away. You moved towards: {1}.", step: "1 step", many: "{0} steps", stayed: "You are where you were before reading.", first: "You did not mark a place before reading.",
    print: "Print this", file: "Save as text", clear: "Clear", sure: "Press again to clear it", empty: "Nothing is written yet.",
  },
  es: {
    scale: "Tu lugar en la línea", unmarked: "Sin marcar. Mueve la marca o presiona Marcar el centro.", middle: "Marcar el centro", centre: "En el centro",
    steps: ["", "A 1 paso del centro, hacia: {0}", "A {1} pasos del centro, hacia: {0}"], end: "En el extremo: {0}",
    kept: "Guardado en este dispositivo.", keptLive: "El kernel lo tiene.", notKept: "Este navegador no guarda nada: imprime la página o guarda tu texto antes de cerrarla.",
    moved: "Antes estabas a {0} de aquí. Te moviste hacia: {1}.", step: "1 paso", many: "{0} pasos", stayed: "Estás donde estabas antes de leer.", first: "No marcaste un lugar antes de leer.",
    print: "Imprimir", file: "Guardar como texto", clear: "Borrar", sure: "Presiona otra vez para borrar", empty: "Todavía no hay nada escrito.",
  },
};
const QUIET = 400; // ms without a key before a text is kept

const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, at) => values[at]);

function part(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value);
  }
  if (["input", "textarea", "button"].includes(tag)) node.setAttribute("data-lm-suppress-shortcuts", "");
  node.append(...children);
  return node;
}

let serial = 0;

/** Give one root its fields. `store` has read(), write(note), watch(listener) and before(): the note of "before". */
function enhance(root, store) {
  const words = DEBATE_WORDS[root.lang] || DEBATE_WORDS.en;
  root.classList.add("db-js");
  const said = part("p", { class: "db-said", role: "status" });
  const api = { words, store, said, told: () => { said.textContent = store.state(words); } };
  const show = root.dataset.debate.endsWith("#option") ? option(root, api) : scale(root, api);
  root.append(said);
  show();
  return store.watch(show);
}

function scale(root, { words, store, told }) {
  const after = root.dataset.debate.endsWith("#after");
  const ends = [...root.querySelectorAll(".db-end")].map((end) => end.textContent);
  serial += 1;
  const input = part("input", { type: "range", min: -5, max: 5, step: 1, id: `db-${serial}`, "aria-label": words.scale });
  const shown = part("output", { for: `db-${serial}`, class: "db-shown" });
  const ghost = part("span", { class: "db-ghost", "aria-hidden": "true" });
  const middle = part("button", { type: "button", class: "db-button", onclick: () => mark(0) }, words.middle);
  const line = root.querySelector(".db-line");
  line.removeAttribute("aria-hidden");
  line.replaceChildren(ghost, input);
  root.querySelector(".db-scale").append(shown);
  root.querySelector(".db-still").replaceWith(middle);
  const why = after ? writing(root.querySelector(".db-field"), () => keep()) : null;
  const place = (at) => {
    if (at === 0) return words.centre;
    const end = ends[at < 0 ? 0 : 1];
    return Math.abs(at) === 5 ? fill(words.end, end) : fill(words.steps[Math.min(Math.abs(at), 2)], end, Math.abs(at));
  };
  const travel = (at) => {
    const before = store.before();
    if (!after) return "";
    if (!before || !Number.isInteger(before.place)) return words.first;
    const moved = at - before.place;
    const steps = Math.abs(moved) === 1 ? words.step : fill(words.many, Math.abs(moved));
    return moved ? fill(words.moved, steps, ends[moved < 0 ? 0 : 1]) : words.stayed;
  };
  const keep = () => { store.write({ ...store.read(), ...(marked ? { place: Number(input.value) } : {}), ...(why ? { why: why.value } : {}) }); told(); };
  let marked = false;
  const tell = () => {
    root.classList.toggle("db-marked", marked);
    middle.hidden = marked;
    const at = Number(input.value);
    shown.textContent = marked ? [place(at), travel(at)].filter(Boolean).join(". ") : words.unmarked;
    input.setAttribute("aria-valuetext", marked ? place(at) : words.unmarked);
    const before = after && store.before();
    ghost.hidden = !before || !Number.isInteger(before.place);
    if (!ghost.hidden) ghost.style.setProperty("--at", (before.place + 5) / 10);
  };
  const mark = (at) => { marked = true; input.value = at; tell(); keep(); };
  input.addEventListener("input", () => mark(Number(input.value)));
  return () => {
    const note = store.read();
    marked = Number.isInteger(note.place);
    input.value = marked ? note.place : 0;
    if (why && document.activeElement !== why) { why.value = note.why || ""; why.fit(); }
    tell();
  };
}

/** A text field in place of the blank lines; `changed` is called when the reader pauses or leaves it. */
function writing(field, changed) {
  serial += 1;
  const id = `db-${serial}`;
  const area = part("textarea", { id, rows: 2, maxlength: 2000 });
  let timer;
  const now = () => { clearTimeout(timer); timer = 0; changed(); };
  area.fit = () => { area.style.height = "auto"; area.style.height = `${area.scrollHeight + 2}px`; field.querySelector(".db-paper").textContent = area.value; };
  area.addEventListener("input", () => { area.fit(); clearTimeout(timer); timer = setTimeout(now, QUIET); });
  area.addEventListener("blur", () => { if (timer) now(); });
  addEventListener("pagehide", () => { if (timer) now(); });
  const label = part("label", { for: id }, field.querySelector("b").textContent);
  const blank = field.querySelector(".db-blank");
  field.replaceChildren(label, area, part("div", { class: "db-paper", "aria-hidden": "true" }), blank);
  return area;
}

function option(root, { words, store, said, told }) {
  const fields = Object.fromEntries([...root.querySelectorAll("[data-field]")].map((field) => [field.dataset.field, writing(field, () => { keep(); })]));
  const text = () => Object.entries(fields).map(([, area]) => `${root.querySelector(`label[for="${area.id}"]`).textContent}\n${area.value.trim()}`).join("\n\n");
  const written = () => Object.values(fields).some((area) => area.value.trim());
  const keep = () => { store.write(Object.fromEntries(Object.entries(fields).map(([name, area]) => [name, area.value]))); told(); };
  const need = (act) => () => { if (written()) act(); else said.textContent = words.empty; };
  const save = need(() => {
    const url = URL.createObjectURL(new Blob([`${root.querySelector(".db-title").textContent}\n\n${text()}\n`], { type: "text/plain" }));
    const link = part("a", { href: url, download: `${root.dataset.debate.replace(/.*\/|#.*/g, "")}.txt` });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  });
  const print = need(() => {
    document.documentElement.classList.add("db-printing");
    root.classList.add("db-printed");
    const done = () => { document.documentElement.classList.remove("db-printing"); root.classList.remove("db-printed"); removeEventListener("afterprint", done); };
    addEventListener("afterprint", done);
    window.print();
  });
  const clear = part("button", { type: "button", class: "db-button" }, words.clear);
  clear.addEventListener("click", need(() => {
    if (clear.textContent === words.clear) { clear.textContent = words.sure; return; }
    clear.textContent = words.clear;
    for (const area of Object.values(fields)) { area.value = ""; area.fit(); }
    keep();
    said.textContent = words.empty;
  }));
  clear.addEventListener("blur", () => { clear.textContent = words.clear; });
  root.append(part("div", { class: "db-tools" },
    part("button", { type: "button", class: "db-button", onclick: print }, words.print),
    part("button", { type: "button", class: "db-button", onclick: save }, words.file), clear));
  return () => {
    const note = store.read();
    for (const [name, area] of Object.entries(fields)) {
      if (document.activeElement !== area) { area.value = note[name] || ""; area.fit(); }
    }
  };
}

/** The notes of this browser, kept with the reader's answers: saved, merged and erased with them. */
function pageNotes(id) {
  const progress = window.vecinosProgress;
  const before = id.replace(/#.*/, "#before");
  return {
    read: () => progress.notes()[id]?.note || {},
    before: () => progress.notes()[before]?.note,
    write: (note) => progress.keepNote(id, note),
    state: (words) => (progress.blocked() ? words.notKept : words.kept),
    watch(listener) { progress.listeners.add(listener); return () => progress.listeners.delete(listener); },
  };
}

// The notes of this notebook, so that "after" knows "before": each widget has its own copy of this module.
const inKernel = () => (globalThis.vecinosNotes ??= new Map());

export default {
  render({ model, el: place }) {
    place.innerHTML = model.get("html");
    const root = place.querySelector(".db");
    const id = root.dataset.debate;
    inKernel().set(id, model);
    return enhance(root, {
      read: () => model.get("note") || {},
      before: () => inKernel().get(id.replace(/#.*/, "#before"))?.get("note"),
      write(note) { model.set("note", note); model.save_changes(); },
      state: (words) => words.keptLive,
      watch(listener) { model.on("change:note", listener); return () => model.off("change:note", listener); },
    });
  },
};

function boot() {
  for (const root of document.querySelectorAll(".db[data-debate]:not(.db-js)")) enhance(root, pageNotes(root.dataset.debate));
}
