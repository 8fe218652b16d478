// The ticket page: write, switch between reply and note, walk to the next ticket, keep the view steady.
import {on} from "./keys.js";
import {forget, watch} from "../shared/draft.js";

const page = document.querySelector(".ticket-page");
if (page) start();

function start() {
  const composer = () => page.querySelector(".composer form");
  const open = verb => {
    const details = page.querySelector(`details[data-verb="${verb}"]`);
    if (!details) return false;
    details.open = true;
    details.querySelector("select, textarea, button[type=submit], .panel button")?.focus();
  };
  const write = mode => {
    const form = composer();
    if (!form) return false;
    form.querySelector(`[name=mode][value=${mode}]`).checked = true;
    form.elements.body.focus();
  };
  const follow = relation => page.querySelector(`a[rel=${relation}]`)?.click();

  on("r", () => write("reply"));
  on("n", () => write("note"));
  on("j", () => follow("next"));
  on("k", () => follow("prev"));
  on("a", () => page.querySelector("[data-take]")?.click());
  on("s", () => open("assignment"));
  on("p", () => open("priority"));
  on("h", () => open("hold"));
  on("e", () => open("resolution"));
  on("u", () => page.querySelector("a[rel=up]")?.click());

  page.addEventListener("keydown", event => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    const form = event.target.closest("form");
    const button = [...form?.querySelectorAll("button[type=submit]") ?? []].find(each => each.offsetParent);
    button?.click();
  });

  // A panel shows only the fields that its choice needs.
  const adapt = form => {
    for (const part of form.querySelectorAll("[data-when]")) {
      const [name, values] = part.dataset.when.split("=");
      part.hidden = !values.split(",").includes(form.elements[name].value);
    }
  };
  page.addEventListener("change", event => {
    if (event.target.form) adapt(event.target.form);
    const {type, files} = event.target;
    if (type === "file") event.target.closest("label").querySelector("[data-chosen]").textContent =
        files.length === 0 ? "Attach" : files.length === 1 ? files[0].name : `${files.length} files`;
  });

  // What somebody is writing into an open panel is not replaced by what arrives.
  document.body.addEventListener("htmx:oobBeforeSwap", event => {
    const target = event.detail.target;
    const writing = refreshing && (target.querySelector("details[open]") || target.matches("#beside:hover"));
    if (writing || isSame(target, event.detail.fragment.firstElementChild)) event.preventDefault();
  });
  const plain = part => {
    const copy = part.cloneNode(true);
    copy.querySelectorAll(".fresh").forEach(entry => entry.classList.remove("fresh"));
    copy.querySelectorAll("[name=seen]").forEach(field => field.remove());
    return copy.innerHTML;
  };
  const isSame = (old, now) => now !== null && plain(old) === plain(now);

  // A form knows what stood on the page when somebody began to write into it: what others do later is told before it is taken.
  const begun = form => [...form.querySelectorAll("textarea, input:not([type=hidden], [type=radio])")].some(field => field.value.trim());
  const behold = form => {
    if (form?.elements.seen && !begun(form)) form.elements.seen.value = page.querySelectorAll(".entries > li").length;
  };
  for (const type of ["focusin", "beforeinput"]) page.addEventListener(type, event => behold(event.target.closest("form")));
  page.addEventListener("submit", event => behold(event.target), true);
  // After a verb the focus stays at its button, after a word in the composer.
  let verb = null;
  let refreshing = false;
  let seen = null;
  document.body.addEventListener("htmx:beforeRequest", event => {
    refreshing = event.detail.requestConfig.verb === "get";
    if (refreshing) return;
    verb = event.target.closest("[data-verb]")?.dataset.verb ?? (event.target.closest(".composer") ? "composer" : null);
    seen = new Set([...page.querySelectorAll(".entries > li")].map(entry => entry.id));
  });
  document.body.addEventListener("htmx:afterRequest", event => {
    const form = event.detail.requestConfig.elt.closest("form[data-draft]");
    if (form && event.detail.successful) forget(form);
  });
  document.body.addEventListener("htmx:afterSettle", () => {
    watch(page);
    page.querySelectorAll("form.panel").forEach(adapt);
    if (!seen) return;
    const fresh = [...page.querySelectorAll(".entries > li")].filter(entry => !seen.has(entry.id));
    seen = null;
    fresh.forEach(entry => entry.classList.add("fresh"));
    if (document.activeElement === document.body && verb) {
      (verb === "composer" ? composer()?.elements.body : page.querySelector(`[data-verb=${verb}] summary`))?.focus();
    }
    fresh.at(-1)?.scrollIntoView({block: "nearest"});
  });
  page.querySelectorAll("form.panel").forEach(adapt);

  const last = page.querySelector(".entries > :last-child");
  if (!location.hash && last && last.getBoundingClientRect().bottom > innerHeight) last.scrollIntoView({block: "end"});
  page.querySelector(".beside [aria-current]")?.scrollIntoView({block: "nearest"});
}
