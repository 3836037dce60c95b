// Adding postings: files and folders that are dropped or chosen, or a pasted text. One at a time, each with its report.
((page) => {
  "use strict";

  const { byId, node, button } = page;
  const MOST = 500; // files at once

  async function addFiles(files) {
    const words = page.words();
    const wanted = files.filter((file) => !/(^|\/)\./.test(file.webkitRelativePath || file.path || file.name));
    if (wanted.length > MOST) return page.say(page.fill(words.too_many, { count: MOST }));
    const report = byId("add-report");
    const done = node("progress", { max: wanted.length, value: 0, "aria-label": report.getAttribute("aria-label") });
    const list = node("ul", { class: "adding" });
    report.replaceChildren(done, list);
    const rows = wanted.map((file) => {
      const row = node("li", {}, node("bdi", {}, file.name), words.colon, node("span", {}, words.waiting));
      list.append(row);
      return row;
    });
    const sent = []; // rows of the files that arrived, in the order that the server tells of them
    let batch = "";
    for (const [index, file] of wanted.entries()) {
      const row = rows[index];
      row.lastChild.textContent = words.reading;
      try {
        const data = await page.bytes(file);
        const reply = await page.call("add", { batch, name: path(file), data });
        batch = reply.batch;
        sent.push(row);
        row.lastChild.textContent = "✓";
        tell(sent, reply.files);
      } catch (error) {
        fail(row, error);
      }
      done.value = index + 1;
    }
    const reply = batch ? await page.tried(() => page.call("add_end", { batch })) : null;
    if (reply) tell(sent, reply.files);
    finish(report, reply?.undo ?? null);
  }
  const path = (file) => file.webkitRelativePath || file.name;
  function tell(rows, files) {
    files.forEach((html, index) => rows[index] && page.place(rows[index], html));
  }
  function fail(row, error) {
    row.classList.add("failure");
    row.lastChild.textContent = page.words().failed + page.words().colon + error.message;
  }
  function finish(report, number) {
    report.querySelector("progress")?.remove();
    if (number !== null) {
      const undo = button(byId("adding").dataset.undo, { id: "undo" }, async () => {
        undo.disabled = true;
        const reply = await page.tried(() => page.call("undo", { number }));
        if (!reply) return;
        report.replaceChildren(node("p", { class: "notice" }, reply.say));
        page.postingsChanged();
      });
      report.append(node("div", { class: "actions" }, undo));
    }
    page.postingsChanged();
  }

  // The files of a folder that is dropped, however deep.
  async function filesOf(entry) {
    if (entry.isFile) return [await new Promise((resolve, reject) => entry.file(resolve, reject))];
    const reader = entry.createReader();
    const found = [];
    for (;;) {
      const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
      if (!some.length) return found;
      for (const inner of some) found.push(...(await filesOf(inner)));
    }
  }

  const zone = (event) => event.target.closest?.("#drop");
  for (const kind of ["dragover", "dragenter"]) {
    document.addEventListener(kind, (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      zone(event)?.classList.add("over");
    });
  }
  document.addEventListener("dragleave", (event) => zone(event)?.classList.remove("over"));
  document.addEventListener("drop", async (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault(); // a file dropped beside the zone must not take the page away
    const place = zone(event);
    if (!place) return;
    place.classList.remove("over");
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry()).filter(Boolean);
    const files = (await Promise.all(entries.map(filesOf))).flat();
    addFiles(files);
  });
  document.addEventListener("change", (event) => {
    if (!["add-files", "add-folder"].includes(event.target.id)) return;
    const files = [...event.target.files];
    event.target.value = "";
    if (files.length) addFiles(files);
  });
  document.addEventListener("click", async (event) => {
    const pressed = event.target.closest("button");
    if (!pressed) return;
    const input = { files: "add-files", folder: "add-folder", cv: "cv-file" }[pressed.dataset.pick];
    if (input) byId(input).click();
    if (!pressed.dataset.paste) return;
    const text = byId("add-text").value;
    if (!text.trim()) return byId("add-text").focus();
    const report = byId("add-report");
    const row = node("li", {}, node("span", {}, page.words().reading));
    report.replaceChildren(node("ul", { class: "adding" }, row));
    try {
      const reply = await page.call("add_text", { text });
      tell([row], reply.files);
      byId("add-text").value = "";
      finish(report, reply.undo);
    } catch (error) {
      fail(row, error);
    }
  });
})(window.chatPage);
