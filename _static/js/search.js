// On every page: opens the search, and marks the phrase a reader came for. Small, because every
// page loads it; the rest of the search is loaded when it is wanted. Classic scripts with one
// shared name, window.hansearch: a page opened from a folder may not load modules.
(function () {
  "use strict";
  const hansearch = (window.hansearch ??= {});
  const here = document.currentScript.src;
  const loading = new Map();

  /** The address of the book's (the edition's) folder. */
  hansearch.root = new URL(document.documentElement.dataset.content_root || "./", document.baseURI);

  /** Load the script at an address, once; resolves when it has run. */
  hansearch.loadScript = function (address) {
    if (!loading.has(address)) {
      const script = document.createElement("script");
      const loaded = new Promise((resolve, reject) => {
        script.addEventListener("load", resolve);
        script.addEventListener("error", () => {
          loading.delete(address);
          script.remove();
          reject(new Error(address));
        });
      });
      script.src = address;
      document.head.append(script);
      loading.set(address, loaded);
    }
    return loading.get(address);
  };

  /** Load parts of the search (search-NAME.js), side by side: none needs another to start. */
  hansearch.need = function (...names) {
    return Promise.all(
      names.map((name) => hansearch.loadScript(new URL(`search-${name}.js`, here).href)),
    );
  };

  // ---- Opening -------------------------------------------------------------------------
  let opening = false;

  async function open() {
    const field = document.getElementById("search-page-field");
    if (field) {
      field.focus();
      field.select();
      return;
    }
    const dialog = document.getElementById("search-dialog");
    if (opening || !dialog || dialog.open) return;
    opening = true;
    try {
      await hansearch.need("text", "index", "view", "dialog");
      hansearch.openDialog(dialog);
    } catch {
      location.href = new URL("search.html", hansearch.root).href; // says what is wrong
    } finally {
      opening = false;
    }
  }

  function typing(target) {
    return target instanceof Element && target.closest("input, textarea, select, [contenteditable]");
  }

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.defaultPrevented) return;
    const command = event.ctrlKey || event.metaKey;
    const combination = command && !event.shiftKey && event.key.toLowerCase() === "k";
    // Single keys can be switched off (WCAG 2.1.4): book.js keeps that choice on <html>.
    const single =
      event.key === "/" &&
      !command &&
      !typing(event.target) &&
      document.documentElement.dataset.keys !== "off";
    if (!combination && !single) return;
    event.preventDefault();
    open();
  });

  document.addEventListener("click", (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
    if (plain && event.target instanceof Element && event.target.closest("[data-search-open]")) {
      event.preventDefault();
      open();
    }
  });

  // ---- Arriving ------------------------------------------------------------------------
  if (new URLSearchParams(location.search).has("hl")) {
    hansearch.need("text", "mark").then(
      () => hansearch.markArrival(),
      () => {}, // without the mark the paragraph is still the one that was asked for
    );
  }
})();
