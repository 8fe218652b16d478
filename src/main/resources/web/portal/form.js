// Small comforts for forms that work without any of this.
document.querySelector(".summary")?.focus();

// The topic's fields arrive as soon as it is chosen.
for (const form of document.querySelectorAll("form[data-choose]")) {
  form.addEventListener("change", () => form.requestSubmit());
}

// A file that is too large is said before it has travelled.
document.addEventListener("change", event => {
  const field = event.target.closest("input[type=file][data-most]");
  if (!field) return;
  const large = [...field.files].find(file => file.size > Number(field.dataset.most));
  field.setCustomValidity(large ? `${large.name} is too large.` : "");
  field.reportValidity();
});
