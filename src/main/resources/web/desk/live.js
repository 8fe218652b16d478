// The live stream carries no data: it says that something within reach changed, and the page asks again, as itself.
// A nudge in a hidden tab waits until somebody looks.
let missed = false;

function nudge() {
  missed = document.hidden;
  if (!missed) document.body.dispatchEvent(new CustomEvent("nudge"));
}

function listen() {
  const stream = new EventSource("/desk/live");
  let dropped = false;
  stream.addEventListener("nudge", nudge);
  stream.addEventListener("error", () => dropped = true);
  stream.addEventListener("open", () => {
    if (dropped) nudge();
    dropped = false;
  });
  window.addEventListener("pagehide", () => stream.close());
}

document.addEventListener("visibilitychange", () => { if (missed) nudge(); });
if (document.body.hasAttribute("data-live")) listen();
