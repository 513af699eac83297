/* Tells the server which time zone this browser is in, and shows the page again where that changes what it says. */

const shown = document.documentElement.dataset.zone;
const own = Intl.DateTimeFormat().resolvedOptions().timeZone;

const isNew = () => {
  try {
    const told = sessionStorage.getItem("zone");
    sessionStorage.setItem("zone", own);
    return told !== own;
  } catch {
    /* Without a memory of its own the page might be shown again and again. */
    return false;
  }
};

if (own && own !== shown && isNew()) {
  const answer = await fetch("/preferences/zone", {
    method: "POST",
    body: new URLSearchParams({ zone: own }),
    keepalive: true,
  });
  if (answer.ok && document.querySelector("time")) {
    location.reload();
  }
}
