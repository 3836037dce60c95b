// What every part of the page uses: words, storage, calls to the server, the language, and the way from page to page.
// HTML comes from the server, which escapes what it shows; what is built here is built of nodes and text alone.
window.chatPage = (() => {
  "use strict";

  const PAGES = ["chat", "postings", "compare", "letter", "insights", "settings"];
  const page = {
    views: {}, // name of a page -> what shows it
    changed: [], // to be called when the postings or the language have changed
    sheet: window.matchMedia("(max-width: 75rem)"),
    phone: window.matchMedia("(max-width: 48rem)"),
  };
  let connect;
  const server = new Promise((resolve) => (connect = resolve));
  page.connect = (given) => connect(given);

  page.byId = (id) => document.getElementById(id);
  page.words = () => window.pageWords[document.documentElement.lang] || window.pageWords.en;
  page.number = (value) => (typeof value === "number" ? value.toLocaleString(document.documentElement.lang) : value);
  page.fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => page.number(values[name]));
  page.fold = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  page.question = () => document.querySelector("#question textarea");

  // An element of these attributes and children; a text among them is shown as it is.
  page.node = (tag, attributes, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === true) made.setAttribute(name, "");
      else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
    }
    made.append(...children.filter((child) => child !== null && child !== ""));
    return made;
  };
  page.button = (label, attributes, act) => {
    const made = page.node("button", { type: "button", ...attributes }, label);
    if (act) made.addEventListener("click", act);
    return made;
  };
  page.place = (element, html) => {
    element.innerHTML = html;
  };

  page.stored = (key, otherwise) => {
    try {
      return JSON.parse(localStorage.getItem(key)) ?? otherwise;
    } catch {
      return otherwise; // storage is closed to this page, or holds something else
    }
  };
  page.store = (key, value) => {
    try {
      localStorage.setItem(key, JSON.stringify(value));
      return true;
    } catch {
      return false; // it holds until the page is left
    }
  };

  // What the server says to a call; an Error with its sentence where it could not be done.
  page.call = async (what, given) => {
    const { call } = await server;
    let reply;
    try {
      reply = await call({ what, language: document.documentElement.lang, ...given });
    } catch {
      throw new Error(page.words().failure);
    }
    if (!reply || reply.error) throw new Error(reply?.error || page.words().failure);
    return reply;
  };

  // A sentence that is read aloud and goes away by itself.
  page.say = (sentence) => {
    let place = page.byId("said");
    if (!place) {
      place = page.node("div", { id: "said", role: "status" });
      document.querySelector(".gradio-container").append(place);
    }
    place.textContent = sentence;
    place.classList.add("shown");
    clearTimeout(page.saying);
    page.saying = setTimeout(page.hush, Math.max(5000, sentence.length * 60)); // as long as it takes to read
  };
  page.hush = () => page.byId("said")?.classList.remove("shown");
  page.tried = async (act) => {
    try {
      return await act();
    } catch (error) {
      page.say(error.message);
      return null;
    }
  };

  page.save = ({ name, type, data }) => {
    const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
    const link = page.node("a", { href: URL.createObjectURL(new Blob([bytes], { type })), download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    page.say(page.fill(page.words().saved, { name }));
  };
  page.download = (kind, given) => page.tried(async () => page.save(await page.call("download", { kind, ...given })));

  // Gradio changes what an element holds in place, so one observer on each sees every change.
  page.onChange = (element, act) => {
    act();
    new MutationObserver(act).observe(element, { childList: true, subtree: true, characterData: true });
  };

  // Language and look
  page.pickLanguage = () => {
    const wished = page.stored("chat-language", null) || navigator.language || "en";
    return applyLanguage(String(wished).toLowerCase().startsWith("fr") ? "fr" : "en");
  };
  page.setLanguage = (language) => {
    page.store("chat-language", language);
    applyLanguage(language);
    return language;
  };
  function applyLanguage(language) {
    document.documentElement.lang = language;
    page.refresh();
    return language;
  }
  page.refresh = () => {
    for (const act of page.changed) act();
    if (page.current && page.current !== "chat") page.views[page.current]?.();
  };

  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  page.look = (wished) => {
    if (wished) page.store("chat-look", wished);
    const look = page.stored("chat-look", "auto");
    document.body.classList.toggle("dark", look === "dark" || (look === "auto" && dark.matches));
    for (const button of document.querySelectorAll("[data-look]")) {
      button.setAttribute("aria-pressed", String(button.dataset.look === look));
    }
  };
  dark.addEventListener("change", () => page.look());

  // Pages, by the part of the address behind #: page=…, posting=…&start=…&end=…, with=… for a comparison
  page.wish = () => new URLSearchParams(location.hash.slice(1));
  page.go = (name, given) => {
    const address = new URLSearchParams({ page: name, ...given });
    if (location.hash.slice(1) === address.toString()) route();
    else if (history.state?.sheet) location.replace(`#${address}`); // going on from a sheet takes its step
    else location.hash = address.toString();
  };
  function route() {
    const wish = page.wish();
    const name = PAGES.includes(wish.get("page")) ? wish.get("page") : "chat";
    const before = page.current;
    page.current = name;
    document.querySelector(".gradio-container").dataset.page = name;
    markPages();
    if (before) page.closeAll(name);
    if (name !== "chat") page.views[name]?.(before && before !== name);
    else if (before && before !== "chat") page.question()?.focus();
    if (wish.get("posting")) page.openShared(wish);
  }
  function markPages() {
    for (const link of document.querySelectorAll("#pages a")) {
      if (link.dataset.page === page.current) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    const title = document.querySelector("#header h1")?.textContent;
    const shown = document.querySelector("#pages a[aria-current]")?.textContent;
    if (title) document.title = page.current === "chat" || !shown ? title : `${shown} – ${title}`;
  }

  page.mountHeader = (element) => {
    page.look();
    page.onChange(element, () => page.current && markPages());
  };
  page.mountView = (element) => {
    page.view = element.querySelector(".mounted");
    window.addEventListener("hashchange", route);
    route();
  };
  // What a page shows, with the keyboard at its heading when the person has just come to it.
  page.show = async (name, html, focus) => {
    if (page.current !== name) return;
    page.place(page.view, html);
    if (!focus) return; // it is drawn anew, and stays where it was scrolled to
    page.byId("view").scrollTop = 0;
    page.view.querySelector("h2")?.focus({ preventScroll: true });
  };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (page.current !== "chat") page.go("chat");
    page.question()?.focus();
  });

  return page;
})();
