// The concordance: every use of every slogan, sorted, filtered and turned page by page.
// The lines come from data files (see _ext/slogans/files.py); cards.js, loaded before, fetches
// them. A page holds so few rows that the browser never minds how many lines there are.
(async function () {
  "use strict";
  const root = document.querySelector(".slogan-concordance");
  if (!root || !window.bookSlogans) return;
  const { index, data: about } = await window.bookSlogans.load("concordance");
  const names = Array.from({ length: about.chunks }, (_, n) => "lines-" + n);
  const chunks = await Promise.all(names.map((name) => window.bookSlogans.load(name)));
  const lines = chunks.flatMap((chunk) => chunk.data);
  const site = new URL(document.documentElement.dataset.content_root ?? "./", location.href);
  const say = (key, values = {}) =>
    index.ui["concordance-" + key].replace(/\{(\w+)\}/g, (_, name) => values[name]);

  const PAGE = 50;
  const PRINTED = 2000; // as in the PDF (concordance.py)
  const [ENTRY, WORK, BLOCK, BEFORE, SURFACE, AFTER] = [0, 1, 2, 3, 4, 5];
  const COLUMNS = ["before", "term", "after", "place"];
  const termOf = (line) => line[SURFACE] || about.entries[line[ENTRY]][0];
  function placeOf(line) {
    const number = /-p(\d+)$/.exec(line[BLOCK])?.[1];
    return number ? say("paragraph", { number }) : "";
  }

  // ---- Orders: each made once, when first asked for ----------------------------------------
  const kind = index.lang.startsWith("zh-Hant") ? "stroke" : "pinyin";
  // “创先争优”活动 stands with 创先争优活动: marks do not count.
  const collator = new Intl.Collator(index.lang + "-u-co-" + kind, { ignorePunctuation: true });
  const keys = {
    // What comes before is compared from the slogan outwards.
    before: (line) => [...line[BEFORE]].reverse().join(""),
    after: (line) => line[AFTER],
  };
  const orders = { place: lines.map((_, n) => n) };
  // The entries come in the order of the index, which knows readings that no collation does: 12243.
  orders.term = [...orders.place].sort((a, b) => lines[a][ENTRY] - lines[b][ENTRY] || a - b);
  function order(column) {
    if (!orders[column]) {
      const texts = lines.map(keys[column]);
      orders[column] = lines
        .map((_, n) => n)
        .sort((a, b) => collator.compare(texts[a], texts[b]) || a - b);
    }
    return orders[column];
  }

  // ---- Words: compared as the search compares them, in either script ------------------------
  // Its scripts and its index are loaded when a reader first filters.
  let asked;
  // From a query to a function that says of a line (its number) whether it matches, `matches`, or
  // why none can, `none`.
  let matcher;
  const prepare = () => (asked ??= searching().catch(() => plainly).then((made) => (matcher = made)));

  // All that a line can be found by: its words, and its place, as titled and as the book says it
  // elsewhere (第二篇之2第5段). Titles say what the whole book is about: a word is looked for in
  // places only where no line has it among its words.
  const wordsOf = (line) => [line[BEFORE] + termOf(line) + line[AFTER], about.entries[line[ENTRY]][0]];
  function placesOf(line) {
    const [title, , name] = about.works[line[WORK]];
    return [title, name + placeOf(line)];
  }

  /** For every line its keys, made when first asked for. */
  function keysOf(parts, key, separator) {
    let made;
    return () => (made ??= lines.map((line) => parts(line).map(key).join(separator)));
  }

  /** A function that says of a line whether it has all words; `has` are the ways to look for one. */
  function all(words, has) {
    const found = words.map((word) => {
      const ways = has(word);
      return ways.find(([keys, test]) => keys().some(test)) ?? ways[0];
    });
    return (n) => found.every(([keys, test]) => test(keys()[n]));
  }

  async function searching() {
    const { hansearch } = window;
    await hansearch.need("text", "index");
    return hansearch.withIndex((found) => {
      const key = hansearch.keyer(found.fold);
      const texts = keysOf(wordsOf, key, hansearch.SEPARATOR);
      const places = keysOf(placesOf, key, hansearch.SEPARATOR);
      // A key is letters and figures, so that no place means anything else to a pattern.
      function test(word) {
        const pattern = new RegExp(word.map((may) => `[${may}]`).join(""), "u");
        return (text) => pattern.test(text);
      }
      return (query) => {
        const words = hansearch.wordsOf(query, found.fold);
        if (!words.length) return { none: found.strings["none-wordless"] };
        const matches = all(words, (word) => {
          const { strict, wide } = found.places(word);
          const [typed, like] = [test(strict), test(wide)];
          return [[texts, typed], [texts, like], [places, typed], [places, like]];
        });
        return { matches };
      };
    });
  }

  /** Where the search is missing: characters as they are. */
  function plainly(query) {
    const key = (text) => text.toLowerCase();
    const [texts, places] = [wordsOf, placesOf].map((parts) => keysOf(parts, key, "\n"));
    const words = key(query.trim()).split(/\s+/u);
    const matches = all(words, (word) =>
      [texts, places].map((keys) => [keys, (text) => text.includes(word)]),
    );
    return { matches };
  }

  // ---- State: in the address, so that a view can be passed on; with its page of lines in the
  // history, so that coming back finds it as it was ---------------------------------------------
  const anchorOf = ([, address]) => address.slice(address.indexOf("#") + 1);
  function fromAddress() {
    const asked = new URLSearchParams(location.search);
    // An entry whose uses are too many to list leads here: concordance.html#slogan-….
    const anchor = asked.get("entry") ?? location.hash.slice(1);
    const entry = about.entries.findIndex((one) => anchorOf(one) === anchor);
    const sort = COLUMNS.includes(asked.get("sort")) ? asked.get("sort") : "place";
    return { sort, query: asked.get("filter") ?? "", entry: entry < 0 ? "" : String(entry), page: 0 };
  }
  const state = { ...fromAddress(), ...history.state?.concordance };
  function keep() {
    const address = new URL(location.href);
    const says = {
      entry: state.entry && anchorOf(about.entries[state.entry]),
      filter: state.query.trim(),
      sort: state.sort === "place" ? "" : state.sort,
    };
    for (const [name, value] of Object.entries(says)) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    if (about.entries.some((one) => "#" + anchorOf(one) === address.hash)) address.hash = "";
    const kept = { ...history.state, concordance: { ...state } };
    try {
      history.replaceState(kept, "", address);
    } catch {
      history.replaceState(kept, ""); // a page from a folder may not change its address everywhere
    }
  }

  // ---- The page ----------------------------------------------------------------------------
  function element(tag, attributes = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  }
  const filter = element("input", { type: "search", id: "slogan-filter", autocomplete: "off" });
  const choice = element("select", { id: "slogan-choice" }, new Option(say("all"), ""));
  about.entries.forEach(([term], n) => choice.append(new Option(term, String(n))));
  const status = element("p", { class: "slogan-status", role: "status" });
  const body = element("tbody", { role: "rowgroup" });
  const buttons = {};
  const heads = COLUMNS.map((column) => {
    const title = say(column);
    const label = say("sort", { column: title });
    buttons[column] = element("button", { type: "button", "aria-label": label, title: label }, title);
    buttons[column].addEventListener("click", () => change({ sort: column }));
    return element("th", { scope: "col", role: "columnheader", class: column }, buttons[column]);
  });
  const table = element(
    "table",
    { role: "table", class: "slogan-kwic" },
    element("caption", { class: "slogan-live" }, say("caption")),
    element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, ...heads)),
    body,
  );
  const previous = element("button", { type: "button" }, say("previous"));
  const next = element("button", { type: "button" }, say("next"));
  previous.addEventListener("click", () => turn(-1));
  next.addEventListener("click", () => turn(1));
  filter.value = state.query;
  choice.value = state.entry;
  filter.addEventListener("focus", prepare);
  filter.addEventListener("input", () => change({ query: filter.value }));
  choice.addEventListener("change", () => change({ entry: choice.value }));

  function change(values) {
    Object.assign(state, { page: 0 }, values);
    show();
  }
  function turn(step) {
    state.page += step;
    show();
    table.scrollIntoView({ block: "start" });
  }

  /** The lines to show, and what to say where there are none. */
  function matching() {
    const { matches, none } = state.query.trim() ? matcher(state.query) : { matches: () => true };
    const chosen = (n) => state.entry === "" || lines[n][ENTRY] === Number(state.entry);
    const found = matches ? order(state.sort).filter((n) => chosen(n) && matches(n)) : [];
    return { found, none: none ?? say("none") };
  }
  function row(line) {
    const [, entryAddress] = about.entries[line[ENTRY]];
    const [title, page] = about.works[line[WORK]];
    const term = element("a", { class: "mention", href: new URL(entryAddress, site) }, termOf(line));
    const address = new URL(page, site) + "#" + encodeURIComponent(line[BLOCK]);
    const place = [title, placeOf(line)].filter(Boolean).join("　");
    return element(
      "tr",
      { role: "row" },
      element("td", { role: "cell", class: "before" }, element("span", {}, element("bdi", {}, line[BEFORE]))),
      element("th", { role: "rowheader", scope: "row", class: "term" }, term),
      element("td", { role: "cell", class: "after" }, line[AFTER]),
      element("td", { role: "cell", class: "place" }, element("a", { href: address }, place)),
    );
  }
  const cells = (found) => body.replaceChildren(...found.map((n) => row(lines[n])));
  const waits = () => state.query.trim() && !matcher;
  function show() {
    if (waits()) {
      prepare().then(show);
      return;
    }
    const { found, none } = matching();
    const pages = Math.max(1, Math.ceil(found.length / PAGE));
    state.page = Math.min(Math.max(0, state.page), pages - 1);
    const start = state.page * PAGE;
    cells(found.slice(start, start + PAGE));
    status.textContent = found.length
      ? say("status", { count: found.length, page: state.page + 1, pages })
      : none;
    previous.disabled = state.page === 0;
    next.disabled = state.page >= pages - 1;
    for (const [column, button] of Object.entries(buttons)) {
      const sorted = column === state.sort;
      button.parentElement.setAttribute("aria-sort", sorted ? "ascending" : "none");
    }
    keep();
  }

  root.replaceChildren(
    element("p", { class: "slogan-about" }, say("about")),
    element(
      "div",
      { class: "slogan-tools" },
      element("label", { for: "slogan-filter" }, say("filter")),
      filter,
      element("label", { for: "slogan-choice" }, say("term")),
      choice,
    ),
    status,
    table,
    element("p", { class: "slogan-pages" }, previous, next),
  );
  show();

  // Paper has no pages to turn: it gets every line that matches, up to what a printer bears.
  addEventListener("beforeprint", () => {
    if (waits()) return;
    const { found } = matching();
    cells(found.slice(0, PRINTED));
    if (!found.length) return;
    const all = found.length <= PRINTED;
    status.textContent = say(all ? "status-print" : "status-print-cut", { count: found.length, limit: PRINTED });
  });
  addEventListener("afterprint", show);
})();
