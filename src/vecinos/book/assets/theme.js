// The book's own script: colours, the way to the other edition, progress marks, glossary, tables, paper.
// Every page can be read without it.
(() => {
  const root = document.documentElement;
  const body = document.body;
  const find = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const store = {
    get(key) { try { return localStorage.getItem(key); } catch { return null; } },
    set(key, value) { try { localStorage.setItem(key, value); } catch { /* private window: not remembered */ } },
  };
  const make = (tag, attributes = {}, ...content) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...content);
    return element;
  };

  // Colours: as on the device, light, dark
  function colours() {
    const button = find("[data-theme-switch]");
    const system = matchMedia("(prefers-color-scheme:dark)");
    const orders = ["auto", "light", "dark"];
    const words = button.dataset.words.split("|");
    let chosen = "auto";
    const recall = () => { if (orders.includes(store.get("vecinos-theme"))) chosen = store.get("vecinos-theme"); };
    const show = () => {
      root.dataset.theme = chosen === "auto" ? (system.matches ? "dark" : "light") : chosen;
      const label = `${words[0]}: ${words[1 + orders.indexOf(chosen)]}`;
      button.lastElementChild.textContent = label;
      button.title = label;
    };
    button.addEventListener("click", () => {
      chosen = orders[(orders.indexOf(chosen) + 1) % 3];
      store.set("vecinos-theme", chosen);
      show();
    });
    system.addEventListener("change", show);
    // Another page may have chosen since: in another window, before Back, or so shortly before that this page's copy
    // of the store was made too early.
    addEventListener("storage", (event) => { if (event.key === "vecinos-theme") { recall(); show(); } });
    addEventListener("pageshow", () => { recall(); show(); });
    button.hidden = false;
    recall();
    show();
  }

  // The other edition opens at the same section: sections share an id by position (s1, s2-1).
  const stable = (element) => {
    const mark = find(":scope > span[id]", element);
    return mark && /^s\d/.test(mark.id) ? mark.id : /^s\d+(-\d+)*$/.test(element.id) ? element.id : "";
  };
  const sections = all("article section[id]").filter((section) => stable(section));
  // At the end of a page the last section counts as the one being read, even if it cannot reach the top.
  const line = () => (scrollY > 0 && scrollY + innerHeight >= root.scrollHeight - 4 ? innerHeight : 160);
  const current = () => sections.filter((section) => section.getBoundingClientRect().top < line()).pop();

  function otherEdition() {
    const link = find(".vb-lang");
    if (link.dataset.edition !== "twin") return;
    const plain = link.getAttribute("href");
    const aim = () => {
      const shared = /^#(term-|ref-)/.test(location.hash) ? location.hash : "";
      const here = current();
      link.setAttribute("href", plain + (shared || (here ? `#${stable(here)}` : "")));
    };
    for (const event of ["pointerdown", "focus", "click"]) link.addEventListener(event, aim);
  }

  // "On this page" marks the section being read
  function reading() {
    const links = new Map(all(".vb-here a").map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
    if (!links.size || !("IntersectionObserver" in window)) return;
    const mark = () => {
      const here = all("article section[id], .vb-sources").filter((section) => links.has(section.id))
        .filter((section) => section.getBoundingClientRect().top < line()).pop();
      for (const [id, link] of links) {
        if (here && id === here.id) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    };
    let waiting = false;
    addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => { waiting = false; mark(); });
    }, { passive: true });
    mark();
  }

  // Progress: ticks for lessons whose every question has an answer; "continue where you left off"
  function answered(slug, set) {
    try { return Object.keys(JSON.parse(store.get(`vecinos-progress:1/${slug}#${set}`)).questions).length; } catch { return 0; }
  }

  function ticks() {
    for (const link of all(".vb-nav a[data-sets]")) {
      const sets = link.dataset.sets.split(" ").map((entry) => entry.split(":"));
      const done = sets.every(([set, count]) => answered(link.dataset.slug, set) >= Number(count));
      const tick = find(".vb-tick", link);
      if (done && !tick) {
        find(".vb-min", link).prepend(make("span", { class: "vb-tick" }, "✓", make("span", { class: "vh" }, ` ${link.closest("nav").dataset.done} `)));
      } else if (!done && tick) tick.remove();
    }
  }

  function lastLesson() {
    const key = `vecinos-last:${root.lang}`;
    if (body.dataset.lesson) {
      const keep = () => store.set(key, JSON.stringify({
        slug: body.dataset.lesson, title: body.dataset.title, place: current() ? stable(current()) : "",
      }));
      keep();
      addEventListener("pagehide", keep);
      document.addEventListener("visibilitychange", keep);
    }
    const link = find("[data-continue]");
    if (!link) return;
    const review = find("[data-progress-link]");
    const shown = () => { if (review) review.hidden = !Object.keys(window.vecinosProgress?.collect() || {}).length; };
    window.vecinosProgress?.listeners.add(shown);
    const offer = () => {
      shown();
      let last = null;
      try { last = JSON.parse(store.get(key)); } catch { /* unreadable: offer the start */ }
      if (!last || !/^[a-z0-9/-]+$/.test(last.slug) || !find(`.vb-nav a[href="${last.slug}.html"]`)) return;
      link.href = `${last.slug}.html${/^s[\d-]+$/.test(last.place) ? `#${last.place}` : ""}`;
      find("b", link).textContent = last.title;
      link.hidden = false;
    };
    lookAgain(offer);
  }

  // What depends on stored progress looks now and again later: a page may open before the browser hands over what the
  // last page stored, on a slow device or from a folder.
  function lookAgain(look) {
    look();
    addEventListener("pageshow", () => { for (const wait of [0, 1000, 3000, 10000]) setTimeout(look, wait); });
  }

  // A table that is wider than its box can be scrolled with the keyboard
  function tables() {
    const label = find("main").dataset.table;
    const check = () => {
      for (const box of all(".table-box, .cell_output .text_html:has(table)")) {
        const wide = box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1;
        if (wide) { box.tabIndex = 0; box.setAttribute("role", "region"); box.setAttribute("aria-label", find("caption", box)?.textContent.trim() || label); }
        else if (box.getAttribute("role") === "region") { box.removeAttribute("tabindex"); box.removeAttribute("role"); box.removeAttribute("aria-label"); }
      }
      for (const box of all("pre, div.math")) {
        if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0;
        else box.removeAttribute("tabindex");
      }
    };
    check();
    addEventListener("resize", check);
    document.addEventListener("toggle", check, true);
  }

  // Glossary page: a box that narrows the list; accents and case do not matter; both languages are searched
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  function glossary() {
    const list = find("dl.gl");
    if (!list) return;
    const words = find("main").dataset.glossary.split("|");
    const entries = all("dt", list).map((term) => ({ term, text: term.nextElementSibling, key: plain(`${term.textContent} ${term.nextElementSibling.textContent}`) }));
    const input = make("input", { type: "search", id: "gl-input", autocomplete: "off", spellcheck: "false" });
    const count = make("output", { for: "gl-input" });
    const show = () => {
      const wanted = plain(input.value.trim());
      let shown = 0;
      for (const { term, text, key } of entries) {
        const kept = !wanted || key.includes(wanted);
        term.hidden = text.hidden = !kept;
        shown += kept;
      }
      count.textContent = shown === 1 ? words[2] : words[1].replace("{}", shown);
    };
    input.addEventListener("input", show);
    addEventListener("hashchange", () => { if (input.value) { input.value = ""; show(); find(location.hash)?.scrollIntoView(); } });
    list.before(make("div", { class: "gl-find" }, make("label", { for: "gl-input" }, words[0]), input, count));
    show();
  }

  // A term shows its definition in place; a second tap, or the keyboard's Enter, goes to the glossary
  function terms() {
    const data = find("#definitions");
    if (!data) return;
    const definitions = JSON.parse(data.textContent);
    let note = null;
    let owner = null;
    const close = () => { note?.remove(); owner?.removeAttribute("aria-describedby"); note = owner = null; };
    const open = (link) => {
      if (owner === link) return;
      close();
      const entry = definitions[link.hash.slice(1)];
      if (!entry) return;
      note = make("div", { class: "tm", id: "tm", role: "tooltip" },
        make("p", {}, make("b", {}, entry[0]), " ", make("i", { lang: root.lang === "es" ? "en" : "es" }, entry[1])), make("p", {}, entry[2]));
      owner = link;
      body.append(note);
      link.setAttribute("aria-describedby", "tm");
      const at = link.getClientRects()[0];
      const left = Math.max(16, Math.min(at.left, root.clientWidth - note.offsetWidth - 16));
      const above = at.bottom + note.offsetHeight + 12 > innerHeight && at.top > note.offsetHeight + 70;
      note.style.left = `${left + scrollX}px`;
      note.style.top = `${scrollY + (above ? at.top - note.offsetHeight - 6 : at.bottom + 6)}px`;
    };
    for (const link of all("a.term")) {
      let touched = false;
      link.addEventListener("pointerdown", (event) => { touched = event.pointerType !== "mouse"; });
      link.addEventListener("click", (event) => {
        if (touched && owner !== link) { event.preventDefault(); open(link); }
      });
      link.addEventListener("pointerenter", (event) => { if (event.pointerType === "mouse") open(link); });
      link.addEventListener("focus", () => { if (link.matches(":focus-visible") && !touched) open(link); });
      link.addEventListener("blur", close);
    }
    // The definition stays while the pointer is on it, so that it can be read with a magnifier.
    document.addEventListener("pointermove", (event) => {
      if (note && event.pointerType === "mouse" && !event.target.closest(".tm") && !owner.contains(event.target) && owner !== document.activeElement) close();
    });
    document.addEventListener("pointerdown", (event) => { if (note && !event.target.closest(".tm") && !owner.contains(event.target)) close(); });
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  }

  // Paper: numbers beside links that leave the book, addresses at the end
  function paper() {
    const clear = () => { all(".pr-mark, .pr-links").forEach((element) => element.remove()); };
    addEventListener("beforeprint", () => {
      clear();
      const found = new Map();
      for (const link of all("main article a[href^='http'], .vb-sources a[href^='http']")) {
        if (!link.getClientRects().length) continue;
        if (!found.has(link.href)) found.set(link.href, found.size + 1);
        link.after(make("span", { class: "pr-mark" }, `[${found.get(link.href)}]`));
      }
      if (!found.size) return;
      const list = make("ol");
      for (const address of found.keys()) list.append(make("li", {}, address));
      find("main").append(make("section", { class: "pr-links" }, make("h2", {}, find("main").dataset.links), list));
    });
    addEventListener("afterprint", clear);
  }

  // On a phone the panel of contents closes when a section of this very page is chosen.
  function panel() {
    const nav = find("#contents");
    nav.addEventListener("click", (event) => {
      if (event.target.closest("a[aria-current]") && nav.matches(":popover-open")) nav.hidePopover();
    });
    lookAgain(ticks);
    addEventListener("storage", ticks);
    if (window.vecinosProgress?.listeners) window.vecinosProgress.listeners.add(ticks);
    document.addEventListener("focusout", ticks);
  }

  for (const step of [colours, otherEdition, reading, lastLesson, tables, glossary, terms, paper, panel]) step();
})();
