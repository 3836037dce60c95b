// Letters. The CV is a text in this page: it is in no storage, and goes to the server with a call or a question and no
// further.
((page) => {
  "use strict";

  const { byId } = page;
  const LARGEST = 8 * 1024 * 1024;
  const LONGEST = 60001; // characters, of which the server takes one less: what is too long, it says so itself
  let cv = "";
  let posting = "";

  page.bytes = async (file) => {
    if (file.size > LARGEST) throw new Error(`${file.name}: ${page.words().too_large}`);
    const bytes = new Uint8Array(await file.arrayBuffer());
    let written = "";
    for (let start = 0; start < bytes.length; start += 0x8000) written += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
    return btoa(written);
  };

  page.views.letter = (focus) =>
    page.tried(async () => {
      posting = page.wish().get("for") || posting;
      const reply = await page.call("letter_page", { posting });
      await page.show("letter", reply.html, focus);
      if (byId("cv")) byId("cv").value = cv;
      mountPicker();
    });
  function mountPicker() {
    const host = page.view.querySelector("[data-picker='letter']");
    if (!host || !page.held().ready) return;
    if (!page.row(posting)) posting = "";
    page.picker(host, host.dataset.label, posting, choose);
  }
  function choose(name) {
    posting = name;
    if (name) page.hush(); // it was chosen, as it was asked for
    const address = new URLSearchParams(name ? { page: "letter", for: name } : { page: "letter" });
    history.replaceState(history.state, "", `#${address}`);
  }
  page.onRows(() => page.current === "letter" && mountPicker());

  const language = () => page.view.querySelector("[name='letter-language']:checked")?.value || "";
  async function result(what) {
    const place = byId("letter-result");
    place.setAttribute("aria-busy", "true");
    page.hush();
    if (!place.firstChild) place.append(page.node("p", { class: "hint" }, page.words().preparing));
    const reply = await page.tried(() => page.call(what, { posting, cv, letter_language: language() }));
    place.removeAttribute("aria-busy");
    if (!reply) return place.querySelector(":scope > .hint")?.remove();
    page.place(place, reply.html);
    place.scrollIntoView({ block: "start" });
    // The posting's own text stands beside the outline where there is room.
    if (what === "letter" && !page.sheet.matches) page.openShared(new URLSearchParams({ posting }), false);
  }
  async function read(file) {
    const reply = await page.tried(async () => page.call("read_cv", { name: file.name, data: await page.bytes(file) }));
    if (!reply) return;
    cv = reply.text;
    byId("cv").value = cv;
    byId("cv").focus();
    if (reply.say) page.say(reply.say);
  }
  page.handIn = (question = null) => {
    page.sends(question);
    return cv.slice(0, LONGEST);
  };
  function forget() {
    cv = "";
    page.forgetPrivate();
    page.say(page.words().cv_forgotten);
    if (!byId("cv")) return page.question()?.focus();
    byId("cv").value = "";
    byId("cv-file").value = "";
    byId("letter-result").replaceChildren();
    byId("cv").focus();
  }
  function quoteOfCv(button) {
    const place = byId("cv-text");
    if (!place) return;
    const text = place.textContent;
    const [start, end] = [Number(button.dataset.cvStart), Number(button.dataset.cvEnd)];
    const mark = page.node("mark", { tabindex: "-1" }, text.slice(start, end));
    place.replaceChildren(text.slice(0, start), mark, text.slice(end));
    mark.scrollIntoView({ block: "center" });
    mark.focus({ preventScroll: true });
    // Where the CV stands below the outline, there is a way back to the point that led to it.
    const back = byId("cv-back");
    back.hidden = !page.phone.matches;
    back.onclick = () => {
      back.hidden = true;
      button.scrollIntoView({ block: "center" });
      button.focus({ preventScroll: true });
    };
  }

  document.addEventListener("input", (event) => {
    if (event.target.id === "cv") cv = event.target.value;
  });
  document.addEventListener("change", (event) => {
    if (event.target.id === "cv-file" && event.target.files[0]) read(event.target.files[0]);
  });
  document.addEventListener("click", (event) => {
    const pressed = event.target.closest("button");
    if (!pressed) return;
    const { dataset } = pressed;
    if (dataset.draft) {
      if (posting) result("letter");
      else {
        page.say(page.words().choose_first);
        byId("picker-letter")?.focus();
        byId("picker-letter")?.click(); // which opens the list
      }
    } else if (dataset.fit) result("fit");
    else if (dataset.forgetCv) forget();
    else if (dataset.cvStart) quoteOfCv(pressed);
    else if (dataset.letterFile) {
      page.tried(async () => page.save(await page.call("letter_file", { posting, cv, letter_language: language(), form: dataset.letterFile })));
    }
  });
})(window.chatPage);
