// How a result looks: what the search page and the field over a page share. Text goes into the page
// as text nodes only; nothing here makes markup of what a reader typed or the book says.
(function () {
  "use strict";
  const hansearch = (window.hansearch ??= {});
  const BEFORE = 24; // characters shown before the phrase
  const SHOWN = 120; // and in all
  const REPEATED = 30; // characters of a query that the sentence on what was found repeats
  const MARKED_AT_MOST = 8; // different wordings handed on to the page a hit leads to

  /** The order of the kinds: paragraphs first. */
  hansearch.KINDS = ["p", "h", "s", "n", "g"];

  /** An element: tag, class, children (strings become text). */
  hansearch.element = function (tag, className, ...children) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...children);
    return element;
  };
  const { element } = hansearch;

  /** A string of the interface, its {name} fields filled. */
  hansearch.say = function (index, key, values = {}) {
    return index.strings[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  };

  /** The address of a block, asking its page to mark the phrases; it ends in the anchor. */
  hansearch.address = function (index, block, phrases) {
    const { document: page, anchor, kind } = index.block(block);
    const address = new URL(page.address, hansearch.root);
    if (kind === "s") address.searchParams.set("readings", "source"); // book.js shows it so
    for (const phrase of phrases) address.searchParams.append("hl", phrase);
    address.hash = anchor;
    return address.href;
  };

  /** What to mark, in the very characters of the text: the page then needs no index for it. */
  function wordings(text, ranges) {
    const all = ranges.map(([start, end]) => hansearch.keyed(text.slice(start, end)).keys.join(""));
    return [...new Set(all)].slice(0, MARKED_AT_MOST);
  }

  const isLow = (code) => code >= 0xdc00 && code <= 0xdfff;

  /** The text around the first of the ranges, all of them marked, as nodes. */
  function snippet(text, ranges) {
    let start = Math.max((ranges[0]?.[0] ?? 0) - BEFORE, 0);
    if (text.length - start < SHOWN) start = Math.max(text.length - SHOWN, 0);
    let end = Math.min(start + SHOWN, text.length);
    if (isLow(text.charCodeAt(start))) start -= 1;
    if (isLow(text.charCodeAt(end))) end += 1;
    const nodes = [start > 0 ? "……" : ""];
    let at = start;
    for (const range of ranges) {
      const from = Math.max(range[0], at);
      const to = Math.min(range[1], end);
      if (from >= to) continue;
      nodes.push(text.slice(at, from), element("mark", "", text.slice(from, to)));
      at = to;
    }
    nodes.push(text.slice(at, end), end < text.length ? "……" : "");
    return nodes.filter((node) => node !== "");
  }

  /** The part of a block in which a phrase stands, or its first. */
  function part(text, phrases, fold) {
    const parts = text.split(hansearch.SEPARATOR);
    return parts.find((one) => hansearch.find(one, phrases, fold).length > 0) ?? parts[0];
  }

  /**
   * A hit, at once with its address and chapter; call fill() for its text, when it is wanted.
   * @returns {{link: HTMLAnchorElement, fill: function(): Promise<void>}}
   */
  hansearch.hit = function (index, answer, block) {
    const { kind, document: page } = index.block(block);
    const where = element("span", "search-where", [page.marker, page.title].filter(Boolean).join("　"));
    const link = element("a", kind === "p" ? "search-hit" : "search-other", where);
    link.href = hansearch.address(index, block, answer.words.map((word) => word.join("")));
    let filled;
    async function fill() {
      const { text, heading } = await index.text(block);
      const { fold } = index;
      if (heading && kind !== "g") where.append(element("span", "search-heading", heading));
      const shown = part(text, answer.phrases, fold);
      const ranges = hansearch.find(shown, answer.phrases, fold);
      const content = element("span", "search-text", ...snippet(shown, ranges));
      const term = kind === "g" ? heading : text.split(hansearch.SEPARATOR)[0];
      if (kind === "s") content.prepend(element("span", "search-badge", hansearch.say(index, "kind-s")));
      if ("gt".includes(kind) && shown !== term) content.prepend(element("b", "", term), "　");
      link.append(content);
      const found = hansearch.find(text, answer.phrases, fold);
      link.href = hansearch.address(index, block, wordings(text, found));
    }
    return { link, fill: () => (filled ??= fill()) };
  };

  /** A glossary entry's card: a promise of a link. */
  hansearch.card = async function (index, { block }) {
    const [term, pinyin] = (await index.text(block)).text.split(hansearch.SEPARATOR);
    const next = block + 1 < index.starts.length ? index.block(block + 1) : undefined;
    const said = next?.kind === "g" && next.anchor === index.block(block).anchor;
    const link = element(
      "a",
      "search-card",
      element("span", "search-badge", hansearch.say(index, "card")),
      element("b", "search-term", term),
    );
    link.href = hansearch.address(index, block, []);
    if (pinyin) {
      const reading = element("span", "search-pinyin", pinyin);
      reading.lang = "zh-Latn-pinyin";
      link.append(reading);
    }
    if (said) {
      const { text } = await index.text(block + 1);
      const [explanation] = text.split(hansearch.SEPARATOR);
      link.append(element("span", "search-text", ...snippet(explanation, [])));
    }
    return link;
  };

  /** The blocks to list by kind; of a glossary entry's two, one, and so of text and source. */
  hansearch.byKind = function (index, answer) {
    const entries = new Map();
    for (const block of [...answer.blocks.g, ...answer.blocks.t]) {
      const { anchor } = index.block(block);
      if (!entries.has(anchor)) entries.set(anchor, block);
    }
    const { p, h, n } = answer.blocks;
    // What the source has follows the block it is of: where that has the words too, it is enough.
    const printed = new Set([...p, ...h]);
    const s = answer.blocks.s.filter((block) => !printed.has(block - 1));
    return { p, h, s, n, g: [...entries.values()].sort((one, other) => one - other) };
  };

  /** One sentence on what was found. */
  hansearch.summary = function (index, answer, query) {
    const groups = hansearch.byKind(index, answer);
    const counts = hansearch.KINDS.filter((kind) => groups[kind].length > 0).map((kind) =>
      hansearch.say(index, `count-${kind}`, { count: groups[kind].length.toLocaleString("en") }),
    );
    if (counts.length > 0) return counts.join(hansearch.say(index, "comma"));
    if (answer.words.length === 0) return hansearch.say(index, "none-wordless");
    const signs = [...query];
    const said = signs.length > REPEATED ? signs.slice(0, REPEATED).join("") + "……" : query;
    return hansearch.say(index, answer.words.length > 1 ? "none-together" : "none", { query: said });
  };
})();
