// The queue: moving by keys, filters that apply at once, rows that arrive without moving what is under the pointer.
import {on} from "./keys.js";

const frame = document.querySelector("[data-queue]");
if (frame) start();

function start() {
  let lastPointer = 0;
  let waiting = null;
  const rows = () => [...frame.querySelectorAll(".rows tbody tr[id]")];
  const at = () => frame.querySelector("tr.at");
  const pill = document.getElementById("arrivals");
  const filters = document.querySelector("form.filters");
  const strip = document.getElementById("selection");
  const outcome = document.getElementById("outcome");

  frame.addEventListener("pointermove", () => lastPointer = Date.now());


  function go(row) {
    if (!row) return;
    at()?.classList.remove("at");
    row.classList.add("at");
    row.querySelector(".subject a").focus({preventScroll: true});
    row.scrollIntoView({block: "nearest"});
  }
  const step = by => {
    const all = rows();
    const here = all.indexOf(at());
    go(all[Math.max(0, Math.min(all.length - 1, here + by))]);
  };
  on("j", () => step(1));
  on("k", () => step(-1));
  on("ArrowDown", () => step(1));
  on("ArrowUp", () => step(-1));
  on("o", () => at()?.querySelector(".subject a").click());
  on("a", () => (isAnySelected() ? strip.querySelector("[data-take-selected]") : at()?.querySelector(".take"))?.click());
  on("s", () => openForSelected("assignment"));
  on("h", () => openForSelected("hold"));
  on("x", () => at()?.querySelector("[name=ticket]")?.click());
  on("f", () => filters.elements.q.focus());
  on("p", () => at() && card.hidden ? peek(at()) : (card.hidden = true));
  on(".", settle);
  pill.addEventListener("click", settle);
  frame.addEventListener("focusin", event => {
    const row = event.target.closest("tbody tr");
    if (row && row !== at()) {
      at()?.classList.remove("at");
      row.classList.add("at");
    }
  });

  // Selection: Shift extends from the last one.
  let anchor = null;
  frame.addEventListener("click", event => {
    const box = event.target.closest("input[name=ticket]");
    if (!box) return;
    if (event.shiftKey && anchor?.isConnected) {
      const all = rows();
      const [from, to] = [all.indexOf(anchor.closest("tr")), all.indexOf(box.closest("tr"))].sort((a, b) => a - b);
      for (const row of all.slice(from, to + 1)) row.querySelector("[name=ticket]").checked = box.checked;
    }
    anchor = box;
    outcome.replaceChildren();
    selected();
  });
  frame.addEventListener("change", event => {
    if (!event.target.matches("[data-all]")) return;
    for (const box of frame.querySelectorAll("[name=ticket]")) box.checked = event.target.checked;
    outcome.replaceChildren();
    selected();
  });
  const isAnySelected = () => frame.querySelector("[name=ticket]:checked") !== null;
  function selected() {
    const count = frame.querySelectorAll("[name=ticket]:checked").length;
    strip.hidden = count === 0 && !outcome.querySelector("*");
    strip.classList.toggle("only-told", count === 0);
    strip.querySelector("output").textContent = `${count} selected`;
  }
  document.querySelector("[data-select-none]")?.addEventListener("click", () => {
    for (const box of frame.querySelectorAll(".rows :checked")) box.checked = false;
    outcome.replaceChildren();
    selected();
  });
  function openForSelected(verb) {
    const details = strip.querySelector(`[data-verb=${verb}]`);
    if (!isAnySelected() || !details) return false;
    details.open = true;
    details.querySelector("summary").focus();
  }

  // What was done needs no selection any more; what was refused keeps it.
  outcome.addEventListener("htmx:afterSwap", () => {
    // A row that was refused is told here too, where nothing needs to be selected
    if (!outcome.querySelector("[data-told]")) return selected();
    const refused = new Set([...outcome.querySelectorAll("[data-refused]")].map(line => line.dataset.refused));
    for (const box of frame.querySelectorAll("[name=ticket]:checked")) box.checked = refused.has(box.value);
    for (const details of strip.querySelectorAll("details[open]")) details.open = false;
    selected();
  });

  // A filter applies when its panel closes: several choices, one question.
  let changed = false;
  filters.addEventListener("change", event => {
    changed = true;
    if (!event.target.closest(".panel")) filters.requestSubmit();
  });
  filters.addEventListener("toggle", event => { if (!event.target.open && changed) filters.requestSubmit(); }, true);
  // An address without what is empty can be read and kept.
  filters.addEventListener("formdata", event => {
    for (const [name, value] of [...event.formData]) if (!value || (name === "sort" && value === "due")) event.formData.delete(name);
  });

  // New rows wait behind the pill, unless the list is at the top and nobody is at it.
  const refs = part => new Set([...part.querySelectorAll("tbody tr[id]")].map(row => row.id));
  const isPointedAt = () => document.getElementById("rows").matches(":hover") && Date.now() - lastPointer < 20_000;
  const idle = () => window.scrollY < 40 && !isPointedAt() && !frame.contains(document.activeElement)
      && !frame.querySelector(".rows :checked") && !document.querySelector(".filter[open]");

  let acted = null;
  let asked = 0;

  async function ask() {
    const question = ++asked;
    const answer = await fetch(frame.dataset.liveUrl, {headers: {"X-Requested-With": "JavaScript"}});
    const text = await answer.text();
    if (!answer.ok || question !== asked) return;
    const fresh = new DOMParser().parseFromString(text, "text/html");
    document.getElementById("counts").replaceWith(fresh.getElementById("counts"));
    const known = refs(frame);
    const arrived = [...refs(fresh)].filter(ref => !known.has(ref));
    waiting = fresh.getElementById("rows");
    if (idle() || known.size === 0) return settle(arrived);
    for (const row of waiting.querySelectorAll("tbody tr[id]")) {
      const old = document.getElementById(row.id);
      if (old && (row.id === acted || !old.matches(":hover, :focus-within"))) renew(old, row);
    }
    acted = null;
    pill.hidden = arrived.length === 0;
    pill.querySelector("span").textContent = `${arrived.length} new, press`;
  }

  function renew(old, row) {
    const now = row.cloneNode(true);
    const focused = old.contains(document.activeElement);
    now.classList.toggle("at", old.classList.contains("at"));
    now.querySelector("[name=ticket]").checked = old.querySelector("[name=ticket]").checked;
    if (old.isEqualNode(now)) return;
    old.replaceWith(now);
    window.htmx.process(now);
    if (focused) now.querySelector(".subject a").focus({preventScroll: true});
  }

  function settle(arrived) {
    if (!waiting) return false;
    const known = refs(frame);
    const chosen = new Set([...frame.querySelectorAll("[name=ticket]:checked")].map(box => box.value));
    const here = at()?.id;
    document.getElementById("rows").replaceWith(waiting);
    window.htmx.process(waiting);
    waiting = null;
    pill.hidden = true;
    for (const row of rows()) {
      if (!known.has(row.id)) row.classList.add("fresh");
      if (chosen.has(row.id)) row.querySelector("[name=ticket]").checked = true;
      if (row.id === here) row.classList.add("at");
    }
    if (!Array.isArray(arrived)) window.scrollTo({top: 0});
  }

  document.body.addEventListener("nudge", ask);
  frame.addEventListener("htmx:afterRequest", event => {
    const overtaken = event.detail.xhr.status === 412;
    if (!event.detail.successful && !overtaken || event.detail.requestConfig.verb === "get") return;
    acted = event.target.closest("tr")?.id;
    ask();
  });

  // The last entry, on hover or by p.
  let timer;
  const card = document.getElementById("peek");
  frame.addEventListener("pointerover", event => {
    const row = event.target.closest("tbody tr[id]");
    clearTimeout(timer);
    if (!row || event.pointerType !== "mouse" || !event.target.closest(".subject")) return card.hidden = true;
    timer = setTimeout(() => peek(row), 450);
  });
  frame.addEventListener("pointerleave", () => { clearTimeout(timer); card.hidden = true; });
  document.addEventListener("keydown", event => { if (event.key !== "p") card.hidden = true; });
  function peek(row) {
    if (!row.dataset.words) return;
    const by = Object.assign(document.createElement("strong"), {textContent: row.dataset.by});
    card.replaceChildren(by, Object.assign(document.createElement("p"), {textContent: row.dataset.words}));
    card.hidden = false;
    const place = row.getBoundingClientRect();
    const page = frame.getBoundingClientRect();
    const below = place.bottom + card.offsetHeight + 8 < innerHeight;
    card.style.insetInlineStart = `${row.querySelector(".subject").getBoundingClientRect().left - page.left}px`;
    card.style.insetBlockStart = `${(below ? place.bottom + 2 : place.top - card.offsetHeight - 2) - page.top}px`;
  }
}
