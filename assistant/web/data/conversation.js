// The conversation: kept in this browser alone, several of them, each with a name; and what may be done with an answer.
((page) => {
  "use strict";

  const { byId, node, button } = page;
  const KEY = "chat-conversations";
  const MOST = 30; // conversations
  const MOST_SENT = 180000; // characters taken up again, below what the server takes at once
  let current = null; // { id, name, at, exchanges }
  let log = null;
  let fire = () => {};
  let bar = null;
  let restoring = null;
  let sent = null; // a question that was typed and is not seen above yet, and how many were before it

  page.mountLog = (element, trigger) => {
    log = element;
    fire = trigger;
    page.refreshLog = () => fire("refresh");
    page.forgetPrivate = () => fire("forget");
    let exchanges = 0;
    let following = false;
    for (const scrolling of ["wheel", "touchmove", "pointerdown", "keydown"]) {
      byId("log").addEventListener(scrolling, () => (following = false), { passive: true });
    }
    const before = page.stored("chat-current", null);
    if (before) restoring = all().find((one) => one.id === before) || null;
    page.onChange(element, () => {
      const articles = element.querySelectorAll("article");
      state(articles);
      if (restoring && element.querySelector(".welcome")) return takeUp(restoring);
      keep(articles);
      const last = articles[articles.length - 1];
      // A new question is kept in view, at the top once its answer is long enough, until the person scrolls.
      if (articles.length > exchanges) following = true;
      exchanges = articles.length;
      if (!last || !following) return;
      last.scrollIntoView({ block: "start" });
      following = last.getAttribute("aria-busy") === "true";
    });
    element.addEventListener("click", (event) => {
      const asked = event.target.closest("[data-ask]");
      if (asked) {
        fire("ask", { question: asked.dataset.ask });
        page.question()?.focus();
      }
      const thumb = event.target.closest("[data-thumb]");
      if (thumb) rate(thumb);
      const copy = event.target.closest("[data-copy]");
      if (copy) {
        page.copy(copy, wholeText(copy.closest(".answered")), copy.dataset.copy);
      }
    });
  };

  // An answer as text, with the sources that are folded away.
  function wholeText(answered) {
    const folded = [...answered.querySelectorAll(".sources details:not([open])")];
    for (const details of folded) details.open = true;
    const summaries = [...answered.querySelectorAll(".sources summary")];
    for (const summary of summaries) summary.hidden = true;
    const text = [...answered.querySelectorAll(".statements, .sources")].map((part) => part.innerText.trim()).join("\n\n");
    for (const summary of summaries) summary.hidden = false;
    for (const details of folded) details.open = false;
    return text;
  }

  // Which buttons are there; and the question leaves its box once it is seen above, unless the person writes on.
  function state(articles) {
    const running = articles[articles.length - 1]?.getAttribute("aria-busy") === "true";
    document.querySelector(".gradio-container").dataset.chat = running ? "running" : articles.length ? "rests" : "empty";
    const box = page.question();
    // An answer may be whole before its question was seen to wait.
    if (sent === null || !box || !(running || articles.length > sent.before)) return;
    if (box.value === sent.question) fill(box, "");
    sent = null;
  }
  page.sends = (question) => {
    sent = question === null ? null : { question, before: log.querySelectorAll("article").length };
  };
  function fill(box, words) {
    box.value = words;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }

  // Puts words into the box, for the person to go on from.
  page.ask = (words) => {
    const box = page.question();
    fill(box, words);
    box.focus();
  };

  async function rate(thumb) {
    const exchange = JSON.parse(thumb.closest("article").dataset.kept);
    const reply = await page.tried(() => page.call("feedback", { exchange, up: thumb.dataset.thumb === "up" }));
    if (!reply) return;
    for (const other of thumb.parentNode.querySelectorAll("[data-thumb]")) {
      other.setAttribute("aria-pressed", String(other === thumb));
    }
    page.say(page.words().kept);
  }

  // Keeping
  const all = () => page.stored(KEY, []);
  function keep(articles) {
    if (!articles.length) {
      if (current && log.querySelector(".welcome")) begin(null);
      return;
    }
    const last = articles[articles.length - 1];
    if (last.getAttribute("aria-busy") === "true") return;
    // What draws on the CV carries nothing to keep.
    const exchanges = [...articles].flatMap((article) => (article.dataset.kept ? [JSON.parse(article.dataset.kept)] : []));
    if (!current && !exchanges.length) return;
    const same = current && JSON.stringify(current.exchanges) === JSON.stringify(exchanges);
    if (same) return;
    if (!current) begin({ id: String(Date.now()), name: "", at: "", exchanges: [] });
    current.exchanges = exchanges;
    current.at = new Date().toISOString();
    write();
    drawBar();
  }
  function write() {
    let kept = [current, ...all().filter((one) => one.id !== current.id)].slice(0, MOST);
    // Where the browser has no more room, the oldest go first.
    while (!page.store(KEY, kept) && kept.length > 1) kept = kept.slice(0, -1);
  }
  function begin(conversation) {
    current = conversation;
    page.store("chat-current", current?.id ?? null);
    drawBar();
  }
  function takeUp(conversation) {
    restoring = null;
    begin(conversation);
    let sent = conversation.exchanges;
    while (sent.length > 1 && JSON.stringify(sent).length > MOST_SENT) sent = sent.slice(1);
    fire("restore", { exchanges: sent });
  }
  function name(conversation) {
    return conversation.name || conversation.exchanges[0]?.question.slice(0, 60) || page.words().untitled;
  }

  // The bar above the conversation: which it is, the others, and what may be done with it
  page.mountBar = (element) => {
    bar = element.querySelector(".mounted");
    page.changed.push(drawBar);
    document.addEventListener("click", (event) => {
      for (const menu of bar.querySelectorAll("details[open]")) if (!menu.contains(event.target)) menu.open = false;
    });
    bar.addEventListener("keydown", (event) => {
      const menu = event.target.closest("details[open]");
      if (event.key !== "Escape" || !menu) return;
      event.preventDefault();
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  };
  function drawBar() {
    if (!bar) return;
    const words = page.words();
    const kept = all();
    if (!kept.length && !current) return bar.replaceChildren();
    const others = menu("history", words.history, kept.map((one) => node("li", {}, button(name(one), { dir: "auto", "aria-current": one.id === current?.id ? "true" : null }, () => change(one)))));
    if (!current) return bar.replaceChildren(others);
    const deeds = menu("deeds", words.deeds, [
      node("li", {}, button(words.rename, { id: "rename" }, rename)),
      node("li", {}, button(words.markdown, { "data-save": "md" }, () => save("md"))),
      node("li", {}, button(words.docx, { "data-save": "docx" }, () => save("docx"))),
      node("li", {}, button(words.delete, { id: "delete" }, remove)),
    ]);
    bar.replaceChildren(others, node("span", { class: "conversation-name", dir: "auto" }, name(current)), deeds);
  }
  function menu(id, label, rows) {
    return node("details", { class: "menu", id: `menu-${id}` }, node("summary", {}, label), node("ul", {}, ...rows));
  }
  function change(conversation) {
    bar.querySelectorAll("details").forEach((open) => (open.open = false));
    if (conversation.id === current?.id) return;
    restoring = conversation;
    if (log.querySelector(".welcome")) takeUp(conversation);
    else byId("again").click(); // what follows is taken up once the conversation is empty
  }
  function save(kind) {
    bar.querySelectorAll("details").forEach((open) => (open.open = false));
    page.download(kind, { exchanges: current.exchanges });
  }
  function rename() {
    const words = page.words();
    const input = node("input", { "aria-label": words.renamed, maxlength: "80", dir: "auto" });
    input.value = name(current);
    const done = (keeping) => {
      if (keeping && input.value.trim()) {
        current.name = input.value.trim();
        write();
      }
      drawBar();
      bar.querySelector("#menu-deeds summary")?.focus();
    };
    const form = node("form", { class: "renaming" }, input, node("button", {}, words.save), button(words.cancel, {}, () => done(false)));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      done(true);
    });
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      done(false);
    });
    bar.replaceChildren(form);
    input.select();
    input.focus();
  }
  function remove() {
    const words = page.words();
    const no = button(words.cancel, { class: "quiet" }, () => {
      drawBar();
      bar.querySelector("#menu-deeds summary")?.focus();
    });
    const yes = button(words.delete, { class: "danger", id: "delete-yes" }, () => {
      page.store(KEY, all().filter((one) => one.id !== current.id));
      begin(null);
      byId("again").click();
      page.question()?.focus();
    });
    bar.replaceChildren(node("div", { class: "asking", role: "group", "aria-label": words.delete_ask }, node("span", {}, words.delete_ask), yes, no));
    no.focus();
  }
  page.forgetConversations = () => {
    page.store(KEY, []);
    const shown = log.querySelector("article");
    begin(null);
    if (shown) byId("again").click();
  };
})(window.chatPage);
