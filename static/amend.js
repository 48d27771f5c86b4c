/* The tracked change under a clause while it is typed; the server has the only word on what a change is. */
"use strict";

const sheet = document.querySelector("form.amend");
const waiting = new Map();

async function track(field) {
  const shown = sheet.querySelector(`[data-tracked="${CSS.escape(field.dataset.clause)}"]`);
  const gone = field.closest("details").querySelector("[type=checkbox]").checked;
  if (!gone && field.value.trim() === field.defaultOriginal.trim()) {
    shown.replaceChildren();
    return;
  }
  const sent = new FormData();
  sent.set("clause", field.dataset.clause);
  sent.set("text", gone ? "" : field.value);
  const asked = field.value;
  try {
    const answer = await fetch(sheet.dataset.preview, {
      method: "POST", body: sent, headers: { "X-CSRFToken": sheet.elements.csrf_token.value },
    });
    if (!answer.ok || asked !== field.value) return;
    shown.innerHTML = (await answer.json()).html;
  } catch { /* without a line the words are kept, only the marks wait */ }
}

function soon(field) {
  clearTimeout(waiting.get(field));
  waiting.set(field, setTimeout(track, 300, field));
}

for (const field of sheet?.querySelectorAll("[data-clause]") ?? []) {
  const editor = field.closest("details");
  field.defaultOriginal = editor.querySelector("summary .words").textContent;
  field.addEventListener("input", () => {
    if (field.value.trim() !== field.defaultOriginal.trim()) editor.open = true;
    soon(field);
  });
  editor.querySelector("[type=checkbox]").addEventListener("change", () => soon(field));
  editor.addEventListener("toggle", () => { if (editor.open && editor.contains(document.activeElement)) field.focus(); });
  if (field.value.trim() !== field.defaultOriginal.trim()) {
    editor.open = true;
    soon(field);
  }
}
for (const field of sheet?.querySelectorAll(".insertion textarea") ?? []) {
  field.addEventListener("input", () => {
    if (!field.value) return;
    for (let above = field.closest("details"); above; above = above.parentElement.closest("details")) above.open = true;
  });
}
