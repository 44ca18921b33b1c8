// What two characters must share to be the same to a search: the browser's side of
// _ext/hansearch/fold.py, which explains the steps.
(function () {
  "use strict";
  const hansearch = (window.hansearch ??= {});
  const IGNORED = /[\p{P}\p{S}\p{Z}\p{M}\p{Cc}\p{Cf}\p{Cs}]/u;
  const ZEROS = { "○": "〇", "◯": "〇" };

  /** Parts of a block are joined by this; no phrase crosses it. */
  hansearch.SEPARATOR = "\u001f";

  /**
   * The keys of one character, an array of characters, mostly of one.
   * @param {string} character one code point
   * @param {Map<string, string>} [fold] Traditional to Simplified; without it scripts differ
   */
  function keysOf(character, fold) {
    if (character === hansearch.SEPARATOR) return [character];
    const keys = [];
    for (const whole of (ZEROS[character] ?? character).normalize("NFKD")) {
      for (const part of whole.toLowerCase()) {
        if (!IGNORED.test(part)) keys.push(fold?.get(part) ?? part);
      }
    }
    return keys;
  }

  /** The key of a text and where each of its characters stands: {keys, from, to}. */
  hansearch.keyed = function (text, fold) {
    const keys = [];
    const from = [];
    const to = [];
    let offset = 0;
    for (const character of text) {
      const end = offset + character.length;
      for (const key of keysOf(character, fold)) {
        keys.push(key);
        from.push(offset);
        to.push(end);
      }
      offset = end;
    }
    return { keys, from, to };
  };

  /** A function from a text to its key, a string; what a character gives is found out once. */
  hansearch.keyer = function (fold) {
    const known = new Map();
    return (text) => {
      let key = "";
      for (const character of text) {
        if (!known.has(character)) known.set(character, keysOf(character, fold).join(""));
        key += known.get(character);
      }
      return key;
    };
  };

  /** The words of a query, each an array of keys; words without a key are left out. */
  hansearch.wordsOf = function (query, fold) {
    return query
      .split(/\s+/u)
      .map((word) => hansearch.keyed(word.replaceAll(hansearch.SEPARATOR, ""), fold).keys)
      .filter((keys) => keys.length > 0);
  };

  /**
   * Where phrases stand in a text: [start, end] pairs, in order, none touching another.
   * @param {string} text
   * @param {string[][]} phrases each position a string of the keys that may stand there
   */
  hansearch.find = function (text, phrases, fold) {
    const { keys, from, to } = hansearch.keyed(text, fold);
    const found = [];
    for (const phrase of phrases) {
      for (let start = 0; start + phrase.length <= keys.length; start += 1) {
        if (phrase.every((may, index) => may.includes(keys[start + index]))) {
          found.push([from[start], to[start + phrase.length - 1]]);
        }
      }
    }
    found.sort((one, other) => one[0] - other[0]);
    const merged = [];
    for (const range of found) {
      const last = merged.at(-1);
      if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1]);
      else merged.push(range);
    }
    return merged;
  };
})();
