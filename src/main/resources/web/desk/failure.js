// A request that failed says so, keeps what was typed, and says what to do.
const line = document.getElementById("failure");

function say(text, link) {
  line.replaceChildren(text, " ");
  if (link) line.append(Object.assign(document.createElement("a"), {href: location.href, textContent: link}));
  line.hidden = false;
}

document.addEventListener("htmx:sendError", () => say("No connection. What you typed is kept; try again in a moment."));
document.addEventListener("htmx:responseError", event => {
  const status = event.detail.xhr.status;
  if (status === 401 || status === 499) say("Your sign-in has ended. What you typed is kept.", "Sign in again");
  else if (status === 404) say("This is no longer within your reach.");
  else if (status === 403) say("You may read this ticket, but not do that.");
  else if (status === 503) say("The service is busy or starting again. What you typed is kept; try again in a moment.");
  else say(`This went wrong on our side (${status}). What you typed is kept.`, "Load again");
});
// htmx tells of the end of every answer, of a bad one too.
document.addEventListener("htmx:afterOnLoad", event => { if (event.detail.successful) line.hidden = true; });
