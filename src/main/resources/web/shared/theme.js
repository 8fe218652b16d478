// System, light or dark. The cookie lets the server print the choice, so that no page flashes in the other one.
const root = document.documentElement;
const buttons = () => document.querySelectorAll("[data-theme-choice]");

function show() {
  const now = root.dataset.theme || "system";
  for (const button of buttons()) button.setAttribute("aria-pressed", String(button.dataset.themeChoice === now));
}

document.addEventListener("click", event => {
  const button = event.target.closest("[data-theme-choice]");
  if (!button) return;
  const choice = button.dataset.themeChoice;
  if (choice === "system") delete root.dataset.theme;
  else root.dataset.theme = choice;
  document.cookie = `theme=${choice};path=/;max-age=31536000;samesite=lax`;
  show();
});
show();
