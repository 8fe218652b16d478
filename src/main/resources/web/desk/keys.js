// One place for single keys. A page registers what it can do; the help overlay stands in the shell.
// They can be switched off in the overlay (speech input types letters: WCAG 2.1.4).
const OFF = "keys off";
const bound = new Map();

/** Binds a key, as KeyboardEvent.key names it, to an action. */
export function on(key, action) {
  bound.set(key, action);
}

const typing = element => element.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

document.addEventListener("keydown", event => {
  if (event.key === "Escape") return leave(event);
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (typing(event.target) || document.querySelector("dialog[open]") || localStorage.getItem(OFF)) return;
  const action = bound.get(event.key);
  if (action && action(event) !== false) event.preventDefault();
});

function leave(event) {
  const open = [...document.querySelectorAll("details[open][data-drop]")].at(-1);
  if (open) {
    open.open = false;
    open.querySelector("summary").focus();
  } else if (typing(event.target)) event.target.blur();
}

// One panel at a time. Not by the name attribute: a browser closes one that arrives while its forerunner is still there.
function closeOthers(target) {
  for (const open of document.querySelectorAll("details[open][data-drop]")) if (!open.contains(target)) open.open = false;
}
document.addEventListener("pointerdown", event => closeOthers(event.target));
document.addEventListener("focusin", event => closeOthers(event.target));

const help = document.getElementById("keys");
document.addEventListener("click", event => { if (event.target.closest("[data-keys]")) help?.showModal(); });
const single = help?.querySelector("[name=single]");
if (single) {
  single.checked = !localStorage.getItem(OFF);
  single.addEventListener("change", () => single.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "yes"));
}

on("?", () => help?.showModal());
on("/", () => document.querySelector(".find input")?.focus());
on("g", () => { location.href = "/desk"; });
