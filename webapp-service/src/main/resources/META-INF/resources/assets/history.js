/* Back and Forward load whole pages from the server, so that no tasks are stored in the browser. */

/* htmx stores the page's URL, which contains search terms, in the session storage; without it, it uses the location. */
const forget = () => {
  try {
    sessionStorage.removeItem("htmx-current-path-for-history");
  } catch {
    // Storage is disabled, so there is nothing to forget.
  }
};

forget();
document.addEventListener("htmx:pushedIntoHistory", forget);
document.addEventListener("htmx:replacedInHistory", forget);

/* A page from the back/forward cache is outdated and reloaded, unless that would discard typed text. */
const isTyped = () =>
  [...document.querySelectorAll("input[type=text], textarea")].some((field) => field.value !== field.defaultValue);

addEventListener("pageshow", ({ persisted }) => {
  if (persisted && !isTyped()) {
    location.reload();
  }
});

/* Back restores the scroll position. If more rows had been loaded, scrolling to the end loads them again. */
const places = new Map(Object.entries(history.state?.places ?? {}));

document.addEventListener("htmx:beforeHistorySave", ({ detail }) => places.set(detail.path, scrollY));

/* htmx reloads the page on popstate. Before that, it stores the current scroll position for the page to come, and
   overwrites the state of that history entry: so the positions are saved before, and put into the entry afterwards. */
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

/* After a full navigation, the browser itself restores the scroll position. */
addEventListener("pagehide", () => {
  if (!known) {
    history.scrollRestoration = "auto";
  }
});
