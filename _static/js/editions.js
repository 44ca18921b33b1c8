// How far into a section or an entry a reader is, carried along by the switch of editions.
// Lists and tables have no address within: book.js leads to where they begin, this goes on to the row.
(function () {
  "use strict";
  const KEY = "book-into";
  const article = document.querySelector("article");
  if (!article) return;
  /** The height that is kept: a third of the way down the window. */
  const line = () => innerHeight / 3;
  /** Top and height of what an address names: a section, or a term with its definition. */
  function boxOf(address) {
    const place = bookPlace(address);
    if (!place?.matches("section, h2, dt") || !article.contains(place)) return null;
    const { top } = place.getBoundingClientRect();
    const last = place.matches("dt") ? place.nextElementSibling : place.closest("section");
    return { top, height: last.getBoundingClientRect().bottom - top };
  }
  function carried() {
    try {
      const [address, share] = (sessionStorage.getItem(KEY) ?? "").split(" ");
      sessionStorage.removeItem(KEY);
      return address && address === location.hash ? Number(share) : null;
    } catch {
      return null; // storage is closed: the switch leads to the address
    }
  }

  const share = carried();
  if (share !== null && boxOf(location.hash)) {
    const goOn = () => {
      const { top, height } = boxOf(location.hash);
      scrollBy(0, top + share * height - line());
    };
    // Again when the page grows (a table that a script makes), until the reader moves it.
    const growth = new ResizeObserver(goOn);
    addEventListener("load", () => growth.observe(article));
    for (const kind of ["wheel", "touchstart", "pointerdown", "keydown"]) {
      addEventListener(kind, () => growth.disconnect(), { once: true });
    }
  }

  // After book.js has set where the link leads.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-edition]");
    const box = link && boxOf(link.hash);
    if (!box) return;
    try {
      sessionStorage.setItem(KEY, `${link.hash} ${(line() - box.top) / box.height}`);
    } catch {
      // Storage is closed.
    }
  });
})();
