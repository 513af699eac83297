/* Tells the server the browser's time zone, and reloads the page if it shows times in another one. */

const shown = document.documentElement.dataset.zone;
const own = Intl.DateTimeFormat().resolvedOptions().timeZone;

/* Reloads only once: a browser that did not keep the cookie will not keep it the next time either. */
const isShownAgain = () => {
  try {
    const before = sessionStorage.getItem("zone");
    sessionStorage.setItem("zone", own);
    return before === own;
  } catch {
    return true;
  }
};

const forget = () => {
  try {
    sessionStorage.removeItem("zone");
  } catch {
    // Storage is disabled, so there is nothing to forget.
  }
};

/* No reload once the user has started to type; a form is sent with the time zone that it contains. */

let touched = false;
addEventListener("input", () => (touched = true), { capture: true });

/* A browser may restore what was typed or checked before. */
const isAsSent = (field) =>
  field.type === "checkbox" ? field.checked === field.defaultChecked : field.value === field.defaultValue;

const isAtRest = () =>
  !touched &&
  !document.querySelector("form[aria-busy]") &&
  [...document.querySelectorAll("input, textarea")].every(isAsSent);

if (own && own === shown) {
  forget();
} else if (own) {
  const answer = await fetch("/preferences/zone", {
    method: "POST",
    body: new URLSearchParams({ zone: own }),
    keepalive: true,
  });
  if (answer.ok && document.querySelector("time, [data-zoned]") && isAtRest() && !isShownAgain()) {
    location.reload();
  }
}
