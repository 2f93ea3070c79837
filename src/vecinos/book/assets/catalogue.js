// The data catalogue's list, and the timeline: a box that narrows it, without minding accents and case. The list can be read without it.
(() => {
  const place = document.querySelector("[data-finder]");
  if (!place) return;
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const words = place.dataset.finder.split("|");
  const lists = [...document.querySelectorAll("dl.dc")].map((list) => ({
    section: list.closest("section"),
    theme: plain(list.closest("section").querySelector("h2").textContent),
    entries: [...list.querySelectorAll("dt")].map((term) => ({ term, text: term.nextElementSibling,
      about: term.querySelector("[data-theme]")?.dataset.theme,
      key: plain(`${term.textContent} ${term.nextElementSibling.textContent}`) })),
  }));
  const label = document.createElement("label");
  const input = document.createElement("input");
  const count = document.createElement("output");
  Object.assign(label, { htmlFor: "dc-input", textContent: words[0] });
  Object.assign(input, { type: "search", id: "dc-input", autocomplete: "off", spellcheck: false });
  count.htmlFor = "dc-input";
  // The timeline's list of themes: "All themes|trade=Trade and economy|…"
  const choice = document.createElement("select");
  const [everything, ...themes] = (place.dataset.themes || "").split("|");
  if (themes.length) {
    choice.ariaLabel = everything;
    choice.append(new Option(everything, ""), ...themes.map((one) => new Option(one.split("=")[1], one.split("=")[0])));
    choice.addEventListener("input", () => show());
  }
  const show = () => {
    const wanted = plain(input.value).split(/\s+/).filter(Boolean);
    let total = 0;
    for (const { section, theme, entries } of lists) {
      let shown = 0;
      for (const { term, text, key, about } of entries) {
        const kept = (!choice.value || choice.value === about) && wanted.every((word) => key.includes(word) || theme.includes(word));
        term.hidden = text.hidden = !kept;
        shown += kept;
      }
      section.hidden = shown === 0;
      total += shown;
    }
    count.textContent = total === 1 ? words[2] : words[1].replace("{}", total);
  };
  input.addEventListener("input", show);
  addEventListener("hashchange", () => {
    if (!input.value && !choice.value) return;
    input.value = choice.value = "";
    show();
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
  });
  place.className = "gl-find";
  place.append(label, input, ...(themes.length ? [choice] : []), count);
  show();
})();
