// Comparing, insights, settings: pages that the server draws.
((page) => {
  "use strict";

  const { byId, node, button } = page;

  let differing = false; // whether only what differs is shown
  const showDiffering = () => {
    const toggle = page.view.querySelector("[data-differences]");
    if (!toggle) return;
    toggle.checked = differing;
    page.view.querySelector(".side-by-side").classList.toggle("differences", differing);
  };
  page.views.compare = (focus) =>
    page.tried(async () => {
      const wished = page.wish().getAll("with");
      if (wished.length) page.setCompared(wished);
      const reply = await page.call("compare", { postings: page.compared() });
      await page.show("compare", reply.html, focus);
      page.setCompared(reply.postings);
      showDiffering();
      const address = new URLSearchParams([["page", "compare"], ...reply.postings.map((name) => ["with", name])]);
      if (page.current === "compare") history.replaceState(history.state, "", `#${address}`);
      mountPickers();
    });
  const compare = (names) => {
    page.setCompared(names);
    history.replaceState(history.state, "", "#page=compare");
    return page.views.compare();
  };

  function mountPickers() {
    const host = page.view.querySelector("[data-picker='compare']");
    if (!host || !page.held().ready) return;
    page.picker(host, host.dataset.label, "", async (name) => {
      if (!name) return;
      await compare([...page.compared(), name]);
      byId("picker-compare")?.focus();
    });
  }
  page.onRows(() => page.current === "compare" && mountPickers());

  let behind = [];
  page.views.insights = (focus) =>
    page.tried(async () => {
      const reply = await page.call("insights", { narrow: page.phone.matches });
      behind = reply.behind;
      await page.show("insights", reply.html, focus);
    });
  function openBar(link) {
    const { label, postings } = behind[Number(link.dataset.bar)];
    const place = byId("behind");
    const close = button("×", { class: "close", "aria-label": page.words().close }, () => {
      place.hidden = true;
      link.focus();
    });
    const more = button("", { class: "more" });
    const list = node("ul", { class: "postings" });
    place.replaceChildren(node("div", { class: "panel-head" }, node("h3", {}, label), close), list, more);
    page.windowed(list, postings, (name) => {
      const row = page.row(name) || { n: name, t: name };
      const shown = button("", { class: "posting", "data-posting": name });
      shown.append(node("bdi", { class: "posting-title" }, row.t), node("span", { class: "posting-place" }, [row.o, row.p].filter(Boolean).join(" · ")));
      return node("li", {}, shown);
    }, more);
    place.hidden = false;
    place.scrollIntoView({ block: "nearest" });
    place.focus({ preventScroll: true });
  }

  page.views.settings = (focus) =>
    page.tried(async () => {
      const reply = await page.call("settings");
      await page.show("settings", reply.html, focus);
      page.look();
    });

  document.addEventListener("click", (event) => {
    const bar = event.target.closest("[data-bar]");
    if (bar) {
      event.preventDefault();
      openBar(bar);
    }
    const pressed = event.target.closest("button");
    if (!pressed) return;
    const { dataset } = pressed;
    if (dataset.uncompare !== undefined) {
      compare(page.compared().filter((name) => name !== dataset.uncompare)).then(() => page.view.querySelector("h2")?.focus());
    } else if (dataset.look) page.look(dataset.look);
    else if (dataset.forgetAll) {
      page.forgetConversations();
      page.say(dataset.forgetAll);
    } else if (dataset.download) page.download(dataset.download, dataset.download === "ics" ? {} : { postings: page.compared() });
  });
  document.addEventListener("change", (event) => {
    if (!event.target.dataset.differences) return;
    differing = event.target.checked;
    showDiffering();
  });
})(window.chatPage);
