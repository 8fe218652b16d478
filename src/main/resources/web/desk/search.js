// The hits, and what somebody was warned of: moved through by keys; Enter follows the one that has the focus.
import {on} from "./keys.js";

const hits = [...document.querySelectorAll(".hits .what > a, .warned-list a")];

function step(by) {
  const here = hits.indexOf(document.activeElement);
  hits[Math.max(0, Math.min(hits.length - 1, here + by))]?.focus();
}

if (hits.length > 0) {
  for (const key of ["j", "ArrowDown"]) on(key, () => step(1));
  for (const key of ["k", "ArrowUp"]) on(key, () => step(-1));
}
