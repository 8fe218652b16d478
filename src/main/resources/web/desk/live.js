import {on} from "./keys.js";

// The live stream carries no data: it says that something within reach changed, and the page asks again, as itself.
// A nudge in a hidden tab waits until somebody looks.
let missed = false;
let missedWarning = false;

let last = 0;
let soon = 0;

/** Many changes at once are one question: the first asks now, the rest together half a second later. */
function nudge() {
  missed = document.hidden;
  if (missed || soon) return;
  soon = setTimeout(() => {
    soon = 0;
    last = Date.now();
    document.body.dispatchEvent(new CustomEvent("nudge"));
  }, Date.now() - last > 1000 ? 0 : 500);
}

function warn() {
  missedWarning = document.hidden;
  if (!missedWarning) document.body.dispatchEvent(new CustomEvent("warning"));
}

// A browser opens six connections to a host and no more: of all tabs one listens and tells the others. When it goes, the next takes over.
const others = new BroadcastChannel("nudge");
others.addEventListener("message", message => hear(message.data));

/** @param hint what the stream says: "ticket ID KIND" or "queue KIND" */
function hear(hint) {
  if (hint.endsWith(" warning")) warn();
  nudge();
}

function tell(hint) {
  others.postMessage(hint);
  hear(hint);
}

function listen(again = false) {
  const stream = new EventSource("/desk/live");
  let dropped = again;
  stream.addEventListener("nudge", event => tell(event.data));
  stream.addEventListener("error", () => {
    dropped = true;
    // An answer that is no stream (a database or a network that is away) closes it for good: begin anew
    if (stream.readyState === EventSource.CLOSED) setTimeout(() => listen(true), 5000);
  });
  stream.addEventListener("open", () => {
    if (dropped) tell("queue change");
    dropped = false;
  });
  window.addEventListener("pagehide", () => stream.close());
}

document.addEventListener("visibilitychange", () => {
  if (missedWarning) warn();
  if (missed) nudge();
});
on("w", () => {
  const told = [...document.querySelectorAll(".warnings a")].find(each => each.checkVisibility({visibilityProperty: true}));
  if (told) told.focus();
  else location.href = "/desk/warnings";
});
document.addEventListener("click", event => { if (event.target.closest("[data-dismiss]")) document.querySelector(".warnings").replaceChildren(); });
if (document.body.hasAttribute("data-live")) {
  const opened = Date.now();
  if (navigator.locks) navigator.locks.request("live", () => {
    listen(Date.now() - opened > 1000);
    return new Promise(() => {});
  });
  else listen();
}
