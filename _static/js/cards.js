// A card for each mention of a slogan: what it means, without leaving the page.
// Pointer: rests on the mention. Keyboard: focus. Touch: the first tap; the second follows the
// link. Without this script, or when a data file is missing, a mention is a link to its entry.
// The data files are scripts, since a page opened from disk may not fetch; see _ext/slogans/files.py.
(function () {
  "use strict";
  const folder = new URL("../slogans/", document.currentScript.src);
  const OPEN_AFTER = 150;
  const CLOSE_AFTER = 250;

  // ---- Data ----------------------------------------------------------------------------
  const promises = new Map();
  const resolvers = new Map();

  window.bookSlogans = function (name, data) {
    resolvers.get(name)?.(data);
  };
  function request(name, version) {
    if (!promises.has(name)) {
      promises.set(name, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        resolvers.set(name, resolve);
        script.onerror = () => (promises.delete(name), reject(new Error(name)));
        script.src = new URL(name + ".js" + (version ? "?v=" + version : ""), folder);
        document.head.append(script);
      }));
    }
    return promises.get(name);
  }
  // Resolves to the data called `name`, with the index of all data files.
  async function load(name) {
    const index = await request("index");
    return { index, data: await request(name, index.versions[name]) };
  }
  window.bookSlogans.load = load;

  // FNV-1a, as in shard_of of _ext/slogans/files.py.
  function shardOf(label, shards) {
    let value = 0x811c9dc5;
    for (let at = 0; at < label.length; at++) {
      value = Math.imul(value ^ label.charCodeAt(at), 0x01000193) >>> 0;
    }
    return value % shards;
  }
  async function entryOf(mention) {
    const label = decodeURIComponent(mention.hash.slice(1));
    const index = await request("index");
    const { data } = await load("cards-" + shardOf(label, index.shards));
    return { ui: index.ui, entry: data[label] };
  }

  // ---- The card ------------------------------------------------------------------------
  let card = null;
  let owner = null; // the mention whose card is open, or about to be
  let timer;
  const live = document.createElement("p");
  live.className = "slogan-live";
  live.setAttribute("role", "status");
  document.body.append(live);

  function fill(text, values) {
    return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }
  function element(tag, className, text, lang) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text) made.textContent = text;
    if (lang) made.lang = lang;
    return made;
  }
  function build(mention, entry, ui) {
    const made = element("div", "slogan-card");
    made.id = "slogan-card";
    made.tabIndex = -1;
    made.setAttribute("role", "dialog");
    made.setAttribute("aria-labelledby", "slogan-card-term");
    const head = element("p", "slogan-card-head");
    const term = element("strong", "", entry.term);
    term.id = "slogan-card-term";
    head.append(term);
    if (entry.pinyin) head.append(" ", element("span", "pinyin", entry.pinyin, "zh-Latn-pinyin"));
    const close = element("button", "slogan-card-close", "×");
    close.type = "button";
    close.setAttribute("aria-label", ui["card-close"]);
    close.addEventListener("click", () => dismiss(true));
    made.append(head, close);
    if (entry.english) made.append(element("p", "english", entry.english, "en"));
    if (entry.meaning) made.append(element("p", "meaning", entry.meaning));
    if (entry.members) {
      const list = element("ol", "members");
      for (const member of entry.members) list.append(element("li", "", member));
      made.append(list);
    }
    const foot = element("p", "slogan-card-foot");
    if (entry.count) foot.append(element("span", "", fill(ui["card-count"], entry)));
    const more = element("a", "", ui["card-more"]);
    more.href = mention.href;
    foot.append(more);
    made.append(foot);
    made.addEventListener("pointerenter", () => clearTimeout(timer));
    made.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && closeSoon());
    made.addEventListener("focusout", (event) => {
      const to = event.relatedTarget;
      if (to && to !== owner && !made.contains(to)) dismiss();
    });
    return made;
  }
  // Below the line the mention stands on, or above it where there is no room.
  function place(mention, at) {
    const lines = [...mention.getClientRects()];
    const line = lines.find((box) => at && at.y >= box.top && at.y <= box.bottom) ?? lines[0];
    const root = document.documentElement;
    const left = Math.min(line.left - 16, root.clientWidth - card.offsetWidth - 16);
    const below = line.bottom + card.offsetHeight + 16 < innerHeight || line.top < card.offsetHeight + 16;
    card.style.left = Math.max(16, left) + scrollX + "px";
    card.style.top = (below ? line.bottom + 6 : line.top - card.offsetHeight - 6) + scrollY + "px";
  }
  // `how`: "pointer" shows the card, "focus" also says it, "tap" moves focus into it.
  async function open(mention, how, at) {
    clearTimeout(timer);
    if (owner === mention && card) return;
    dismiss();
    owner = mention;
    let found;
    try {
      found = await entryOf(mention);
    } catch {
      found = {};
    }
    if (owner !== mention) return; // the reader has moved on
    if (!found.entry) {
      owner = null;
      if (how === "tap") location.assign(mention.href);
      return;
    }
    const { entry, ui } = found;
    card = build(mention, entry, ui);
    document.body.append(card);
    place(mention, at);
    if (how === "tap") card.focus({ preventScroll: true });
    if (how === "focus") {
      const count = entry.count ? fill(ui["card-count"], entry) : "";
      const parts = [entry.pinyin, entry.meaning, (entry.members ?? []).join("、"), count];
      live.textContent = ui["card-label"] + "：" + [entry.term, ...parts].filter(Boolean).join("。");
    }
  }
  function dismiss(giveBack) {
    clearTimeout(timer);
    const mention = owner;
    const held = card?.contains(document.activeElement);
    const gone = card;
    card = owner = null;
    live.textContent = "";
    gone?.remove();
    if (giveBack && held) {
      quiet = true;
      mention.focus({ preventScroll: true });
      quiet = false;
    }
  }
  function closeSoon() {
    clearTimeout(timer);
    timer = setTimeout(dismiss, CLOSE_AFTER);
  }

  // ---- What opens and closes it ----------------------------------------------------------
  let quiet = false; // focus that we give back must not open the card again
  let pointer = ""; // kind of the last pointer that pressed
  const mentionAt = (event) => event.target.closest?.("a.mention");

  document.addEventListener("pointerover", (event) => {
    const mention = mentionAt(event);
    if (!mention || event.pointerType === "touch") return;
    clearTimeout(timer);
    if (mention !== owner) timer = setTimeout(() => open(mention, "pointer", event), OPEN_AFTER);
  });
  document.addEventListener("pointerout", (event) => {
    if (mentionAt(event) && event.pointerType !== "touch") closeSoon();
  });
  document.addEventListener("focusin", (event) => {
    const mention = mentionAt(event);
    if (mention && !quiet && mention.matches(":focus-visible")) open(mention, "focus");
  });
  document.addEventListener("focusout", (event) => {
    if (mentionAt(event) === owner && owner && !card?.contains(event.relatedTarget)) closeSoon();
  });
  document.addEventListener("pointerdown", (event) => {
    pointer = event.pointerType;
    if (card && !card.contains(event.target) && mentionAt(event) !== owner) dismiss();
  });
  document.addEventListener("click", (event) => {
    const mention = mentionAt(event);
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    // detail is 0 for a click that a key made
    if (!mention || !plain || !event.detail || pointer !== "touch") return;
    if (owner === mention && card) return;
    event.preventDefault();
    open(mention, "tap", { y: event.clientY });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && (card || owner)) dismiss(true);
  });
})();
