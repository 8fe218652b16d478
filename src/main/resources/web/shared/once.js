// A form that was sent cannot be sent again by a second click; coming back by the back button frees it.
document.addEventListener("submit", event => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sending) return event.preventDefault();
  form.dataset.sending = "yes";
  setTimeout(() => form.querySelectorAll("button:not([type=button])").forEach(button => button.disabled = true));
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sending]")) {
    delete form.dataset.sending;
    form.querySelectorAll("button:disabled").forEach(button => button.disabled = false);
  }
});
