// The list beside the chat, and the table of all postings.
((page) => {
  "use strict";

  const { node, button } = page;

  page.mountList = (element) => {
    const host = element.querySelector(".mounted");
    const chosen = {};
    page.onRows(() => {
      const { words, rows } = page.held();
      const count = node("span", { class: "count", role: "status" });
      const more = button("", { class: "more" });
      const list = node("ul", { class: "postings" });
      const none = node("p", { class: "hint", hidden: true }, rows.length ? words.nothing : words.empty);
      const filters = node("div", { class: "filters", id: "list-filters" });
      const draw = () => {
        const fitting = page.fitting(chosen);
        count.textContent = fitting.length === rows.length ? page.number(rows.length) : page.fill(words.shown, { shown: fitting.length, count: rows.length });
        none.hidden = fitting.length > 0;
        page.windowed(list, fitting, item, more);
      };
      const head = node("div", { class: "panel-head" },
        node("h2", { id: "postings-title" }, words.title, " ", count),
        button("×", { class: "close", "data-close": "postings", "aria-label": words.close }));
      if (rows.length) page.filters(filters, chosen, draw);
      host.replaceChildren(node("nav", { "aria-labelledby": "postings-title" }, head, filters, none, list, more));
      draw();
    });
  };

  function item(row) {
    const { words, marks } = page.held();
    const place = [row.o, row.p].filter(Boolean).flatMap((text, index) => (index ? [" · ", node("bdi", {}, text)] : [node("bdi", {}, text)]));
    return node("li", {},
      button("", { class: "posting", "data-posting": row.n }).appendChild(
        node("span", { class: "posting-lines" },
          node("bdi", { class: "posting-title", lang: row.l }, row.t),
          place.length ? node("span", { class: "posting-place" }, ...place) : null,
          row.x ? node("span", { class: "posting-same" }, ...named(words.same_as, row.x)) : null,
          node("span", { class: "badges" }, page.badge(row), row.m ? node("span", { class: `badge mark ${row.m}` }, marks[row.m]) : null),
          row.e ? node("bdi", { class: "posting-note" }, row.e) : null),
      ).parentNode);
  }
  function named(words, name) {
    const [before, after] = words.split("{name}");
    return [before, node("bdi", {}, name), after];
  }

  // The table
  const chosen = {};
  const order = { column: "", down: false };
  const COLUMNS = ["title", "organisation", "place", "contract", "languages", "deadline"];
  const KEYS = {
    title: (row) => page.fold(row.t),
    organisation: (row) => row.organisation,
    place: (row) => row.place,
    contract: (row) => (row.c || []).join(),
    languages: (row) => (row.r || []).join() + (row.a || []).join(),
    deadline: (row) => row.d || "",
  };
  page.views.postings = (focus) => {
    const { words, table, rows, ready } = page.held();
    if (!ready) return;
    const body = node("tbody");
    const more = button("", { class: "more" });
    const count = node("p", { class: "count", role: "status" });
    const filters = node("div", { class: "filters wide", id: "table-filters" });
    const compare = button("", { class: "button", id: "compare-chosen" }, () => page.go("compare"));
    let fitting = [];
    const draw = () => {
      fitting = sorted(page.fitting(chosen));
      count.textContent = page.fill(words.shown, { shown: fitting.length, count: rows.length });
      page.windowed(body, fitting, tableRow, more);
      ticked();
    };
    const heads = COLUMNS.map((name) => {
      const head = node("th", { scope: "col", "data-column": name }, button(table[`column_${name}`], {}, () => {
        order.down = order.column === name && !order.down;
        order.column = name;
        sortMarks(heads);
        draw();
      }));
      return head;
    });
    const files = ["csv", "xlsx"].map((kind) =>
      button(table[kind], {}, () => page.download(kind, fitting.length === rows.length && !order.column ? {} : { postings: fitting.map((row) => row.n) })));
    const calendar = button(table.ics, {}, () => page.download("ics", fitting.length === rows.length ? {} : { postings: fitting.map((row) => row.n) }));
    const drawn = node("section", {},
      node("h2", { tabindex: "-1" }, table.title),
      node("p", { class: "intro" }, rows.length ? table.intro : words.empty),
      filters,
      node("div", { class: "table-head" }, count, node("div", { class: "actions" }, compare, ...files, calendar)),
      node("div", { class: "scroller" },
        node("table", { class: "all" }, node("thead", {}, node("tr", { "data-label": table.sort }, node("th", { scope: "col" }, table.column_choose), ...heads)), body)),
      more);
    page.view.replaceChildren(drawn);
    page.filters(filters, chosen, draw);
    sortMarks(heads);
    draw();
    if (!focus) return;
    page.byId("view").scrollTop = 0;
    drawn.querySelector("h2").focus({ preventScroll: true });
  };
  page.onRows(() => page.current === "postings" && !page.view?.querySelector("#table-filters :focus") && page.views.postings());

  function sorted(rows) {
    if (!order.column) return rows;
    const key = KEYS[order.column];
    const keyed = rows.map((row) => [key(row), row]);
    // What is not stated comes last, whichever way.
    keyed.sort(([a], [b]) => (!a || !b ? (a ? -1 : b ? 1 : 0) : (a < b ? -1 : a > b ? 1 : 0) * (order.down ? -1 : 1)));
    return keyed.map(([, row]) => row);
  }
  function sortMarks(heads) {
    for (const head of heads) {
      const here = head.dataset.column === order.column;
      head.setAttribute("aria-sort", here ? (order.down ? "descending" : "ascending") : "none");
    }
  }
  function tableRow(row) {
    const { languages, contracts, table, marks } = page.held();
    const spoken = [
      ...(row.r || []).map((code) => languages[code]),
      ...(row.a || []).map((code) => page.fill(table.asset, { language: languages[code] })),
    ];
    const tick = node("input", { type: "checkbox", "data-tick": row.n, "aria-label": `${table.column_choose}: ${row.t}` });
    tick.checked = page.compared().includes(row.n);
    const cell = (name, ...children) => node("td", { "data-label": table[`column_${name}`] }, ...children);
    return node("tr", {},
      node("td", { class: "tick" }, node("label", {}, tick)),
      node("th", { scope: "row" }, button("", { class: "link", "data-posting": row.n }).appendChild(node("bdi", { lang: row.l }, row.t)).parentNode,
        row.m ? node("span", { class: `badge mark ${row.m}` }, marks[row.m]) : null,
        row.e ? node("bdi", { class: "posting-note" }, row.e) : null),
      cell("organisation", node("bdi", {}, row.o || "")),
      cell("place", node("bdi", {}, row.p || "")),
      cell("contract", (row.c || []).map((code) => contracts[code]).join(", ")),
      cell("languages", spoken.join(", ")),
      cell("deadline", row.w ? node("span", { class: "when" }, row.w) : null, page.badge(row)));
  }

  // What is compared: kept in this browser, and in the address of the comparison
  const MOST = 5;
  let compared = [page.stored("chat-compared", [])].flat().filter((name) => typeof name === "string");
  page.onRows(() => compared.some((name) => !page.row(name)) && page.setCompared(compared.filter(page.row)));
  page.compared = () => compared;
  page.setCompared = (names) => {
    compared = [...new Set(names)].slice(0, MOST);
    page.store("chat-compared", compared);
    ticked();
    page.markCompared();
  };
  page.toggleCompared = (name) => {
    if (!compared.includes(name) && compared.length >= MOST) return page.say(page.held().table.full);
    page.setCompared(compared.includes(name) ? compared.filter((other) => other !== name) : [...compared, name]);
  };
  page.markCompared = () => {
    for (const made of document.querySelectorAll("[data-compare]")) {
      made.setAttribute("aria-pressed", String(compared.includes(made.dataset.compare)));
    }
  };
  function ticked() {
    const compare = page.byId("compare-chosen");
    if (compare) {
      compare.textContent = `${page.held().table.compare} (${compared.length})`;
      compare.disabled = compared.length < 2;
    }
    for (const tick of document.querySelectorAll("[data-tick]")) tick.checked = compared.includes(tick.dataset.tick);
  }
  document.addEventListener("change", (event) => event.target.dataset.tick && page.toggleCompared(event.target.dataset.tick));
  document.addEventListener("click", (event) => {
    const pressed = event.target.closest("[data-compare]");
    if (pressed) page.toggleCompared(pressed.dataset.compare);
  });
})(window.chatPage);
