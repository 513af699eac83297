/* Back and Forward show whole pages from the server, and nothing of anybody's tasks rests in the browser. */

/* htmx notes the page's address, which names what was searched for, in a storage of the tab; without it, it asks the tab itself. */
const forget = () => {
  try {
    sessionStorage.removeItem("htmx-current-path-for-history");
  } catch {
    // A browser that keeps no storage has nothing to forget.
  }
};

forget();
document.addEventListener("htmx:pushedIntoHistory", forget);
document.addEventListener("htmx:replacedInHistory", forget);

/* A page that the browser has kept whole shows tasks as they were; what was typed into it is worth more. */
const isTyped = () =>
  [...document.querySelectorAll("input[type=text], textarea")].some((field) => field.value !== field.defaultValue);

addEventListener("pageshow", ({ persisted }) => {
  if (persisted && !isTyped()) {
    location.reload();
  }
});

/* Back comes to where somebody was. Where more tasks had come by then, they come again: what is at the end is asked for. */
const places = new Map(Object.entries(history.state?.places ?? {}));

document.addEventListener("htmx:beforeHistorySave", ({ detail }) => places.set(detail.path, scrollY));

/* htmx answers by having the page come anew. First, it takes the place that is left for that of the page that comes, and
   forgets what the entry of that in the history knew: so the places are noted before, and told to the entry afterwards. */
let known;
addEventListener("popstate", () => (known = Object.fromEntries(places)), { capture: true });
const tell = () => {
  history.replaceState({ ...history.state, places: known }, "");
  history.scrollRestoration = "manual";
};

const isThere = (place) => {
  scrollTo(0, place);
  return Math.abs(scrollY - place) < 2 || !document.getElementById("more");
};

const comeTo = (place) => {
  const arrived = new AbortController();
  const goOn = () => isThere(place) && arrived.abort();
  document.addEventListener("htmx:afterSettle", goOn, arrived);
  for (const move of ["wheel", "pointerdown", "keydown"]) {
    addEventListener(move, () => arrived.abort(), arrived);
  }
  goOn();
};

addEventListener("load", () => {
  addEventListener("popstate", tell);
  const place = places.get(location.pathname + location.search);
  if (place) {
    comeTo(place);
  }
});

/* Who goes to another page by its own address comes back to where the browser says. */
addEventListener("pagehide", () => {
  if (!known) {
    history.scrollRestoration = "auto";
  }
});
