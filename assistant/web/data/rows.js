// The postings as the browser holds them: searched, filtered and sorted here, so that it is instant.
((page) => {
  "use strict";

  const { node } = page;
  const WINDOW = 60; // rows shown at once
  const listeners = [];
  let held = { rows: [], words: {}, table: {}, languages: {}, contracts: {}, marks: {} };

  page.held = () => held;
  page.onRows = (act) => {
    listeners.push(act);
    if (held.ready) act();
  };
  page.loadRows = async () => {
    const reply = await page.tried(() => page.call("postings"));
    if (!reply) return;
    for (const row of reply.rows) {
      row.found = page.fold([row.t, row.o, row.p, row.n, row.e].filter(Boolean).join(" "));
      row.place = page.fold(row.p || "");
      row.organisation = page.fold(row.o || "");
    }
    held = { ...reply, ready: true };
    for (const act of listeners) act();
  };
  page.changed.push(() => page.loadRows());
  page.postingsChanged = async () => {
    await page.loadRows();
    // The letter stays as it is: an outline was made of what the posting said then.
    if (["postings", "compare", "insights"].includes(page.current)) await page.views[page.current]();
    if (!document.querySelector("#log article")) page.refreshLog?.();
  };
  page.row = (name) => held.rows.find((row) => row.n === name);

  // The rows that fit what was chosen.
  page.fitting = (chosen) => {
    const wanted = page.fold(chosen.search || "").split(/\s+/).filter(Boolean);
    const [place, organisation] = [page.fold(chosen.place || ""), page.fold(chosen.organisation || "")];
    return held.rows.filter(
      (row) =>
        wanted.every((word) => row.found.includes(word)) &&
        row.place.includes(place) &&
        row.organisation.includes(organisation) &&
        (!chosen.contract || row.c?.includes(chosen.contract)) &&
        (!chosen.state || row.s === chosen.state) &&
        (!chosen.mark || row.m === chosen.mark) &&
        (!chosen.language || speaks(row, chosen.language, chosen.weight)),
    );
  };
  function speaks(row, language, weight) {
    return (weight !== "asset" && row.r?.includes(language)) || (weight !== "required" && row.a?.includes(language));
  }

  // A search box and filters in `host`; `act` hears what is chosen at each change.
  page.filters = (host, chosen, act) => {
    const { words, languages, contracts, marks } = held;
    const hear = (name) => (event) => {
      chosen[name] = event.target.value;
      act();
    };
    const choice = (name, label, options, any = words.any) => {
      const select = node("select", { "aria-label": label }, node("option", { value: "" }, any));
      for (const [value, text] of Object.entries(options)) select.append(node("option", { value }, text));
      select.value = chosen[name] || "";
      select.addEventListener("change", hear(name));
      return node("label", {}, node("span", {}, label), select);
    };
    const typed = (name, label, key) => {
      const id = `known-${name}-${host.id || "list"}`;
      const known = node("datalist", { id }, ...common(key).map((value) => node("option", { value })));
      const input = node("input", { list: id, "aria-label": label, autocomplete: "off", dir: "auto", placeholder: words.any });
      input.value = chosen[name] || "";
      input.addEventListener("input", hear(name));
      return node("label", {}, node("span", {}, label), input, known);
    };
    const search = node("input", { type: "search", placeholder: words.search_hint, "aria-label": words.search, dir: "auto" });
    search.value = chosen.search || "";
    search.addEventListener("input", hear("search"));
    const facets = node(
      "details",
      { class: "facets", open: host.querySelector("details")?.open || Object.entries(chosen).some(([name, value]) => name !== "search" && value) },
      node("summary", {}, words.filters),
      node(
        "div",
        { class: "facet-grid" },
        choice("language", words.language, languages),
        choice("weight", words.weight, { required: words.required, asset: words.asset }, words.either),
        typed("place", words.place, "p"),
        typed("organisation", words.organisation, "o"),
        choice("contract", words.contract, contracts),
        choice("state", words.state, { open: words.open, closed: words.closed, undated: words.none }),
        choice("mark", words.mark, marks),
        page.button(words.clear, { class: "clear" }, () => {
          for (const name of Object.keys(chosen)) delete chosen[name];
          page.filters(host, chosen, act);
          act();
          host.querySelector("input")?.focus();
        }),
      ),
    );
    host.replaceChildren(search, facets);
  };
  function common(key) {
    const counts = new Map();
    for (const row of held.rows) if (row[key]) counts.set(row[key], (counts.get(row[key]) || 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1]).slice(0, 200).map(([value]) => value);
  }

  // The first rows in `host`, each made by `make`, with a button for more where there are any.
  page.windowed = (host, rows, make, more, shown = WINDOW) => {
    host.replaceChildren(...rows.slice(0, shown).map(make));
    more.hidden = rows.length <= shown;
    more.textContent = held.words.more;
    more.onclick = () => {
      const next = rows.slice(shown, shown + WINDOW).map(make);
      host.append(...next);
      next[0].querySelector("button")?.focus();
      shown += WINDOW;
      more.hidden = rows.length <= shown;
    };
  };

  page.badge = (row) => {
    const near = row.s === "open" ? "open" : row.s === "closed" ? "closed" : "undated";
    return node("span", { class: `badge ${near}` }, row.b);
  };

  // A box that finds a posting as one types; `act` hears its name, and "" once other words stand there.
  page.picker = (host, label, chosen, act) => {
    const { words } = held;
    const id = `picker-${host.dataset.picker}`;
    const input = node("input", {
      id, type: "search", role: "combobox", autocomplete: "off", "aria-expanded": "false", "aria-controls": `${id}-list`,
      "aria-autocomplete": "list", placeholder: words.search_hint, dir: "auto",
    });
    const list = node("ul", { id: `${id}-list`, role: "listbox", "aria-label": label, hidden: true });
    let active = -1;
    let picked = page.row(chosen);
    const options = () => [...list.children];
    const point = (next) => {
      active = next;
      options().forEach((option, index) => option.setAttribute("aria-selected", String(index === active)));
      if (options()[active]) input.setAttribute("aria-activedescendant", options()[active].id);
      options()[active]?.scrollIntoView({ block: "nearest" });
    };
    const hide = () => {
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const pick = (row) => {
      picked = row;
      input.value = row.t;
      hide();
      act(row.n);
    };
    const look = () => {
      const rows = page.fitting({ search: picked ? "" : input.value }).slice(0, 30);
      const none = node("li", { role: "option", "aria-disabled": "true", class: "none" }, words.none_found);
      list.replaceChildren(
        ...(rows.length ? [] : [none]),
        ...rows.map((row, index) => {
          const option = node("li", { id: `${id}-${index}`, role: "option", "aria-selected": "false" },
            node("bdi", {}, row.t), node("span", { class: "posting-place" }, [row.o, row.p].filter(Boolean).join(" · ")));
          option.addEventListener("mousedown", (event) => event.preventDefault());
          option.addEventListener("click", () => pick(row));
          return option;
        }),
      );
      list.rows = rows;
      list.hidden = false;
      input.setAttribute("aria-expanded", "true");
      active = -1;
    };
    input.addEventListener("input", () => {
      if (picked) act("");
      picked = null;
      look();
    });
    input.addEventListener("click", () => {
      if (picked) input.select();
      look();
    });
    input.addEventListener("blur", hide);
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) look();
        const count = list.rows.length;
        if (count) point((active + (event.key === "ArrowDown" ? 1 : count - 1) + (active < 0 && event.key === "ArrowUp" ? 1 : 0)) % count);
      } else if (event.key === "Enter" && !list.hidden && list.rows[Math.max(active, 0)]) {
        event.preventDefault();
        pick(list.rows[Math.max(active, 0)]);
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        hide();
      }
    });
    input.value = picked?.t || "";
    host.replaceChildren(node("label", { for: id }, label), input, list);
    return input;
  };
})(window.chatPage);
