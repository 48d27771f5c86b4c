/* What makes the pages kinder where a browser runs scripts. Every page works without it. */
"use strict";

const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const said = document.querySelector(".flashes");
const answered = Boolean(said?.querySelector(".notice")) && !document.getElementById("errors");

function say(words) {
  const notice = Object.assign(document.createElement("p"), { className: "notice accent", textContent: words });
  said?.append(notice);
  return notice;
}

/* The reader comes to the faults first. */
document.getElementById("errors")?.focus();

/* Open menus close on Escape and on a press elsewhere. */
function closeMenus(except) {
  all("details.menu[open]").filter((menu) => menu !== except).forEach((menu) => { menu.open = false; });
}
document.addEventListener("click", (event) => closeMenus(event.target.closest("details.menu")));
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector("details.menu[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

/* What is typed stays on this machine until it has arrived: <form data-keep="amendment-12">. */
const KEPT = "kept:";
const typed = (form) => [...form.elements].filter(
  (field) => field.name && !/^(hidden|password|file|submit|button|reset)$/.test(field.type),
);
const ticks = (field) => field.type === "radio" || field.type === "checkbox";

function keep(form, sent = false) {
  const values = typed(form).map((field) => [field.name, ticks(field) ? field.checked : field.value]);
  try {
    localStorage.setItem(KEPT + form.dataset.keep, JSON.stringify({ values, sent }));
  } catch { /* a full or closed store only means that nothing is kept */ }
}

function forget(wanted) {
  try {
    for (const key of Object.keys(localStorage).filter((name) => name.startsWith(KEPT))) {
      if (wanted(JSON.parse(localStorage.getItem(key)))) localStorage.removeItem(key);
    }
  } catch { /* as above */ }
}

function restore(form) {
  let kept;
  try {
    kept = JSON.parse(localStorage.getItem(KEPT + form.dataset.keep));
  } catch { return; }
  if (!kept) return;
  let changed = false;
  typed(form).forEach((field, place) => {
    const [name, value] = kept.values[place] ?? [];
    if (name !== field.name || (ticks(field) ? field.checked : field.value) === value) return;
    if (ticks(field)) field.checked = value;
    else field.value = value;
    changed = true;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  if (changed) say(said.dataset.restored);
}

if (answered) forget((kept) => kept.sent);
if (!document.getElementById("errors")) all("form[data-keep]").forEach(restore);
document.querySelector("form.leave")?.addEventListener("submit", () => forget(() => true));

/* Leaving a page with unsent words asks first. */
const unsent = new Set();
document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form?.method !== "post" || !form.matches(".form, [data-keep]")) return;
  unsent.add(form);
  if (form.dataset.keep) keep(form);
});
window.addEventListener("beforeunload", (event) => { if (unsent.size) event.preventDefault(); });

/* A step that cannot be taken back is asked about once, and no form is sent twice. */
const dialog = document.getElementById("confirm");
let asked = null;

dialog?.addEventListener("close", () => {
  const { form, button } = asked;
  asked = null;
  if (dialog.returnValue !== "yes") return button?.focus();
  form.dataset.confirmed = "yes";
  return form.requestSubmit(button);
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (dialog && form.dataset.confirm && !form.dataset.confirmed) {
    event.preventDefault();
    asked = { form, button: event.submitter };
    dialog.querySelector("p").textContent = form.dataset.confirm;
    dialog.returnValue = "";
    dialog.showModal();
    return;
  }
  if (form.dataset.sending) {
    event.preventDefault();
    return;
  }
  form.dataset.sending = "yes";
  unsent.delete(form);
  if (form.dataset.keep) keep(form, true);
});

window.addEventListener("pageshow", () => {
  all("form[data-sending]").forEach((form) => {
    delete form.dataset.sending;
    delete form.dataset.confirmed;
  });
});

/* Time left, by the server's clock: <time data-countdown data-now="…" datetime="…">. */
const loaded = Date.now();
const units = [["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];
const amount = (count, unit) => new Intl.NumberFormat(
  document.documentElement.lang, { style: "unit", unit, unitDisplay: "short" },
).format(count);

function tick(clock) {
  const ahead = clock.dataset.now ? Date.parse(clock.dataset.now) - loaded : 0;
  const left = Math.floor((Date.parse(clock.dateTime) - Date.now() - ahead) / 1000);
  clock.classList.toggle("soon", left > 0 && left < 60);
  clock.classList.toggle("over", left <= 0);
  if (left <= 0) {
    clock.textContent = clock.dataset.over;
    return;
  }
  const first = units.findIndex(([, size]) => left >= size);
  clock.textContent = units.slice(first, first + 2)
    .map(([unit, size], place) => [place ? Math.floor((left % units[first][1]) / size) : Math.floor(left / size), unit])
    .map(([count, unit]) => amount(count, unit)).join(" ");
}

const clocks = all("time[data-countdown]");
clocks.forEach(tick);
if (clocks.length) setInterval(() => clocks.forEach(tick), 1000);

/* Links that can be taken away: <a data-copy href="#clause-c4">. */
all("a[data-copy]").forEach((link) => link.addEventListener("click", (event) => {
  if (!navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  navigator.clipboard.writeText(link.href).then(() => {
    const notice = say(said.dataset.copied);
    setTimeout(() => notice.remove(), 4000);
  }, () => { location.href = link.href; });
}));
