// What the page does in the browser: the language, the source panel, the list of postings, copying and examples.
// Everything that shows text comes as HTML from the server, which escapes it; nothing here builds HTML.
window.chatPage = (() => {
  "use strict";

  const STORED_LANGUAGE = "chat-language";
  const sheet = window.matchMedia("(max-width: 75rem)");
  const phone = window.matchMedia("(max-width: 48rem)");
  let sourcePanel = null; // { element, props, server }
  let shown = null; // what the source panel shows, as it was asked for
  const openers = { source: null, postings: null };

  const byId = (id) => document.getElementById(id);
  const question = () => document.querySelector("#question textarea");
  const isOpen = (part) => byId("columns")?.classList.contains(`${part}-open`);

  function stored() {
    try {
      return localStorage.getItem(STORED_LANGUAGE);
    } catch {
      return null; // storage is closed to this page
    }
  }

  function pickLanguage() {
    const wished = stored() || navigator.language || "en";
    return applyLanguage(wished.toLowerCase().startsWith("fr") ? "fr" : "en");
  }

  function setLanguage(language) {
    try {
      localStorage.setItem(STORED_LANGUAGE, language);
    } catch {
      // It holds until the page is left.
    }
    applyLanguage(language);
    if (sourcePanel) render(shown, false);
    return language;
  }

  function applyLanguage(language) {
    document.documentElement.lang = language;
    return language;
  }

  // Gradio changes what an element holds in place, so one observer on each sees every change.
  function onChange(element, act) {
    act();
    new MutationObserver(act).observe(element, { childList: true, subtree: true, characterData: true });
  }

  function header(element) {
    onChange(element, () => {
      const title = element.querySelector("h1");
      if (title) document.title = title.textContent;
    });
  }

  // A new question is kept in view, at the top once its answer is long enough, until the person scrolls.
  function log(element, ask) {
    let exchanges = 0;
    let following = false;
    for (const scrolling of ["wheel", "touchmove", "pointerdown", "keydown"]) {
      byId("log").addEventListener(scrolling, () => (following = false), { passive: true });
    }
    onChange(element, () => {
      const articles = element.querySelectorAll("article");
      const last = articles[articles.length - 1];
      if (articles.length > exchanges) following = true;
      exchanges = articles.length;
      if (!last || !following) return;
      last.scrollIntoView({ block: "start" });
      following = last.getAttribute("aria-busy") === "true";
    });
    element.addEventListener("click", (event) => {
      const example = event.target.closest("[data-ask]");
      if (example) {
        ask({ question: example.dataset.ask });
        question()?.focus();
      }
    });
  }

  function source(element, props, server, remove) {
    sourcePanel = { element, props, server, remove };
    render(null, false);
  }

  // Taking a posting out: the button asks, and only the answer to that does it. The panel then says what was done.
  function removal(button) {
    const panel = sourcePanel.element;
    const [ask, asked] = [panel.querySelector(".remove"), panel.querySelector("#removal")];
    if (button.dataset.removal === "yes") {
      for (const other of asked.querySelectorAll("button")) other.disabled = true;
      const done = new MutationObserver(() => {
        if (panel.querySelector("#removal")) return;
        done.disconnect();
        panel.querySelector("h2")?.focus({ preventScroll: true });
      });
      done.observe(panel, { childList: true, subtree: true });
      shown = null;
      return sourcePanel.remove({ posting: button.dataset.name });
    }
    asked.hidden = button.dataset.removal === "no";
    ask.setAttribute("aria-expanded", String(!asked.hidden));
    (asked.hidden ? ask : asked.querySelector(".remove-no")).focus();
  }

  async function render(target, focus) {
    shown = target;
    const { element, props, server } = sourcePanel;
    const asked = { ...target, language: document.documentElement.lang };
    try {
      const html = await server.open_source(asked);
      if (shown !== target) return; // another source was opened meanwhile
      props.value = html;
    } catch {
      return close("source");
    }
    await new Promise(requestAnimationFrame);
    const mark = element.querySelector("mark");
    if (mark) mark.scrollIntoView({ block: "center" });
    else byId("source").scrollTop = 0;
    if (focus) element.querySelector("h2")?.focus({ preventScroll: true });
  }

  function openSource(button) {
    const { posting, start, end, check } = button.dataset;
    const target = { posting };
    if (check) Object.assign(target, { start: Number(start), end: Number(end), check });
    if (isOpen("postings")) close("postings");
    open("source", button);
    document.querySelectorAll("[aria-current]").forEach((other) => other.removeAttribute("aria-current"));
    button.setAttribute("aria-current", "true");
    return render(target, true);
  }

  function open(part, opener) {
    openers[part] = opener;
    byId("columns").classList.add(`${part}-open`);
    blockTheRest();
  }

  function close(part) {
    if (!isOpen(part)) return;
    byId("columns").classList.remove(`${part}-open`);
    blockTheRest();
    const opener = openers[part];
    openers[part] = null;
    if (part === "source") {
      shown = null;
      render(null, false);
      document.querySelectorAll("[aria-current]").forEach((other) => other.removeAttribute("aria-current"));
    }
    const visible = opener && opener.isConnected && opener.offsetParent !== null;
    (visible ? opener : question())?.focus();
  }

  // While a sheet covers the page, what lies under it is out of reach of the keyboard and of screen readers.
  function blockTheRest() {
    const top = isOpen("source") && sheet.matches ? "source" : isOpen("postings") && phone.matches ? "postings" : null;
    for (const [id, part] of [["top", ""], ["chat-column", ""], ["postings-column", "postings"], ["source-column", "source"]]) {
      byId(id)?.toggleAttribute("inert", top !== null && part !== top);
    }
  }

  async function copy(button) {
    const answered = button.closest(".answered");
    const parts = [...answered.querySelectorAll(".statements, .sources")].map((part) => part.innerText.trim());
    await navigator.clipboard.writeText(parts.join("\n\n"));
    const label = button.textContent;
    button.textContent = button.dataset.copy;
    setTimeout(() => (button.textContent = label), 1500);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.posting && sourcePanel) openSource(button);
    else if (button.dataset.removal) removal(button);
    else if (button.dataset.close) close(button.dataset.close);
    else if (button.dataset.copy) copy(button);
    else if (button.id === "show-postings") open("postings", button), byId("postings").querySelector("button")?.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    close(isOpen("source") ? "source" : "postings");
  });
  sheet.addEventListener("change", blockTheRest);
  phone.addEventListener("change", blockTheRest);

  return { pickLanguage, setLanguage, header, log, source };
})();
