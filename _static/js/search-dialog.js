// The field over a page: a dialog with a combobox and the list of what is found.
(function () {
  "use strict";
  const hansearch = (window.hansearch ??= {});
  const CARDS = 2;
  const HITS = 30;
  let dialog;
  let field;
  let list;
  let status;
  let turn = 0;

  const options = () => [...list.querySelectorAll("[role=option]")];
  const chosen = () => list.querySelector("[aria-selected=true]");
  const pageOf = (query) => {
    const address = new URL("search.html", hansearch.root);
    address.searchParams.set("q", query);
    return address.href;
  };

  function choose(option) {
    chosen()?.setAttribute("aria-selected", "false");
    if (!option) {
      field.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", option.id);
  }

  function show(elements, sentence) {
    elements.forEach((option, number) => {
      option.id = `search-option-${number}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.tabIndex = -1; // the arrows lead here; Tab leads out of the list
    });
    list.replaceChildren(...elements);
    list.hidden = elements.length === 0;
    list.scrollTop = 0;
    field.setAttribute("aria-expanded", String(elements.length > 0));
    field.removeAttribute("aria-activedescendant");
    status.textContent = sentence;
  }

  async function results(index, query) {
    const answer = await index.query(query);
    const groups = hansearch.byKind(index, answer);
    const blocks = hansearch.KINDS.flatMap((kind) => groups[kind]);
    const cards = answer.cards.slice(0, CARDS);
    const hits = blocks.slice(0, HITS).map((block) => hansearch.hit(index, answer, block));
    const elements = await Promise.all(cards.map((card) => hansearch.card(index, card)));
    elements.push(...hits.map((hit) => hit.link));
    if (blocks.length > 0) {
      const all = hansearch.say(index, "all", { count: blocks.length.toLocaleString("en") });
      const link = hansearch.element("a", "search-all", all);
      link.href = pageOf(query);
      elements.push(link);
    }
    return { elements, hits, sentence: hansearch.summary(index, answer, query) };
  }

  async function search() {
    const mine = (turn += 1);
    const query = field.value.trim();
    if (!query) {
      show([], "");
      return;
    }
    try {
      const found = await hansearch.withIndex((index) => results(index, query));
      if (mine !== turn) return;
      show(found.elements, found.sentence);
      fillInView(found.hits);
    } catch {
      if (mine === turn) show([], dialog.dataset.failed);
    }
  }

  /** Fetch the text of a hit when it comes into view. */
  function fillInView(hits) {
    const byLink = new Map(hits.map((hit) => [hit.link, hit]));
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (!isIntersecting) continue;
          observer.unobserve(target);
          byLink.get(target).fill().catch(() => {}); // the hit stays, without its text
        }
      },
      { root: list, rootMargin: "100px" },
    );
    for (const { link } of hits) observer.observe(link);
  }

  function move(step) {
    const all = options();
    if (all.length === 0) return;
    const at = all.indexOf(chosen());
    const next = at < 0 && step < 0 ? all.length - 1 : at + step;
    choose(next < 0 ? undefined : all[next % all.length]);
  }

  function onKey(event) {
    if (event.isComposing) return;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps) {
      event.preventDefault();
      move(steps[event.key]);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const option = chosen();
      if (option) option.click();
      else if (field.value.trim()) location.assign(pageOf(field.value.trim()));
    } else if (event.key === "Escape") {
      event.preventDefault();
      dialog.close();
    }
  }

  function prepare() {
    field = dialog.querySelector("input");
    list = dialog.querySelector("[role=listbox]");
    status = dialog.querySelector("[role=status]");
    field.addEventListener("input", (event) => {
      if (!event.isComposing) search();
    });
    field.addEventListener("compositionend", search);
    field.addEventListener("keydown", onKey);
    // A link to a place in this very page leads there, so the dialog must make way.
    list.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close(); // outside: the dialog fills itself
    });
  }

  /** Open the dialog, with what was last typed selected. */
  hansearch.openDialog = function (element) {
    if (!dialog) {
      dialog = element;
      prepare();
    }
    dialog.showModal();
    field.focus();
    field.select();
    hansearch.open().catch(() => {
      status.textContent = dialog.dataset.failed;
    });
  };
})();
