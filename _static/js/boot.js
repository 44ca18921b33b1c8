// Before the first paint: the reader's choices become attributes of <html>, so that nothing moves
// or flashes afterwards. Blocking, therefore short. Everything else is in book.js, but for what every
// script asks.
(function () {
  "use strict";
  var root = document.documentElement;
  var defaults = {
    mode: "auto",
    // Windows and Android come with no 宋体 fit for reading on a screen; others do.
    face: /Win|Android/.test(navigator.userAgent) ? "hei" : "song",
    size: "0",
    leading: "normal",
    readings: "edited",
    keys: "on",
  };
  /** What the reader chose, or null. */
  window.bookChoice = function (name) {
    try {
      return localStorage.getItem("book-" + name);
    } catch {
      return null; // storage is closed to this page: the defaults hold
    }
  };
  root.classList.add("js");
  for (var name in defaults) {
    root.dataset[name] = bookChoice(name) || defaults[name];
  }
  var dark = matchMedia("(prefers-color-scheme: dark)");
  function paint() {
    root.dataset.theme =
      root.dataset.mode === "auto" ? (dark.matches ? "dark" : "light") : root.dataset.mode;
  }
  paint();
  dark.addEventListener("change", paint);
  /** What "#…" at the end of an address names on this page, or null: a link that was cut off in
      the middle of a character does not even decode. For the other scripts. */
  window.bookPlace = function (hash) {
    try {
      return document.getElementById(decodeURIComponent(hash.slice(1)));
    } catch {
      return null;
    }
  };
})();
