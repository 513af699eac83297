/* Makes the page of tasks faster to use; everything works without it. */

const rows = () => [...document.querySelectorAll(".task")];
const announcer = () => document.getElementById("announcer");
const line = () => document.getElementById("new-task");
const isForBoard = ({ target }) => target?.id === "board";
const isOfAdd = (elt) => elt?.matches?.(".add");

/* Actions on tasks, or on the order of lists, keep the number of rows loaded. The URL's fragment, which names the row
   to continue at if there is no script, is removed, because the script finds it itself. */

const isOfTasks = (elt) => elt.id === "board" || elt.closest("#rows, #selected, .note, [data-movable]");
const leadsElsewhere = (elt) => elt.matches("a:not(.cancel)");

/* Undoing shows as many rows as before the action. An action on the last row loads one more, because that task may move
   past the next one. */
let before = 0;

const howMany = (elt) =>
  elt.closest(".note") ? Math.max(before, rows().length) : rows().length + (rows().at(-1) === elt.closest(".task") ? 1 : 0);

/* The filter of the page's first part: rows loaded later have the cursor of theirs. Without rows, there is only one. */
const here = (elt, own) => {
  const filter = new URLSearchParams(document.querySelector("#selected [name=here]")?.value ?? own);
  filter.set("rows", howMany(elt));
  return filter.toString();
};

let undone;

document.addEventListener("htmx:configRequest", ({ detail }) => {
  const { elt, parameters } = detail;
  const [address, line] = detail.path.split("#");
  detail.path = address;
  if (!isForBoard(detail)) {
    return;
  }
  if (elt.closest(".note")) {
    undone = line;
  } else {
    undone = undefined;
    before = rows().length;
  }
  if (!isOfTasks(elt) || leadsElsewhere(elt)) {
    return;
  }
  if (detail.verb === "get") {
    detail.path = `/tasks?${here(elt, address.split("?")[1])}`;
  } else {
    parameters.here = here(elt, parameters.here);
  }
});

/* Focuses the element at which the user would continue, and scrolls it into view. */

let last;
let next = [];

const remember = (element) => {
  last = element.closest(".task") ?? last;
};

document.addEventListener("focusin", ({ target }) => remember(target));

document.addEventListener("htmx:beforeRequest", ({ detail }) => {
  remember(detail.elt);
  if (isForBoard(detail)) {
    const all = rows();
    const index = all.indexOf(last);
    next = index < 0 ? [] : [...all.slice(index), ...all.slice(0, index).reverse()].map((row) => row.id);
  }
});

const titleOf = (row) => row?.querySelector(".title");
const rowOf = (ids) => ids.map((id) => document.getElementById(id)).find(Boolean);

const isInAnotherField = () =>
  document.activeElement !== line() && document.activeElement.matches("input, select, textarea");

const whereToGoOn = (elt) => {
  const heading = document.getElementById("heading");
  if (leadsElsewhere(elt)) {
    return heading;
  }
  if (isOfAdd(elt) && !isInAnotherField()) {
    return line() ?? heading;
  }
  if (document.activeElement !== document.body) {
    return document.activeElement;
  }
  return (isOfTasks(elt) && titleOf(rowOf([undone, ...next]))) || heading;
};

const goOnAt = (element) => {
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "nearest" });
};

/* Announces the result to screen readers, except for alerts, which they announce by themselves. */

const readOut = () => {
  const result = document.querySelector("[data-announce] p") ?? document.getElementById("found");
  announcer().textContent = document.querySelector("#understood [role=alert]") ? "" : result.textContent;
};

document.addEventListener("htmx:afterSettle", ({ detail }) => {
  if (isForBoard(detail)) {
    readOut();
    goOnAt(whereToGoOn(detail.requestConfig.elt));
  }
});

/* When more rows are loaded at the user's request, the first of them gets the focus. */

let more;

document.addEventListener("htmx:beforeSwap", ({ detail: { shouldSwap, target } }) => {
  if (target.id === "more" && shouldSwap) {
    more = { from: rows().length, asked: target.contains(document.activeElement) };
  }
});

document.addEventListener("htmx:afterSettle", () => {
  if (!more) {
    return;
  }
  const { from, asked } = more;
  more = undefined;
  if (asked) {
    announcer().textContent = document.getElementById("found").textContent;
    goOnAt(titleOf(rows()[Math.min(from, rows().length - 1)]));
  }
});

/* Lets users close the notice. */

document.addEventListener("click", (event) => {
  const close = event.target.closest(".note .close");
  if (close) {
    event.preventDefault();
    event.stopPropagation();
    close.closest(".note").remove();
    goOnAt(titleOf(last?.isConnected ? last : rows()[0]) ?? document.getElementById("heading"));
  }
}, true);

document.addEventListener("htmx:afterRequest", ({ detail }) => {
  if (isOfAdd(detail.elt) && !isInAnotherField()) {
    line()?.focus();
  }
});
