/* Tells the server which time zone this browser is in, and shows the page again where that changes what it says. */

const shown = document.documentElement.dataset.zone;
const own = Intl.DateTimeFormat().resolvedOptions().timeZone;

/* A page is shown again once: what a browser does not keep when it is told, it does not keep the next time, either. */
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
    // A browser that keeps no storage has nothing to forget.
  }
};

/* Who was quicker than the answer keeps what was typed: what is sent goes by the zone that stands in its form. */

let touched = false;
addEventListener("input", () => (touched = true), { capture: true });

const isAtRest = () =>
  !touched &&
  !document.querySelector("form[aria-busy]") &&
  [...document.querySelectorAll("input, textarea")].every((field) => field.value === field.defaultValue);

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
