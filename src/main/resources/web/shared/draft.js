// What is typed into form[data-draft] stays on this device until the server has it: through a lost connection, a closed
// tab, an expired sign-in. The server confirms by the cookie "sent" with the form's token, or htmx by a good answer.
const FIELDS = "textarea, select, input:not([type=hidden], [type=file], [type=password], [type=search])";
const key = form => `draft ${location.pathname} ${form.dataset.draft}`;

function keep(form) {
  const typed = {};
  for (const field of form.querySelectorAll(FIELDS)) {
    if (!field.name || field.value === "") continue;
    if ((field.type === "radio" || field.type === "checkbox") && !field.checked) continue;
    typed[field.name] = field.value;
  }
  const written = [...form.querySelectorAll("textarea, input[type=text]")].some(field => field.value.trim());
  if (written) localStorage.setItem(key(form), JSON.stringify({typed, token: form.elements.token?.value, at: Date.now()}));
  else localStorage.removeItem(key(form));
  form.querySelector("[data-kept]")?.toggleAttribute("hidden", !written);
}

function restore(form) {
  const draft = JSON.parse(localStorage.getItem(key(form)) ?? "null");
  if (!draft) return;
  for (const field of form.querySelectorAll(FIELDS)) {
    const value = draft.typed[field.name];
    if (value === undefined) continue;
    if (field.type === "radio" || field.type === "checkbox") field.checked = field.value === value;
    else if (field.value === "") field.value = value;
  }
  // The same token again: if the first attempt did arrive, the server answers with what it already made.
  if (draft.token && form.elements.token) form.elements.token.value = draft.token;
  form.querySelector("[data-kept]")?.removeAttribute("hidden");
}

export function forget(form) {
  localStorage.removeItem(key(form));
}

function forgetSent() {
  const sent = document.cookie.match(/(?:^|; )sent=([\w-]+)/)?.[1];
  if (!sent) return;
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith("draft ") && JSON.parse(localStorage.getItem(name)).token === sent) localStorage.removeItem(name);
  }
  document.cookie = "sent=;path=/;max-age=0";
}

function forgetOld() {
  const month = 30 * 24 * 3600 * 1000;
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith("draft ") && Date.now() - JSON.parse(localStorage.getItem(name)).at > month) localStorage.removeItem(name);
  }
}

/** Watches the forms of a page, or of a part that has just arrived. */
export function watch(part) {
  for (const form of part.querySelectorAll("form[data-draft]")) restore(form);
}

document.addEventListener("input", event => {
  const form = event.target.closest("form[data-draft]");
  if (form) keep(form);
});
forgetSent();
forgetOld();
watch(document);
