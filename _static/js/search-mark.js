// In the page a hit leads to: marks the phrase (?hl=…, once a phrase) in the paragraph of the hash.
(function () {
  "use strict";
  const hansearch = (window.hansearch ??= {});
  const NOT_TEXT =
    "[role=doc-noteref], button, sup, script, style, template, dialog, [hidden], [aria-hidden=true]";

  /** The text nodes under an element that a reader reads as its text. */
  function textNodes(element) {
    const nodes = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, {
      acceptNode(node) {
        if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
        return node.matches(NOT_TEXT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
      },
    });
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  }

  /** Put <mark> around [start, end] of the text of nodes. */
  function mark(nodes, [start, end]) {
    let offset = 0;
    const marks = [];
    for (const node of nodes) {
      const length = node.data.length;
      const from = Math.max(start - offset, 0);
      const to = Math.min(end - offset, length);
      offset += length;
      if (from >= to) continue;
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      const element = document.createElement("mark");
      element.className = "search-mark";
      range.surroundContents(element);
      marks.push(element);
    }
    return marks;
  }

  /** The elements that may hold the phrase, the likeliest first. */
  function places(target) {
    const heading = target.matches("section") && target.querySelector("h1, h2, h3, h4, h5, h6");
    const marker = heading && heading.matches("h1") && document.querySelector("article .eyebrow");
    const dd = target.matches("dt") && target.nextElementSibling;
    return [heading, marker, target, dd, target.parentElement].filter(Boolean);
  }

  /** Where phrases stand in the likeliest place that has one: {place, ranges, all}. */
  function lookFor(phrases, target, fold) {
    for (const place of places(target)) {
      const text = textNodes(place)
        .map((node) => node.data)
        .join("");
      const ranges = hansearch.find(text, phrases, fold);
      if (ranges.length === 0) continue;
      return { place, ranges, all: phrases.every((one) => hansearch.find(text, [one], fold).length > 0) };
    }
    return undefined;
  }

  /** The same for words of another edition: the index knows their characters in this one. */
  async function lookInBothScripts(asked, target) {
    await hansearch.need("index");
    return hansearch.withIndex((index) => {
      const words = asked.flatMap((phrase) => hansearch.wordsOf(phrase, index.fold));
      const places = words.map((word) => index.places(word));
      const typed = lookFor(places.map(({ strict }) => strict), target, index.fold);
      return typed?.all ? typed : lookFor(places.map(({ wide }) => wide), target, index.fold);
    });
  }

  hansearch.markArrival = async function () {
    const target = bookPlace(location.hash);
    if (!target) return;
    const asked = new URLSearchParams(location.search).getAll("hl").slice(0, 20);
    const phrases = asked.flatMap((phrase) => hansearch.wordsOf(phrase));
    let found = lookFor(phrases, target);
    if (!found?.all) found = (await lookInBothScripts(asked, target).catch(() => {})) ?? found;
    if (!found) return;
    const { place, ranges } = found;
    // From the last to the first: a mark splits the nodes behind it, not those before.
    const marks = ranges.reverse().flatMap((range) => mark(textNodes(place), range));
    const first = marks.reduce((one, other) =>
      one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING ? other : one,
    );
    const { top, bottom } = first.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) first.scrollIntoView({ block: "center" });
  };
})();
