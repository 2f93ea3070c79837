// Explorers at work, in two hosts: a notebook (anywidget calls render; the kernel runs the model) and a page (the theme
// wraps this file and calls boot; every frame lies in the page). Python wrote the markup; this file makes the controls.

const SLIDER_FROM = 7; // more values than this many minus one take a slider, fewer a list
const QUIET_MS = 700;
let serial = 0;

/** The twin of unpack in _frames.py. */
function unpack(base, edits) {
  const parts = base.match(/<[^>]+>[^<]*|^[^<]+/g);
  for (const [start, end, fresh] of edits) parts.splice(start, end - start, ...fresh);
  return parts.join("");
}

/** Give a root its controls. `show(positions)` puts the frame of these positions on screen, at once or soon. */
function enhance(root, show) {
  const place = root.querySelector(".ex-controls");
  const controls = JSON.parse(place.dataset.controls);
  const positions = controls.map((control) => control.start);
  const setters = controls.map((control, at) => addControl(control, (position) => { positions[at] = position; show([...positions]); }));
  const reset = document.createElement("button");
  reset.type = "button";
  reset.className = "ex-reset";
  reset.textContent = place.dataset.reset;
  reset.setAttribute("data-lm-suppress-shortcuts", "");
  reset.addEventListener("click", () => {
    controls.forEach((control, at) => { positions[at] = control.start; setters[at].set(control.start); });
    show([...positions]);
  });
  place.replaceChildren(...setters.map((setter) => setter.node), reset);
  root.classList.add("ex-js");
}

function addControl(control, changed) {
  serial += 1;
  const id = `ex-${control.name}-${serial}`;
  const node = document.createElement("div");
  node.className = "ex-control";
  const label = document.createElement("label");
  label.htmlFor = id;
  label.textContent = control.label;
  const slider = control.texts.length >= SLIDER_FROM;
  const field = document.createElement(slider ? "input" : "select");
  field.id = id;
  field.autocomplete = "off";
  field.setAttribute("data-lm-suppress-shortcuts", "");
  const shown = document.createElement("output");
  shown.htmlFor.add(id);
  if (slider) Object.assign(field, { type: "range", min: 0, max: control.texts.length - 1, step: 1 });
  else field.append(...control.texts.map((text, at) => new Option(text, at)));
  const tell = () => {
    if (!slider) return;
    shown.textContent = control.texts[field.value];
    field.setAttribute("aria-valuetext", control.texts[field.value]);
  };
  const set = (position) => { field.value = position; tell(); };
  field.addEventListener("input", () => { tell(); changed(Number(field.value)); });
  set(control.start);
  if (slider) { const row = document.createElement("span"); row.className = "ex-slide"; row.append(field, shown); node.append(label, row); }
  else node.append(label, field);
  return { node, set };
}

/** Put a frame on screen; its verdict is read out once the reader has stopped moving. */
function painter(root) {
  const frame = root.querySelector(".ex-frame");
  const status = root.querySelector(":scope > [role=status]");
  let timer;
  return (html) => {
    frame.innerHTML = html;
    clearTimeout(timer);
    timer = setTimeout(() => { status.textContent = frame.querySelector(".ex-verdict")?.textContent || ""; }, QUIET_MS);
  };
}

export default {
  render({ model, el }) {
    el.innerHTML = model.get("html");
    const root = el.querySelector(".ex");
    const paint = painter(root);
    let asked = 0;
    let waiting = null; // the newest state wins: one request is under way at a time
    let busy = false;
    const ask = (positions) => {
      busy = true;
      asked += 1;
      model.set("request", { number: asked, positions });
      model.save_changes();
    };
    const answered = () => {
      const { number, html } = model.get("frame");
      if (number !== asked) return;
      busy = false;
      if (waiting) { const next = waiting; waiting = null; ask(next); } else paint(html);
    };
    model.on("change:frame", answered);
    enhance(root, (positions) => { if (busy) waiting = positions; else ask(positions); });
    return () => model.off("change:frame", answered);
  },
};

function boot() {
  for (const root of document.querySelectorAll(".ex[data-explorer]:not(.ex-js)")) {
    const store = root.querySelector(".ex-data");
    if (!store) continue;
    const { base, edits } = JSON.parse(store.textContent);
    const sizes = JSON.parse(root.querySelector(".ex-controls").dataset.controls).map((control) => control.texts.length);
    const paint = painter(root);
    enhance(root, (positions) => paint(unpack(base, edits[positions.reduce((sum, position, at) => sum * sizes[at] + position, 0)])));
  }
}
