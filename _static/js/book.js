// What a reader does with a page: choose how it looks, cite, compare readings, go on.
// The page is whole without it. Parts, in order: choices, panels, paragraphs, citations,
// readings, notes, contents, editions, keys.
(function () {
  "use strict";
  const root = document.documentElement;
  const article = document.querySelector("article");
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
  const data = JSON.parse($("#page-data")?.textContent ?? "{}");
  const ui = data.ui ?? {};

  function keep(name, value) {
    try {
      localStorage.setItem("book-" + name, value);
    } catch {
      // Storage is closed: the choice holds for this page only.
    }
  }

  // ---- Choices -------------------------------------------------------------------------
  const SIZES = [-2, 3];

  function choose(name, value) {
    root.dataset[name] = value;
    keep(name, value);
    if (name === "mode") {
      const dark = matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = value === "auto" ? (dark ? "dark" : "light") : value;
    }
    if (name === "readings") showReadings(value);
    showChoices();
  }
  function showChoices() {
    const toggle = $(".readings-switch");
    if (toggle) {
      toggle.textContent = root.dataset.readings === "source" ? toggle.dataset.edited : toggle.dataset.source;
    }
    for (const button of $$("button[data-set]")) {
      button.setAttribute("aria-pressed", String(root.dataset[button.dataset.set] === button.value));
    }
    for (const button of $$("button[data-step]")) {
      button.disabled = Number(root.dataset.size) === SIZES[button.dataset.step > 0 ? 1 : 0];
    }
  }
  document.addEventListener("click", (event) => {
    const set = event.target.closest("button[data-set]");
    if (set) choose(set.dataset.set, set.value);
    const step = event.target.closest("button[data-step]");
    if (step) {
      const size = Number(root.dataset.size) + Number(step.dataset.step);
      choose("size", String(Math.min(SIZES[1], Math.max(SIZES[0], size))));
    }
    if (event.target.closest(".readings-switch")) {
      choose("readings", root.dataset.readings === "source" ? "edited" : "source");
    }
    if (event.target.closest(".theme-switch")) {
      choose("mode", root.dataset.theme === "dark" ? "light" : "dark");
    }
  });

  // ---- Panels, the book's contents on a narrow screen, help ------------------------------
  const nav = $("#book-nav");
  const menu = $(".menu-open");
  const help = $("#help");

  function closePanels(except) {
    for (const panel of $$("details.panel[open]")) if (panel !== except) panel.open = false;
  }
  function openNav(open) {
    if (!nav || nav.classList.contains("open") === open) return;
    nav.classList.toggle("open", open);
    root.classList.toggle("nav-open", open);
    menu.setAttribute("aria-expanded", String(open));
    if (open) ($("[aria-current]", nav) ?? $("a", nav)).focus();
    else menu.focus();
  }
  if (menu && nav) {
    menu.setAttribute("role", "button");
    menu.setAttribute("aria-controls", "book-nav");
    menu.setAttribute("aria-expanded", "false");
    menu.addEventListener("click", (event) => {
      event.preventDefault();
      openNav(!nav.classList.contains("open"));
    });
    menu.addEventListener("keydown", (event) => {
      if (event.key === " ") menu.click(), event.preventDefault();
    });
    // Keep the current chapter in sight in a long list, without moving the page.
    const current = $("[aria-current]", nav);
    if (current && current.offsetTop > nav.clientHeight) {
      nav.scrollTop = current.offsetTop - nav.clientHeight / 2;
    }
  }
  // Where the page has a base (404), "#main-content" would lead to a page of that name.
  if ($("base")) {
    $(".skip").addEventListener("click", (event) => {
      event.preventDefault();
      $("#main-content").focus();
    });
  }
  document.addEventListener("click", (event) => {
    closePanels(event.target.closest("details.panel"));
    if (nav?.classList.contains("open") && !event.target.closest("#book-nav, .menu-open")) openNav(false);
    if (event.target.closest(".help-open")) closePanels(), help.showModal();
    if (event.target === help) help.close();
  });
  document.addEventListener("focusin", (event) => {
    if (nav?.classList.contains("open") && !nav.contains(event.target) && event.target !== menu) openNav(false);
  });

  // ---- Paragraphs ------------------------------------------------------------------------
  const paragraphs = article ? $$("p[id]", article) : [];
  const barHeight = () => $(".bar-main").getBoundingClientRect().bottom;
  let here = null;

  /** Just below where a link to a paragraph puts its top: twice below the bar (see :target). */
  function readingLine() {
    const { fontSize, scrollPaddingTop } = getComputedStyle(root);
    return 2 * parseFloat(scrollPaddingTop) + parseFloat(fontSize) / 2 + 4;
  }
  /** What was chosen by key or address, while it is in view; else what is at the reading line. */
  function placeInView(places, chosen) {
    const line = readingLine();
    // A term goes on in its definition; a section named by the address is in view by its heading.
    const ends = (place) => (place.matches("dt") ? place.nextElementSibling : place).getBoundingClientRect().bottom;
    const isAt = (place) => {
      const { top } = place.getBoundingClientRect();
      return top < innerHeight && (top > barHeight() || (!place.matches("section") && ends(place) > line));
    };
    return chosen.find((place) => place && isAt(place)) ?? places.find((place) => ends(place) > line) ?? places.at(-1);
  }
  function named() {
    const place = bookPlace(location.hash);
    return article?.contains(place) ? place : null;
  }
  function paragraphInView() {
    const place = named();
    return placeInView(paragraphs, [here, paragraphs.includes(place) ? place : null]);
  }
  function isVisible(paragraph) {
    const box = paragraph.getBoundingClientRect();
    return box.bottom > barHeight() + 8 && box.top < innerHeight;
  }
  function moveTo(step) {
    if (!paragraphs.length) return;
    const top = barHeight() + 24;
    let index = here ? paragraphs.indexOf(here) + step : -1;
    if (!here || !isVisible(here)) {
      index = paragraphs.findIndex((p) => p.getBoundingClientRect().top >= top - 4);
      if (step < 0) index = (index < 0 ? paragraphs.length : index) - 1;
      else if (index < 0) index = paragraphs.length - 1;
    }
    const next = paragraphs[Math.min(paragraphs.length - 1, Math.max(0, index))];
    here?.classList.remove("here");
    here = next;
    here.classList.add("here");
    scrollTo({ top: scrollY + here.getBoundingClientRect().top - top });
    $(".pilcrow", here)?.focus({ preventScroll: true });
  }

  // ---- Citations -------------------------------------------------------------------------
  const toast = $("#toast");
  let toastTimer;

  function say(message) {
    toast.textContent = message;
    clearTimeout(toastTimer);
    toastTimer = setTimeout(() => (toast.textContent = ""), 3000);
  }
  // 靳文：《作品》，第 3 段，《书名》第二篇，https://…#e02a-p3
  function citation(address) {
    const id = address.slice(1);
    const [, workId, number] = /^(e\d+[a-z]+)(?:-p(\d+))?/.exec(id) ?? [];
    const work = (data.works ?? []).find((candidate) => candidate.id === workId);
    const title = work?.title ?? data.title;
    const parts = [
      (work?.authors?.length ? work.authors.join("、") + "：" : "") + "《" + title + "》",
    ];
    if (number) parts.push(ui.paragraph.replace("{number}", number));
    // Titles may be the same in several chapters: 《书名》第三篇.
    const book = data.book && data.book !== title ? "《" + data.book + "》" : "";
    if (book || data.marker) parts.push(book + (data.marker ?? ""));
    parts.push((data.address ?? location.href.split("#")[0]) + address);
    return parts.join("，");
  }
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // From a folder (file://) there is no clipboard interface: the older way.
      const field = document.createElement("textarea");
      field.value = text;
      field.className = "off-screen";
      document.body.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      return done;
    }
  }
  async function cite(mark) {
    const address = mark.getAttribute("href");
    history.replaceState(history.state, "", address);
    const done = await copy(citation(address));
    mark.focus({ preventScroll: true });
    say(done ? ui.cited : ui.failed);
  }
  article?.addEventListener("click", (event) => {
    const mark = event.target.closest(".pilcrow");
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    cite(mark);
  });

  // ---- Readings: as emended, or as in the source ------------------------------------------
  const originals = new Map();

  function showReadings(which) {
    for (const place of article ? $$(".emended[data-other]", article) : []) {
      if (which === "source" && !originals.has(place)) {
        const edited = place.textContent;
        originals.set(place, [...place.childNodes]);
        place.replaceChildren(place.dataset.other);
        if (place.dataset.otherLang) place.lang = place.dataset.otherLang;
        place.title = edited;
      } else if (which !== "source" && originals.has(place)) {
        place.replaceChildren(...originals.get(place));
        place.removeAttribute("title");
        place.removeAttribute("lang");
        originals.delete(place);
      }
    }
  }
  // Who comes for a wording of the source's sees it; what was chosen for other pages stays.
  if (new URLSearchParams(location.search).get("readings") === "source") root.dataset.readings = "source";
  if (root.dataset.readings === "source") showReadings("source");

  // ---- Notes: a card beside the mark -------------------------------------------------------
  let card = null;
  let cardMark = null;
  let cardTimer;

  function openCard(mark) {
    clearTimeout(cardTimer);
    if (cardMark === mark) return;
    closeCard();
    const note = document.getElementById(mark.hash.slice(1));
    if (!note) return;
    card = document.createElement("div");
    card.className = "note-card";
    card.id = "note-card";
    card.setAttribute("role", "tooltip");
    for (const child of note.children) {
      if (!child.matches(".note-number")) card.append(child.cloneNode(true));
    }
    for (const copy of $$("[id]", card)) copy.removeAttribute("id");
    document.body.append(card);
    const at = mark.getBoundingClientRect();
    const left = Math.min(at.left - 16, root.clientWidth - card.offsetWidth - 16);
    const below = at.bottom + card.offsetHeight + 16 < innerHeight;
    card.style.left = Math.max(16, left) + scrollX + "px";
    card.style.top = (below ? at.bottom + 8 : at.top - card.offsetHeight - 8) + scrollY + "px";
    cardMark = mark;
    mark.setAttribute("aria-describedby", "note-card");
    card.addEventListener("pointerenter", () => clearTimeout(cardTimer));
    card.addEventListener("pointerleave", closeSoon);
  }
  function closeCard() {
    clearTimeout(cardTimer);
    card?.remove();
    cardMark?.removeAttribute("aria-describedby");
    card = cardMark = null;
  }
  function closeSoon() {
    clearTimeout(cardTimer);
    cardTimer = setTimeout(closeCard, 250);
  }
  for (const mark of article ? $$(".note-mark", article) : []) {
    mark.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && openCard(mark));
    mark.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && closeSoon());
    mark.addEventListener("focus", () => mark.matches(":focus-visible") && openCard(mark));
    mark.addEventListener("blur", closeSoon);
    // A tap shows the card; a second tap, or Enter, goes to the note.
    mark.addEventListener("click", (event) => {
      if (event.detail && cardMark !== mark) {
        event.preventDefault();
        openCard(mark);
      } else closeCard();
    });
  }
  document.addEventListener("pointerdown", (event) => {
    if (card && !event.target.closest(".note-card, .note-mark")) closeCard();
  });

  // ---- Contents of the page: open beside the text, and where one is -------------------------
  const beside = matchMedia("(min-width: 76.01rem)");
  const folded = $(".page-nav details");
  const unfold = () => folded && (folded.open = beside.matches);
  unfold();
  beside.addEventListener("change", unfold);
  for (const link of $$(".page-nav a")) link.addEventListener("click", unfold);

  const entries = $$(".page-nav a[href^='#']");
  if (entries.length && "IntersectionObserver" in window) {
    const byHead = new Map(entries.map((link) => [bookPlace(link.hash), link]));
    const heads = [...byHead.keys()].filter(Boolean);
    const mark = () => {
      const line = barHeight() + innerHeight * 0.25;
      let current = heads[0];
      for (const head of heads) if (head.getBoundingClientRect().top <= line) current = head;
      for (const link of entries) link.removeAttribute("aria-current");
      if (current) byHead.get(current).setAttribute("aria-current", "location");
    };
    new IntersectionObserver(mark, { rootMargin: "0px 0px -75% 0px" }).observe(heads[0]);
    addEventListener("scroll", mark, { passive: true });
    mark();
  }

  // ---- Editions ----------------------------------------------------------------------------
  // The switch leads to the same paragraph, and asks what the address asks: a search, lines of the
  // concordance, marks on a phrase. The choice is remembered, and honoured only where nobody asked
  // for an edition: a visit that begins at the front page itself.
  const switches = $$("a[data-edition]");
  const anchors = paragraphs.length || !article ? paragraphs : $$("dt[id]", article);
  // Where neither has an address, sections have (editions.js carries how far into one).
  const sections = article && !anchors.length ? $$(":is(section, h2)[id]", article) : [];
  const sectionInView = () => sections.findLast((place) => place.getBoundingClientRect().top <= readingLine());
  for (const link of switches) {
    const bare = link.getAttribute("href").split("#")[0];
    link.addEventListener("click", () => {
      keep("edition", link.dataset.edition);
      // A page that is loading may not have come to its place yet; at its top there is none.
      const inView = () => (scrollY > 0 && sectionInView()) || placeInView(scrollY > 0 ? anchors : [], [here, named()]);
      const place = document.readyState === "complete" ? inView() : named();
      const asked = new URLSearchParams(location.search);
      const field = $("#search-page-field"); // from a folder the address may lag behind it
      if (field) asked.set("q", field.value.trim());
      if (place !== named()) asked.delete("hl"); // it is about the place that the address names
      const query = String(asked) && "?" + asked;
      link.setAttribute("href", bare + query + (place ? "#" + place.id : ""));
    });
  }
  function firstPageOfVisit() {
    try {
      const first = !sessionStorage.getItem("book-visited");
      sessionStorage.setItem("book-visited", "1");
      return first;
    } catch {
      return false;
    }
  }
  const begins = firstPageOfVisit();
  const isRootFront = root.dataset.page === "front" && root.dataset.content_root === "./" && root.hasAttribute("data-default-edition");
  if (begins && isRootFront && !document.referrer && !location.hash) {
    const wanted = switches.find((link) => link.dataset.edition === bookChoice("edition"));
    if (wanted && !wanted.hasAttribute("aria-current")) location.replace(wanted.href);
  }

  // ---- Keys --------------------------------------------------------------------------------
  function typing(target) {
    return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  }
  const actions = {
    ArrowLeft: () => $(".prev-next .prev")?.click(),
    ArrowRight: () => $(".prev-next .next")?.click(),
    j: () => moveTo(1),
    k: () => moveTo(-1),
    c: () => {
      const mark = $(".pilcrow", paragraphInView() ?? document.createElement("p"));
      if (mark) cite(mark);
    },
    e: () => choose("readings", root.dataset.readings === "source" ? "edited" : "source"),
    "?": () => help.showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      closeCard();
      const open = $("details.panel[open]");
      closePanels();
      if (open) $("summary", open).focus();
      openNav(false);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (root.dataset.keys === "off" || typing(event.target) || $("dialog[open]")) return;
    const scrolls = event.key.startsWith("Arrow") && event.target.closest(".table, .book-nav");
    if (actions[event.key] && !scrolls) {
      event.preventDefault();
      actions[event.key]();
    }
  });

  showChoices();
})();
