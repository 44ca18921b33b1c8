// The index: loads what a query needs of it, and answers. _ext/hansearch/files.py and postings.py
// say what the files hold.
(function () {
  "use strict";
  const hansearch = (window.hansearch ??= {});
  const END = ".";
  const SECOND = 0x200000; // beyond every code point: a pair of them becomes one number

  // ---- Files ---------------------------------------------------------------------------
  const defined = new Map();

  /** What the files call with their content. */
  hansearch.define = function (name, content) {
    defined.set(name, content);
  };

  async function file(name, version = "") {
    const address = new URL(`search-index/${name}.js${version}`, hansearch.root);
    await hansearch.loadScript(address.href);
    if (!defined.has(name)) throw new Error(name);
    return defined.get(name);
  }

  // ---- Numbers -------------------------------------------------------------------------
  const PRINTABLE = Array.from({ length: 0x7f - 0x20 }, (_, code) => code + 0x20).filter(
    (code) => !'"\\ |'.includes(String.fromCharCode(code)),
  );
  const MORE = 45;
  const LAST = PRINTABLE.length - MORE;
  const DIGIT = new Int16Array(0x80);
  PRINTABLE.forEach((code, digit) => {
    DIGIT[code] = digit;
  });

  /** The numbers that postings.encode was given. */
  function decode(codes) {
    const numbers = [];
    let number = 0;
    let weight = 1;
    for (let place = 0; place < codes.length; place += 1) {
      const digit = DIGIT[codes.charCodeAt(place)];
      if (digit < MORE) {
        number += (digit + LAST) * weight;
        weight *= MORE;
      } else {
        numbers.push(number + (digit - MORE) * weight);
        number = 0;
        weight = 1;
      }
    }
    return numbers;
  }

  function decodePositions(codes) {
    const positions = decode(codes);
    let before = -1;
    for (let place = 0; place < positions.length; place += 1) {
      before += positions[place] + 1;
      positions[place] = before;
    }
    return positions;
  }

  const pairNumber = (one, other) => one.codePointAt(0) * SECOND + other.codePointAt(0);

  /** How many of the ascending numbers are at most the given one. */
  function countUpTo(numbers, number) {
    let low = 0;
    let high = numbers.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[middle] <= number) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  // ---- The index -----------------------------------------------------------------------
  const split = (names) => names.match(/.{8}/g) ?? [];

  function groups(words) {
    const table = new Map();
    for (const word of words.split(" ").filter(Boolean)) {
      const [first, ...others] = word;
      table.set(first, others.join(""));
    }
    return table;
  }

  class Index {
    constructor(data) {
      this.strings = data.strings;
      this.always = groups(data.always);
      this.otherwise = groups(data.otherwise);
      this.fold = new Map();
      for (const [key, characters] of groups(data.fold)) {
        for (const character of characters) this.fold.set(character, key);
      }
      const firsts = [...data.firsts];
      this.firsts = [];
      for (let at = 0; at < firsts.length; at += 2) {
        this.firsts.push(pairNumber(firsts[at], firsts[at + 1]));
      }
      this.shards = split(data.shards);
      this.texts = split(data.texts);
      this.terms = data.terms.map(([key, block]) => ({ key, block }));
      this.layOut(data.documents);
      this.lists = new Map();
      this.parsed = new Map();
    }

    /** Number the blocks: where each begins in the stream, and each document's first. */
    layOut(rows) {
      const lengths = rows.map((row) => decode(row[4]));
      this.starts = new Uint32Array(lengths.reduce((sum, part) => sum + part.length, 0));
      this.documents = [];
      this.firstBlocks = [];
      let block = 0;
      let start = 0;
      let chunk = 0;
      rows.forEach(([address, marker, title, addresses, , counts], number) => {
        const chunks = counts ?? [lengths[number].length];
        this.firstBlocks.push(block);
        this.documents.push({ address, marker, title, addresses, first: block, chunk, chunks });
        chunk += chunks.length;
        for (const length of lengths[number]) {
          this.starts[block] = start;
          start += length + 1;
          block += 1;
        }
      });
    }

    document(block) {
      return this.documents[countUpTo(this.firstBlocks, block) - 1];
    }

    /** Kind, anchor and document of a block. */
    block(block) {
      const document = this.document(block);
      document.blocks ??= readAddresses(document.addresses);
      return { ...document.blocks[block - document.first], document, block };
    }

    /** The text of a block and the headings above it: a promise of {text, heading}. */
    async text(block) {
      const document = this.document(block);
      let within = block - document.first;
      let chunk = 0;
      while (within >= document.chunks[chunk]) {
        within -= document.chunks[chunk];
        chunk += 1;
      }
      const name = `t-${this.texts[document.chunk + chunk]}`;
      const content = await file(name);
      if (!this.parsed.has(name)) {
        const texts = [];
        let heading = "";
        for (const item of content) {
          if (Array.isArray(item)) [heading] = item;
          else texts.push({ text: item, heading });
        }
        this.parsed.set(name, texts);
      }
      return this.parsed.get(name)[within];
    }

    // ---- Lists -------------------------------------------------------------------------

    /** Load the shards that hold the pairs from one to another (numbers), both included. */
    async loadPairs(from, to) {
      const first = Math.max(countUpTo(this.firsts, from) - 1, 0);
      const last = countUpTo(this.firsts, to) - 1;
      const wanted = this.shards.slice(first, last + 1);
      await Promise.all(wanted.map((name) => this.loadShard(name)));
    }

    async loadShard(name) {
      const content = await file(`p-${name}`);
      if (content === "") return; // taken over already
      for (const group of content.split("|")) {
        const [character] = group;
        if (!this.lists.has(character)) this.lists.set(character, new Map());
        const lists = this.lists.get(character);
        for (const entry of group.slice(character.length).split(" ")) {
          const [second] = entry;
          lists.set(second, entry.slice(second.length));
        }
      }
      defined.set(`p-${name}`, "");
    }

    /** The positions of a pair, [] where it stands nowhere; its shard must be loaded. */
    positions(one, other) {
      const lists = this.lists.get(one);
      const list = lists?.get(other) ?? [];
      if (typeof list !== "string") return list;
      const positions = decodePositions(list);
      lists.set(other, positions);
      return positions;
    }

    // ---- Phrases -----------------------------------------------------------------------

    /** Positions of a phrase, ascending; each of its places a string of possible keys. */
    async phrase(places) {
      if (places.length === 1) return this.character([...places[0]]);
      const offsets = [];
      for (let offset = 0; offset < places.length - 1; offset += 2) offsets.push(offset);
      if (places.length % 2 === 1) offsets.push(places.length - 2);
      const pairs = offsets.map((offset) =>
        [...places[offset]].flatMap((one) => [...places[offset + 1]].map((other) => [one, other])),
      );
      await Promise.all(
        pairs.flat().map(([one, other]) => {
          const number = pairNumber(one, other);
          return this.loadPairs(number, number);
        }),
      );
      const lists = pairs.map((some, index) => ({
        offset: offsets[index],
        positions: unite(some.map(([one, other]) => this.positions(one, other))),
      }));
      lists.sort((one, other) => one.positions.length - other.positions.length);
      const [rarest, ...others] = lists;
      let found = rarest.positions.map((position) => position - rarest.offset);
      for (const { offset, positions } of others) {
        if (found.length === 0) break;
        found = intersect(found, positions, offset);
      }
      return found;
    }

    async character(keys) {
      await Promise.all(
        keys.map((key) => this.loadPairs(pairNumber(key, "\0"), pairNumber(key, "\u{10ffff}"))),
      );
      return unite(
        keys.flatMap((key) =>
          [...(this.lists.get(key)?.keys() ?? [])].map((second) => this.positions(key, second)),
        ),
      );
    }

    /** Ascending positions to ascending blocks, each once. */
    blocksAt(positions) {
      const blocks = [];
      for (const position of positions) {
        const block = countUpTo(this.starts, position) - 1;
        if (blocks.at(-1) !== block) blocks.push(block);
      }
      return blocks;
    }

    /** What may stand at each place of a word: as typed, and where that stands nowhere. */
    places(keys) {
      const strict = keys.map((key) => key + (this.always.get(key) ?? ""));
      const wide = keys.map((key, index) => strict[index] + (this.otherwise.get(key) ?? ""));
      return { strict, wide };
    }

    /** What stands for a word: the places of its phrase, and the blocks that have it. */
    async word(keys) {
      const { strict, wide } = this.places(keys);
      let places = strict;
      let positions = await this.phrase(places);
      if (positions.length === 0) {
        if (wide.some((may, index) => may.length > strict[index].length)) {
          places = wide;
          positions = await this.phrase(places);
        }
      }
      return { places, blocks: this.blocksAt(positions) };
    }

    /**
     * Answer a query: {words, phrases, blocks} – blocks by kind, in the order of the book.
     * @param {string} query
     */
    async query(query) {
      const words = hansearch.wordsOf(query, this.fold);
      const answers = await Promise.all(words.map((keys) => this.word(keys)));
      const lists = answers.map((answer) => answer.blocks);
      lists.sort((one, other) => one.length - other.length);
      const all = lists.reduce((some, list) => intersect(some, list, 0), lists[0] ?? []);
      const blocks = { p: [], h: [], s: [], n: [], t: [], g: [] };
      for (const block of all) blocks[this.block(block).kind].push(block);
      const phrases = answers.map((answer) => answer.places);
      return { words, phrases, blocks, cards: this.cards(words, blocks.t) };
    }

    /** The glossary entries a query names or contains, the closest first. */
    cards(words, named) {
      const query = words.map((keys) => keys.join("")).join("");
      const hits = new Set(named);
      const rank = ({ key, block }) => {
        if (key === query) return 0;
        if (hits.has(block)) return key.startsWith(query) ? 1 : 2;
        return [...key].length > 1 && query.includes(key) ? 3 : Infinity;
      };
      return this.terms
        .map((term) => ({ ...term, rank: rank(term) }))
        .filter((term) => term.rank < Infinity)
        .sort((one, other) => one.rank - other.rank || one.key.length - other.key.length);
    }
  }

  /** Ascending numbers that are in both: in found, and, so much further, in positions. */
  function intersect(found, positions, offset) {
    const both = [];
    let place = 0;
    for (const number of found) {
      while (place < positions.length && positions[place] < number + offset) place += 1;
      if (place < positions.length && positions[place] === number + offset) both.push(number);
    }
    return both;
  }

  /** Ascending lists without a common number, as one ascending list. */
  function unite(lists) {
    const some = lists.filter((list) => list.length > 0);
    if (some.length === 0) return [];
    if (some.length === 1) return some[0];
    const all = new Uint32Array(some.reduce((sum, list) => sum + list.length, 0));
    let end = 0;
    for (const list of some) {
      all.set(list, end);
      end += list.length;
    }
    return Array.from(all.sort());
  }

  /** The blocks that files._addresses wrote: an array of {kind, anchor}. */
  function readAddresses(addresses) {
    const blocks = [];
    const counters = new Map();
    let stem = "";
    for (const token of addresses.split(" ")) {
      const kind = token[0];
      if (token[1] === "=") {
        const anchor = token.slice(2);
        const numbered = /^(.+)-([a-z])([0-9]+)$/.exec(anchor);
        if (numbered) {
          stem = numbered[1];
          counters.set(`${stem}-${numbered[2]}`, Number(numbered[3]));
        }
        blocks.push({ kind, anchor });
      } else if (token[1] === "^") {
        blocks.push({ kind, anchor: blocks.at(-1).anchor });
      } else {
        const counted = `${stem}-${kind}`;
        const last = counters.get(counted) ?? 0;
        const count = Number(token.slice(1));
        for (let number = last + 1; number <= last + count; number += 1) {
          blocks.push({ kind, anchor: counted + number });
        }
        counters.set(counted, last + count);
      }
    }
    return blocks;
  }

  // ---- Opening -------------------------------------------------------------------------
  let opened;

  /** The index of this edition, loaded once: a promise. */
  hansearch.open = function () {
    opened ??= file("index").then((data) => new Index(data));
    opened.catch(() => {
      opened = undefined;
    });
    return opened;
  };

  /**
   * Run work(index). Where a file is missing, the site may have been renewed since the browser
   * kept its index: load that anew, and try once more.
   */
  hansearch.withIndex = async function (work) {
    try {
      return await work(await hansearch.open());
    } catch {
      opened = file("index", `?${Date.now()}`).then((data) => new Index(data));
      return work(await hansearch.open());
    }
  };
})();
