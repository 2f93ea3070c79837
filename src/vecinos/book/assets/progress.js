// The page "My progress and review": what to review today, what was answered, and a record to print.
// Answers and the deck's boxes are kept by quiz.js (window.vecinosProgress); this file reads them and decides what is due.
(() => {
  // ------------------------------------------------------------------------------------------- the rule, pure
  // Leitner boxes with doubling rests: a known card moves up one box, any other goes back to box 1.
  const RESTS = [1, 2, 4, 8, 16];
  const nextBox = (box, known) => (known ? Math.min(box + 1, RESTS.length) : 1);

  /** The first moment of the reader's day on which a card is due. Whole days: a card of this morning is not due tonight. */
  function dueOn({ box, when }) {
    const last = new Date(when);
    return new Date(last.getFullYear(), last.getMonth(), last.getDate() + RESTS[box - 1]);
  }

  /** {question: record}: for each question of the course the newest answer to the version now in the book. */
  function latest(course, sets) {
    const found = {};
    for (const lesson of course.lessons) {
      for (const [name, ids] of Object.entries(lesson.sets)) {
        for (const id of ids) {
          const record = sets[`${lesson.slug}#${name}`]?.[id];
          if (!record || record.v !== course.questions[id][0]) continue;
          if (!found[id] || Date.parse(record.when) > Date.parse(found[id].when)) found[id] = record;
        }
      }
    }
    return found;
  }

  const missed = (record) => record.first < 1 || record.right < 1 || record.confidence === "guess";

  /** The cards in the deck, the first due first: {card, id, lesson, box, when}. ``lesson`` is null for a glossary term. */
  function deckOf(course, records, reviews) {
    const cards = [];
    for (const [id, [, , scored, place]] of Object.entries(course.questions)) {
      if (!scored) continue;
      const [record, review] = [records[id], reviews[`question:${id}`]];
      // A question missed again in its lesson after the last review starts over.
      const missedSince = record && record.right < 1 && review && Date.parse(record.when) > Date.parse(review.when);
      const lies = review && !missedSince ? review : record && missed(record) ? { box: 1, when: record.when } : null;
      if (lies) cards.push({ card: `question:${id}`, id, lesson: course.lessons[place], ...lies });
    }
    const known = new Set(course.lessons.flatMap((lesson) => lesson.terms));
    for (const id of known) {
      const review = reviews[`term:${id}`];
      if (review) cards.push({ card: `term:${id}`, id, lesson: null, ...review });
    }
    return cards.sort((a, b) => dueOn(a) - dueOn(b));
  }

  /** Terms of lessons the reader has begun that are not in the deck yet, in the order of the lessons. */
  function newTerms(course, records, reviews) {
    const begun = course.lessons.filter((lesson) => Object.values(lesson.sets).flat().some((id) => records[id]));
    return [...new Set(begun.flatMap((lesson) => lesson.terms))].filter((id) => !reviews[`term:${id}`]);
  }

  /** How the answers to some questions went; predictions and drawings are answered but never scored. */
  function tally(course, ids, records) {
    const answered = ids.filter((id) => records[id]);
    const scored = answered.filter((id) => course.questions[id][2]).map((id) => records[id]);
    return { all: ids.length, answered: answered.length, scored: scored.length, first: scored.filter((record) => record.first === 1).length };
  }

  window.vecinosReview = { RESTS, nextBox, dueOn, latest, deckOf, newTerms, tally };

  const source = document.getElementById("pg-course");
  if (!source || !window.vecinosProgress) return;

  // --------------------------------------------------------------------------------------------------- words
  const WORDS = {
    en: {
      due: "{0} cards due today.", due1: "1 card due today.", none: "No card is due today.", inDeck: "{0} in the deck; the next one comes on {1}.", inDeckNow: "{0} in the deck.",
      empty: "Your deck is empty. Questions you miss in a lesson, or get right by a guess, will come here the next day.",
      start: "Start the review", terms: "Learn {0} new terms", terms1: "Learn 1 new term", at: "Card {0} of {1}", box: "box {0}", from: "From the lesson", term: "From the glossary",
      recall: "What does it mean? Say it to yourself, then look.", showIt: "Show the definition", knew: "I knew it", notYet: "Not yet",
      back: "Known. It moves to box {0} and comes back on {1}.", again: "Not yet. It goes to box 1 and comes back on {1}.", next: "Next card", finish: "Finish", stop: "Stop for today",
      open: "See it in the lesson", done: "Done. You reviewed {0} cards and knew {1}.", done1: "Done. You reviewed 1 card and knew {1}.",
      lost: "This card could not be loaded. Reload the page, or answer it in the lesson.",
      lessons: "{0} of {1} answered", first: "{0} of {1} right at the first try", notBegun: "Not begun", opening: "Introduction", finished: "Finished", objectives: "By objective", ofObjective: "{0} of {1} answered, {2} right at the first try",
      noObjective: "Not answered yet", nothing: "Nothing answered yet on this device.", begin: "Start with {0}",
      weak: "{0} of {1} right at the first try.", reread: "Go to the questions", allWell: "Nothing stands out. In every objective you have begun, most first tries were right.",
      levels: { sure: "Sure", think: "I think so", guess: "A guess" }, rightFirst: "{0} of {1} right at the first try ({2}%)",
      noSure: "You have not said how sure you were yet. Try it: knowing what you know helps you decide what to study.",
      over: "You were sure more often than you were right. When you feel sure, check the unit and the year once more.",
      under: "Your guesses were right more often than not. You know more than you think.",
      well: "When you were sure, you were right most of the time. The feeling is a good guide.", few: "After five answers with the same word, this page can say more.",
      name: "Your name (optional)", print: "Print the record", empty2: "There is nothing to record yet: answer some questions first.",
      paper: "Record of practice", practised: "practised with the open course", lesson: "Lesson", answered: "Answered", credit: "Right at the first try", someone: "The reader of this copy", on: "Printed on {0}.",
      honest: "Self-study on the reader’s own device. Nobody checked who answered, so this is not a certificate of studies.", course: "Vecinos: Mexico–United States relations",
    },
    es: {
      due: "Hoy tocan {0} tarjetas.", due1: "Hoy toca 1 tarjeta.", none: "Hoy no toca ninguna tarjeta.", inDeck: "Tienes {0} en tus cajas; la próxima vuelve el {1}.", inDeckNow: "Tienes {0} en tus cajas.",
      empty: "Tus cajas están vacías. Las preguntas que falles en una lección, o que aciertes adivinando, llegarán aquí al día siguiente.",
      start: "Empezar el repaso", terms: "Aprender {0} términos nuevos", terms1: "Aprender 1 término nuevo", at: "Tarjeta {0} de {1}", box: "caja {0}", from: "De la lección", term: "Del glosario",
      recall: "¿Qué significa? Dilo para ti y luego mira.", showIt: "Ver la definición", knew: "Me lo sabía", notYet: "Todavía no",
      back: "Sabida. Pasa a la caja {0} y vuelve el {1}.", again: "Todavía no. Va a la caja 1 y vuelve el {1}.", next: "Siguiente tarjeta", finish: "Terminar", stop: "Dejarlo por hoy",
      open: "Verla en la lección", done: "Listo. Repasaste {0} tarjetas y te sabías {1}.", done1: "Listo. Repasaste 1 tarjeta y te sabías {1}.",
      lost: "No se pudo cargar esta tarjeta. Recarga la página o respóndela en la lección.",
      lessons: "{0} de {1} respondidas", first: "{0} de {1} aciertos al primer intento", notBegun: "Sin empezar", opening: "Introducción", finished: "Terminada", objectives: "Por objetivo", ofObjective: "{0} de {1} respondidas, {2} aciertos al primer intento",
      noObjective: "Sin responder", nothing: "Todavía no hay respuestas en este dispositivo.", begin: "Empieza con {0}",
      weak: "{0} de {1} aciertos al primer intento.", reread: "Ir a las preguntas", allWell: "Nada llama la atención. En cada objetivo que empezaste acertaste la mayoría de las veces al primer intento.",
      levels: { sure: "Segura", think: "Creo que sí", guess: "Adiviné" }, rightFirst: "{0} de {1} aciertos al primer intento ({2}\u00a0%)",
      noSure: "Todavía no has dicho qué tan segura era una respuesta. Inténtalo: saber lo que sabes ayuda a decidir qué estudiar.",
      over: "Dijiste «segura» más veces de las que acertaste. Cuando algo te parezca seguro, revisa otra vez la unidad y el año.",
      under: "Cuando adivinaste, acertaste más de la mitad de las veces. Sabes más de lo que crees.",
      well: "Cuando dijiste «segura», acertaste la mayoría de las veces. Es una buena guía.", few: "Con cinco respuestas de la misma palabra, esta página puede decirte más.",
      name: "Tu nombre (opcional)", print: "Imprimir la constancia", empty2: "Todavía no hay nada que anotar: primero responde algunas preguntas.",
      paper: "Constancia de práctica", practised: "practicó con el curso abierto", lesson: "Lección", answered: "Respondidas", credit: "Aciertos al primer intento", someone: "Quien imprime esta hoja", on: "Impresa el {0}.",
      honest: "Estudio por cuenta propia en el dispositivo de quien lee. Nadie comprobó quién respondió, así que no acredita estudios.", course: "Vecinos: las relaciones México–Estados Unidos",
    },
  };
  const lang = document.documentElement.lang;
  const words = WORDS[lang] || WORDS.en;
  const course = JSON.parse(source.textContent);
  const { collect, reviews, keepReview, listeners } = window.vecinosProgress;
  const say = (template, ...values) => template.replace(/\{(\d)\}/g, (_, at) => values[at]);
  const many = (key, count, ...more) => say(count === 1 ? words[`${key}1`] : words[key], count, ...more);
  const day = (date) => new Intl.DateTimeFormat(lang === "es" ? "es-MX" : "en-GB", { day: "numeric", month: "long" }).format(date);

  const el = (tag, props = {}, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(props)) {
      if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
      else if (value !== false && value !== null) node.setAttribute(name, value === true ? "" : value);
    }
    node.append(...children.filter((child) => child !== null && child !== false));
    return node;
  };
  const button = (label, onclick, kind = "") => el("button", { type: "button", class: `cq-button ${kind}`, onclick }, label);
  const bar = (share) => el("span", { class: "pg-bar", "aria-hidden": "true" }, el("i", { style: `width:${Math.round(share * 100)}%` }));
  const places = Object.fromEntries([...document.querySelectorAll(".pg-place")].map((place) => [place.dataset.pg, place]));
  for (const place of Object.values(places)) place.replaceChildren();
  const state = () => { const records = latest(course, collect()); return { records, kept: reviews() }; };
  const named = (lesson) => (lesson.number ? `${lesson.number} ${lesson.title}` : lesson.title);

  // ------------------------------------------------------------------------------------------------ the deck
  const said = el("p", { class: "pg-said", role: "status" });
  const table = el("div", { class: "pg-table" });
  places.deck?.append(said, table);
  let session = null;

  function welcome() {
    const { records, kept } = state();
    const cards = deckOf(course, records, kept);
    const due = cards.filter((card) => dueOn(card) <= new Date());
    const fresh = newTerms(course, records, kept).slice(0, 5);
    const lines = [];
    if (!cards.length) lines.push(words.empty);
    else lines.push(due.length ? many("due", due.length) : words.none, due.length ? say(words.inDeckNow, cards.length) : say(words.inDeck, cards.length, day(dueOn(cards[0]))));
    said.textContent = lines.join(" ");
    table.replaceChildren(el("div", { class: "pg-acts" },
      due.length ? button(words.start, () => begin(due), "cq-check") : null,
      fresh.length ? button(many("terms", fresh.length), () => begin(fresh.map((id) => ({ card: `term:${id}`, id, lesson: null, box: 1 })))) : null));
  }

  function begin(cards) {
    session = { cards, at: 0, known: 0, seen: 0 };
    showCard();
  }

  /** Load the cards of one lesson, or of the glossary, once. A classic script, because from a folder nothing may be fetched. */
  const loading = {};
  const load = (name, address) => (loading[name] ||= new Promise((resolve) => {
    const done = () => resolve(window.vecinosDeck?.[name] || {});
    if (window.vecinosDeck?.[name]) return done();
    document.head.append(el("script", { src: address, onload: done, onerror: () => { delete loading[name]; done(); } }));
  }));

  async function showCard() {
    const here = session;
    const one = here.cards[here.at];
    const cards = one.lesson ? await load(one.lesson.slug, one.lesson.cards) : await load("glossary", course.glossary);
    if (session !== here) return;
    const top = el("p", { class: "pg-at", tabindex: "-1" }, el("b", {}, say(words.at, here.at + 1, here.cards.length)), ` · ${say(words.box, one.box)} · `,
      one.lesson ? `${words.from}: ${named(one.lesson)}` : words.term);
    const foot = el("div", { class: "pg-foot" });
    const result = el("p", { class: "pg-result", role: "status" });
    const found = cards[one.id];
    const body = !found ? el("p", {}, words.lost) : one.lesson ? questionCard(one, found, result, foot) : termCard(one, found, result, foot);
    said.textContent = "";
    table.replaceChildren(el("section", { class: "pg-card", lang, "aria-label": say(words.at, here.at + 1, here.cards.length) }, top, body, result, foot));
    if (!found) onward(one, foot);
    else foot.append(button(words.stop, finish));
    top.focus();
  }

  function questionCard(one, html, result, foot) {
    const place = el("div", { class: "cq cq-js pg-question", lang });
    place.innerHTML = html;
    const box = place.querySelector(".cq-q");
    box.classList.add("is-current");
    box.querySelector(".cq-from")?.remove();
    box.querySelector(".cq-n").remove();
    let judged = false;
    window.vecinosQuiz.ask(box, (record) => {
      if (judged) return; // later tries are for learning; the first one places the card
      judged = true;
      judge(one, record.first === 1, result, foot);
    });
    return place;
  }

  function termCard(one, [term, other, definition], result, foot) {
    const text = el("p", { class: "pg-definition", tabindex: "-1", hidden: true }, definition);
    const grades = el("div", { class: "pg-acts", hidden: true });
    const grade = (known) => { grades.remove(); judge(one, known, result, foot, true); };
    grades.append(button(words.knew, () => grade(true), "cq-check"), button(words.notYet, () => grade(false)));
    const show = button(words.showIt, () => { show.remove(); hint.remove(); text.hidden = grades.hidden = false; text.focus(); }, "cq-check");
    const hint = el("p", { class: "pg-muted" }, words.recall);
    return el("div", { class: "pg-term" }, el("h3", {}, `${term} `, el("span", { lang: lang === "es" ? "en" : "es" }, other)), hint, el("div", { class: "pg-acts" }, show), text, grades);
  }

  function judge(one, known, result, foot, focus) {
    const review = { box: nextBox(one.box, known), when: new Date().toISOString() };
    session.seen += 1;
    session.known += known;
    keepReview(one.card, review);
    result.textContent = say(known ? words.back : words.again, review.box, day(dueOn(review)));
    onward(one, foot);
    if (focus) foot.querySelector("button").focus();
  }

  function onward(one, foot) {
    const last = session.at === session.cards.length - 1;
    const next = button(last ? words.finish : words.next, () => { session.at += 1; if (last) finish(); else showCard(); }, "cq-check");
    const link = one.lesson ? el("a", { href: `${one.lesson.href}#q-${one.id}` }, words.open) : null;
    foot.replaceChildren(...[next, link].filter(Boolean));
  }

  function finish() {
    const { seen, known } = session;
    session = null;
    welcome();
    if (seen) said.prepend(`${many("done", seen, known)} `);
    (table.querySelector("button") || focusable(said)).focus();
  }
  const focusable = (node) => { node.tabIndex = -1; return node; };

  // ------------------------------------------------------------------------------------- what was answered
  const idsOf = (lesson) => Object.values(lesson.sets).flat().filter((id, at, all) => all.indexOf(id) === at);
  const ofObjective = (lesson, number) => idsOf(lesson).filter((id) => course.questions[id][1] === number && course.lessons[course.questions[id][3]] === lesson);

  function lessonRow(lesson, records) {
    const ids = idsOf(lesson);
    const sum = tally(course, ids, records);
    const head = [el("a", { class: "pg-name", href: lesson.href }, lesson.opens ? words.opening : named(lesson)), bar(sum.all ? sum.answered / sum.all : 0)];
    const done = sum.all && sum.answered === sum.all;
    head.push(el("span", { class: "pg-count" }, !sum.answered ? words.notBegun : el("span", {}, done ? el("b", { class: "pg-done" }, `✓ ${words.finished}. `) : null, say(words.lessons, sum.answered, sum.all), sum.scored ? `; ${say(words.first, sum.first, sum.scored)}` : "")));
    const objectives = sum.answered && lesson.objectives.length ? el("details", {}, el("summary", {}, words.objectives), el("ul", {}, ...lesson.objectives.map((text, at) => {
      const part = tally(course, ofObjective(lesson, at + 1), records);
      return el("li", {}, text, el("span", { class: "pg-count" }, part.answered ? say(words.ofObjective, part.answered, part.all, part.first) : words.noObjective));
    }))) : null;
    return el("li", { class: `pg-lesson pillar-${lesson.pillar}` }, ...head, objectives);
  }

  function showLessons(records) {
    const open = [...places.lessons.querySelectorAll("details")].map((details) => details.open);
    const groups = [];
    for (const lesson of course.lessons.filter((one) => idsOf(one).length)) {
      let group = groups.find((one) => one.part === lesson.part);
      if (!group) groups.push(group = { part: lesson.part, pillar: lesson.pillar, rows: [] });
      group.rows.push(lessonRow(lesson, records));
    }
    places.lessons.replaceChildren(...groups.flatMap((group) => [el("h3", { class: `pg-part pillar-${group.pillar}` }, group.part), el("ul", { class: "pg-lessons" }, ...group.rows)]));
    places.lessons.querySelectorAll("details").forEach((details, at) => { details.open = Boolean(open[at]); });
  }

  /** The objectives with the weakest first tries, at most five. */
  function showReview(records) {
    if (!Object.keys(records).length) {
      const first = course.lessons[0];
      places.review.replaceChildren(el("p", {}, `${words.nothing} `, first ? el("a", { href: first.href }, say(words.begin, first.title)) : null));
      return;
    }
    const weak = course.lessons.flatMap((lesson) => lesson.objectives.map((text, at) => {
      const ids = ofObjective(lesson, at + 1);
      return { lesson, text, sum: tally(course, ids, records), to: ids.find((id) => records[id] && missed(records[id])) };
    })).filter(({ sum, to }) => to && sum.scored && sum.first / sum.scored < 0.7);
    weak.sort((a, b) => a.sum.first / a.sum.scored - b.sum.first / b.sum.scored);
    places.review.replaceChildren(weak.length ? el("ul", { class: "pg-weak" }, ...weak.slice(0, 5).map(({ lesson, text, sum, to }) =>
      el("li", { class: `pillar-${lesson.pillar}` }, el("span", { class: "pg-muted" }, named(lesson)), el("b", {}, text),
        el("span", {}, `${say(words.weak, sum.first, sum.scored)} `, el("a", { href: `${lesson.href}#q-${to}`, "aria-label": `${words.reread}: ${text}` }, words.reread))))) : el("p", {}, words.allWell));
  }

  function showSureness(records) {
    const scored = Object.entries(records).filter(([id]) => course.questions[id][2]).map(([, record]) => record);
    const rows = Object.entries(words.levels).map(([level, label]) => {
      const those = scored.filter((record) => record.confidence === level);
      return { level, label, said: those.length, right: those.filter((record) => record.first === 1).length };
    });
    if (!rows.some((row) => row.said)) { places.sureness.replaceChildren(el("p", {}, words.noSure)); return; }
    const share = ({ right, said: times }) => right / times;
    const [sure, , guess] = rows;
    const lines = [];
    if (sure.said >= 5) lines.push(share(sure) < 0.8 ? words.over : words.well);
    if (guess.said >= 5 && share(guess) > 0.6) lines.push(words.under);
    if (!lines.length) lines.push(words.few);
    const body = rows.filter((row) => row.said).map((row) => el("li", {}, el("b", {}, row.label), " ",
      el("span", {}, say(words.rightFirst, row.right, row.said, Math.round(share(row) * 100))), bar(share(row))));
    places.sureness.replaceChildren(el("ul", { class: "pg-sure" }, ...body), ...lines.map((line) => el("p", {}, line)));
  }

  // ---------------------------------------------------------------------------------------- the record to print
  const name = el("input", { type: "text", id: "pg-name", autocomplete: "name", maxlength: "80", spellcheck: "false" });
  const told = el("p", { class: "pg-said", role: "status" });
  places.paper?.append(el("div", { class: "pg-form" }, el("label", { for: "pg-name" }, words.name), name, button(words.print, printRecord)), told);

  function paperOf(records) {
    const rows = course.lessons.map((lesson) => [lesson, tally(course, idsOf(lesson), records)]).filter(([, sum]) => sum.answered);
    if (!rows.length) return null;
    const cells = (tag, ...texts) => texts.map((text) => el(tag, tag === "th" ? { scope: "col" } : {}, text));
    const date = new Intl.DateTimeFormat(lang === "es" ? "es-MX" : "en-GB", { day: "numeric", month: "long", year: "numeric" }).format(new Date());
    return el("section", { class: "pg-paper" }, el("h2", {}, words.paper), el("p", {}, el("b", {}, name.value.trim() || words.someone), ` ${words.practised}`), el("p", { class: "pg-title" }, words.course),
      el("table", {}, el("thead", {}, el("tr", {}, ...cells("th", words.lesson, words.answered, words.credit))),
        el("tbody", {}, ...rows.map(([lesson, sum]) => el("tr", {}, ...cells("td", named(lesson), `${sum.answered} / ${sum.all}`, sum.scored ? `${sum.first} / ${sum.scored}` : "–"))))),
      el("p", {}, say(words.on, date)), el("p", { class: "pg-muted" }, words.honest));
  }

  function clearPaper() {
    document.querySelector(".pg-paper")?.remove();
    delete document.documentElement.dataset.print;
  }

  function printRecord() {
    clearPaper();
    const paper = paperOf(state().records);
    told.textContent = paper ? "" : words.empty2;
    if (!paper) return;
    document.querySelector("main").append(paper);
    document.documentElement.dataset.print = "record";
    window.print();
  }
  addEventListener("afterprint", clearPaper);

  // ------------------------------------------------------------------------------------------------ together
  let shown = "";
  const stored = () => JSON.stringify([collect(), reviews()]);

  function showAll() {
    shown = stored();
    const { records, kept } = state();
    if (session && !Object.keys(records).length && !Object.keys(kept).length) session = null; // everything was erased
    if (!session) welcome();
    showReview(records);
    showLessons(records);
    showSureness(records);
  }
  listeners.add(showAll);
  showAll();
  // A page that comes back by the Back button, or opens before the browser hands over what the last page stored, looks
  // again, on a slow device more than once; it redraws only what has changed, so that nobody loses the focus.
  const look = () => { if (stored() !== shown) showAll(); };
  addEventListener("pageshow", () => { look(); for (const wait of [1000, 3000, 10000]) setTimeout(look, wait); });
})();
