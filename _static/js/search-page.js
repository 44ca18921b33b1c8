// The search page, search.html?q=…: all results, and an address that can be passed on.
(function () {
  "use strict";
  const hansearch = (window.hansearch ??= {});
  const CARDS = 3;
  const AT_ONCE = 4; // hits whose text is waited for; the others' comes when they are scrolled to
  const BATCH = 500; // hits put into the page between two chances for it to react
  const field = document.getElementById("search-page-field");
  const results = document.getElementById("search-results");
  const status = document.getElementById("search-status");
  const title = document.title;
  let turn = 0;
  let observer;
  let wanted; // the kind that a reader chose to see

  const { element } = hansearch;
  const links = () => [...results.querySelectorAll("a")];
  const pause = () => new Promise((resolve) => setTimeout(resolve));

  /** Put the hits of one kind into a list, in batches; false when a newer query has come. */
  async function list(index, answer, blocks, into, mine) {
    observer?.disconnect();
    const byLink = new Map();
    observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (!isIntersecting) continue;
          observer.unobserve(target);
          byLink.get(target).fill().catch(() => {}); // the hit stays, without its text
        }
      },
      { rootMargin: "100px" },
    );
    into.replaceChildren();
    for (let start = 0; start < blocks.length; start += BATCH) {
      if (start > 0) await pause();
      if (mine !== turn) return false;
      const batch = blocks.slice(start, start + BATCH).map((block) => hansearch.hit(index, answer, block));
      if (start === 0) await Promise.allSettled(batch.slice(0, AT_ONCE).map((hit) => hit.fill()));
      if (mine !== turn) return false;
      into.append(...batch.map(({ link }) => element("li", "", link)));
      for (const hit of batch) {
        byLink.set(hit.link, hit);
        observer.observe(hit.link);
      }
    }
    return true;
  }

  /** Buttons for the kinds that have hits; pressing one lists that kind. */
  function switches(index, groups, shown, choose) {
    const kinds = hansearch.KINDS.filter((kind) => groups[kind].length > 0);
    const group = element("div", "search-kinds");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", hansearch.say(index, "kinds"));
    for (const kind of kinds) {
      const count = groups[kind].length.toLocaleString("en");
      const button = element("button", "", hansearch.say(index, `kind-${kind}`), element("small", "", count));
      button.type = "button";
      button.setAttribute("aria-pressed", String(kind === shown));
      button.addEventListener("click", () => {
        for (const other of group.children) other.setAttribute("aria-pressed", String(other === button));
        choose(kind);
      });
      group.append(button);
    }
    return kinds.length > 1 ? [group] : [];
  }

  async function render(index, query, mine) {
    const answer = await index.query(query);
    const found = answer.cards.slice(0, CARDS);
    const cards = await Promise.all(found.map((card) => hansearch.card(index, card)));
    if (mine !== turn) return;
    const groups = hansearch.byKind(index, answer);
    const kinds = hansearch.KINDS.filter((kind) => groups[kind].length > 0);
    const first = kinds.includes(wanted) ? wanted : kinds[0];
    const hits = element("ol", "search-hits");
    async function choose(kind) {
      results.dataset.status = "searching";
      const whole = await list(index, answer, groups[kind] ?? [], hits, mine);
      if (whole) results.dataset.status = "done";
    }
    status.textContent = hansearch.summary(index, answer, query);
    results.replaceChildren(
      ...(cards.length > 0 ? [element("div", "search-cards", ...cards)] : []),
      ...switches(index, groups, first, (kind) => {
        wanted = kind;
        remember();
        choose(kind);
      }),
      hits,
    );
    await choose(first);
  }

  async function search() {
    const mine = (turn += 1);
    observer?.disconnect();
    const query = field.value.trim();
    document.title = query ? `${query} · ${title}` : title;
    results.dataset.status = "searching";
    if (!query) {
      results.replaceChildren();
      status.textContent = "";
      results.dataset.status = "done";
      return;
    }
    try {
      await hansearch.withIndex((index) => render(index, query, mine));
    } catch {
      if (mine !== turn) return;
      results.replaceChildren();
      status.textContent = results.dataset.failed;
      results.dataset.status = "failed";
    }
  }

  /** Let the address say what is shown. */
  function remember() {
    const address = new URL(location.href);
    for (const [name, value] of Object.entries({ q: field.value.trim(), kind: wanted })) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    try {
      history.replaceState(null, "", address);
    } catch {
      // A page opened from a folder may not change its address everywhere.
    }
  }

  function onInput(event) {
    if (event.isComposing) return;
    wanted = undefined;
    remember();
    search();
  }

  const asked = new URLSearchParams(location.search);
  field.value = asked.get("q") ?? "";
  wanted = asked.get("kind");
  field.addEventListener("input", onInput);
  field.addEventListener("compositionend", onInput);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" || event.isComposing) return;
    const first = results.querySelector("a");
    if (first) {
      event.preventDefault();
      first.focus();
    }
  });
  results.addEventListener("keydown", (event) => {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (!(event.key in steps) || !event.target.matches("a")) return;
    event.preventDefault();
    const all = links();
    (all[all.indexOf(event.target) + steps[event.key]] ?? field).focus();
  });
  field.form.addEventListener("submit", (event) => {
    event.preventDefault();
    remember();
    search();
  });
  // Who comes back finds the hit that was followed: the list was not there yet when the browser
  // went to where the page had been.
  const followed = history.state?.followed;
  results.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link) history.replaceState({ followed: links().indexOf(link) }, "");
  });
  search().then(() => links()[followed]?.scrollIntoView({ block: "center" }));
})();
