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

  function markIn(element, phrases) {
    const text = textNodes(element)
      .map((node) => node.data)
      .join("");
    // From the last to the first: a mark splits the nodes behind it, not those before.
    return hansearch
      .find(text, phrases)
      .reverse()
      .flatMap((range) => mark(textNodes(element), range));
  }

  /** The elements that may hold the phrase, the likeliest first. */
  function places(target) {
    const heading = target.matches("section") && target.querySelector("h1, h2, h3, h4, h5, h6");
    const dd = target.matches("dt") && target.nextElementSibling;
    return [heading, target, dd, target.parentElement].filter(Boolean);
  }

  hansearch.markArrival = function () {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const phrases = new URLSearchParams(location.search)
      .getAll("hl")
      .flatMap((phrase) => hansearch.wordsOf(phrase))
      .slice(0, 20);
    for (const place of places(target)) {
      const marks = markIn(place, phrases);
      if (marks.length === 0) continue;
      const first = marks.reduce((one, other) =>
        one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING ? other : one,
      );
      const { top, bottom } = first.getBoundingClientRect();
      if (top < 0 || bottom > innerHeight) first.scrollIntoView({ block: "center" });
      return;
    }
  };
})();
