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
