// The source panel, the sheets of a narrow screen, and the quote that shows where a number is pointed at.
((page) => {
  "use strict";

  const { byId, node } = page;
  const openers = { source: null, postings: null };
  const isOpen = (part) => byId("columns")?.classList.contains(`${part}-open`);
  let panel = null; // { element, props }
  let shown = null; // what the panel shows, as it was asked for

  page.mountSource = (element, props, server) => {
    panel = { element, props };
    page.connect(server);
    page.changed.push(() => render(shown, false));
  };

  function put(html) {
    panel.props.value = html;
    return new Promise(requestAnimationFrame).then(() => page.markCompared?.());
  }

  async function render(target, focus) {
    shown = target;
    let reply;
    try {
      reply = await page.call("source", target || {});
    } catch (error) {
      page.say(error.message);
      return close("source");
    }
    if (shown !== target) return; // another source was opened meanwhile
    await put(reply.html);
    const mark = panel.element.querySelector("mark");
    if (mark) mark.scrollIntoView({ block: "center" });
    else byId("source").scrollTop = 0;
    if (focus) panel.element.querySelector("h2")?.focus({ preventScroll: true });
  }

  function openSource(button) {
    const { posting, start, end, check } = button.dataset;
    const target = { posting };
    if (check) Object.assign(target, { start: Number(start), end: Number(end), check });
    if (isOpen("postings")) close("postings");
    open("source", button);
    unmark();
    button.setAttribute("aria-current", "true");
    return render(target, true);
  }

  // A link that someone shared: #posting=…&start=…&end=…
  page.openShared = (wish, focus = true) => {
    const target = { posting: wish.get("posting") };
    if (wish.get("end")) {
      Object.assign(target, { start: Number(wish.get("start")), end: Number(wish.get("end")) });
      target.check = wish.get("check") || "";
    }
    open("source", null);
    render(target, focus);
  };
  function share(button) {
    const address = new URLSearchParams({ posting: button.dataset.share });
    if (shown?.end && shown.posting === button.dataset.share) {
      for (const key of ["start", "end", "check"]) if (shown[key]) address.set(key, shown[key]);
    }
    page.copy(button, `${location.origin}${location.pathname}#${address}`, button.dataset.done);
  }
  page.copy = async (button, words, done) => {
    await navigator.clipboard.writeText(words);
    const label = button.textContent;
    button.textContent = done;
    setTimeout(() => (button.textContent = label), 1500);
  };

  function unmark() {
    for (const other of document.querySelectorAll("button[aria-current]")) other.removeAttribute("aria-current");
  }
  function open(part, opener) {
    openers[part] = opener;
    byId("columns").classList.add(`${part}-open`);
    blockTheRest();
    if (opener) settleBack();
  }
  function close(part) {
    if (!isOpen(part)) return;
    byId("columns").classList.remove(`${part}-open`);
    blockTheRest();
    settleBack();
    const opener = openers[part];
    openers[part] = null;
    if (part === "source") {
      render(null, false);
      unmark();
    }
    const visible = opener && opener.isConnected && opener.offsetParent !== null;
    (visible ? opener : page.current === "chat" ? page.question() : page.view.querySelector("h2"))?.focus();
  }
  page.closeAll = () => {
    for (const part of ["source", "postings"]) {
      openers[part] = null;
      byId("columns").classList.remove(`${part}-open`);
    }
    if (shown) render(null, false);
    unmark();
    blockTheRest();
    settleBack();
  };

  // While a sheet covers the page, what lies under it is out of reach of the keyboard and of screen readers.
  const sheet = () =>
    isOpen("source") && page.sheet.matches ? "source" : isOpen("postings") && page.phone.matches ? "postings" : null;
  function blockTheRest() {
    const top = sheet();
    const parts = { top: "", "chat-column": "", "view-column": "", "postings-column": "postings", "source-column": "source" };
    for (const [id, part] of Object.entries(parts)) byId(id)?.toggleAttribute("inert", top !== null && part !== top);
  }
  page.sheet.addEventListener("change", blockTheRest);
  page.phone.addEventListener("change", blockTheRest);

  // A sheet is a step in the browser's history, so that its way back closes the sheet and does not leave the page. Once
  // one is closed for another, or by its own button, the step is settled after both are done.
  let settling = 0;
  function settleBack() {
    clearTimeout(settling);
    settling = setTimeout(() => {
      if (sheet() && !history.state?.sheet) history.pushState({ sheet: true }, "");
      else if (!sheet() && history.state?.sheet) history.back();
    });
  }
  window.addEventListener("popstate", () => {
    if (sheet() && !history.state?.sheet) close(sheet());
  });

  // Taking a posting out: the button asks, and only the answer to that does it. The panel then says what was done.
  async function removal(button) {
    const [ask, asked] = [panel.element.querySelector(".remove"), panel.element.querySelector("#removal")];
    if (button.dataset.removal === "yes") {
      for (const other of asked.querySelectorAll("button")) other.disabled = true;
      const reply = await page.tried(() => page.call("remove", { posting: button.dataset.name }));
      if (!reply) return;
      shown = null;
      await put(reply.html);
      panel.element.querySelector("h2")?.focus({ preventScroll: true });
      return page.postingsChanged();
    }
    asked.hidden = button.dataset.removal === "no";
    ask.setAttribute("aria-expanded", String(!asked.hidden));
    (asked.hidden ? ask : asked.querySelector(".remove-no")).focus();
  }

  // Marks, notes, and facts put right: each gives the panel anew, if it is of the posting that they are about.
  async function change(what, given, focused) {
    const top = byId("source").scrollTop;
    const reply = await page.tried(() => page.call(what, { ...shown, ...given }));
    if (!reply) return;
    if (!given.posting || given.posting === shown?.posting) {
      await put(reply.html);
      byId("source").scrollTop = top;
    }
    const focus = () => document.querySelector(focused)?.focus({ preventScroll: true });
    focus();
    await page.postingsChanged();
    if (given.posting) focus(); // it was drawn anew
  }
  function mark(button) {
    const { mark, of } = button.dataset;
    const wished = button.getAttribute("aria-pressed") === "true" ? "" : mark;
    if (of) change("mark", { posting: of, mark: wished }, `#view [data-of="${CSS.escape(of)}"][data-mark="${mark}"]`);
    else change("mark", { mark: wished }, `#source [data-mark="${mark}"]`);
  }
  async function edit(button) {
    const row = button.closest(".fact-row");
    const before = row.nextElementSibling?.matches("form");
    panel.element.querySelectorAll("form.correcting").forEach((other) => other.remove());
    for (const other of panel.element.querySelectorAll(".edit")) other.setAttribute("aria-expanded", "false");
    if (before) return button.focus();
    const reply = await page.tried(() => page.call("fact_form", { ...shown, fact: Number(button.dataset.edit) }));
    if (!reply) return;
    const holder = node("div");
    page.place(holder, reply.html);
    const form = holder.firstElementChild;
    row.after(form);
    button.setAttribute("aria-expanded", "true");
    form.addEventListener("submit", (event) => event.preventDefault());
    form.querySelector("button, input, select")?.focus();
  }
  function putRight(button) {
    const form = button.closest("form");
    if (!button.dataset.deed) {
      const opener = form.previousElementSibling.querySelector(".edit");
      form.remove();
      opener.setAttribute("aria-expanded", "false");
      return opener.focus();
    }
    const given = Object.fromEntries(new FormData(form));
    const { fact, check } = form.dataset;
    change("fact", { ...given, deed: button.dataset.deed, fact: Number(fact), fact_check: check }, `#source [data-edit="${fact}"]`);
  }

  // The quote of a number, where it is pointed at or has the keyboard
  const tip = node("div", { id: "quote-tip", role: "tooltip", hidden: true, dir: "auto" });
  let pointed = null;
  function showTip(button) {
    if (!button || button === pointed) return;
    hideTip();
    pointed = button;
    tip.textContent = button.dataset.quote;
    if (!tip.isConnected) document.querySelector(".gradio-container").append(tip);
    tip.hidden = false;
    button.setAttribute("aria-describedby", "quote-tip");
    const [box, size] = [button.getBoundingClientRect(), tip.getBoundingClientRect()];
    const above = box.top - size.height - 6;
    tip.style.top = `${above > 4 ? above : box.bottom + 6}px`;
    tip.style.left = `${Math.max(8, Math.min(box.left, innerWidth - size.width - 8))}px`;
  }
  function hideTip() {
    pointed?.removeAttribute("aria-describedby");
    pointed = null;
    tip.hidden = true;
  }
  const quoted = (event) => event.target.closest?.("[data-quote]");
  document.addEventListener("mouseover", (event) => (quoted(event) ? showTip(quoted(event)) : hideTip()));
  document.addEventListener("focusin", (event) => (quoted(event)?.matches(":focus-visible") ? showTip(quoted(event)) : hideTip()));
  document.addEventListener("scroll", hideTip, true);

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    hideTip();
    const { dataset } = button;
    if (dataset.posting && panel) openSource(button);
    else if (dataset.removal) removal(button);
    else if (dataset.close) close(dataset.close);
    else if (dataset.share) share(button);
    else if (dataset.mark) mark(button);
    else if (dataset.edit) edit(button);
    else if (dataset.deed !== undefined) putRight(button);
    else if (dataset.about) {
      page.go("chat");
      page.ask(dataset.about, false);
    } else if (dataset.letter) page.go("letter", { for: dataset.letter });
    else if (button.id === "show-postings") {
      open("postings", button);
      byId("postings").querySelector("button, input")?.focus();
    }
  });
  document.addEventListener("change", (event) => {
    if (event.target.dataset.note) {
      const pressed = panel.element.querySelector("[data-mark][aria-pressed='true']");
      change("mark", { mark: pressed?.dataset.mark || "", note: event.target.value }, "#source textarea[data-note]");
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (!tip.hidden && !isOpen("source")) return hideTip();
    close(isOpen("source") ? "source" : "postings");
  });
})(window.chatPage);
