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
addEventListener(
  "popstate",
  ({ state }) => {
    known = state?.htmx && Object.fromEntries(places);
  },
  { capture: true },
);
const tell = () => {
  if (known) {
    history.replaceState({ ...history.state, places: known }, "");
    history.scrollRestoration = "manual";
  }
};

const isThere = (place) => {
  scrollTo(0, place);
  return Math.abs(scrollY - place) < 2 || !document.getElementById("more");
};

const comeTo = (place) => {
  const arrival = new AbortController();
  const { signal } = arrival;
  const goOn = () => isThere(place) && arrival.abort();
  document.addEventListener("htmx:afterSettle", goOn, { signal });
  for (const move of ["wheel", "pointerdown", "keydown"]) {
    addEventListener(move, () => arrival.abort(), { signal });
  }
  goOn();
};

addEventListener("load", () => {
  addEventListener("popstate", tell);
  const here = location.pathname + location.search;
  const place = places.get(here);
  if (place) {
    places.delete(here);
    history.replaceState({ ...history.state, places: Object.fromEntries(places) }, "");
    comeTo(place);
  }
});

/* Who goes to another page by its own address comes back to where the browser says. */
addEventListener("pagehide", () => {
  if (!known) {
    history.scrollRestoration = "auto";
  }
});
