/* The page of tasks, quicker; everything works without it. */

const rows = () => [...document.querySelectorAll(".task")];
const announcer = () => document.getElementById("announcer");
const line = () => document.getElementById("new-task");
const isForBoard = ({ target }) => target?.id === "board";
const isOfAdd = (elt) => elt?.matches?.(".add");

/* What is done to tasks, or to the order of lists, leaves as many tasks on the page as there were. The line to go on with, which
   the address names where no script runs, is found here without it. */

const isOfTasks = (elt) => elt.id === "board" || elt.closest("#rows, #selected, .note, [data-movable]");
const leadsElsewhere = (elt) => elt.matches("a:not(.cancel)");

/* As before what is undone; the last may go behind what comes next. */
let before = 0;

const howMany = (elt) =>
  elt.closest(".note") ? Math.max(before, rows().length) : rows().length + (rows().at(-1) === elt.closest(".task") ? 1 : 0);

/* As the page began: tasks that came later say where their part begins. No tasks, no parts. */
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

/* The focus goes to where somebody would go on, and that is in sight. */

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

/* Results are read out; an alert is without our help. */

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

/* More tasks come behind the last: who asked for them goes on with the first of them. */

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

/* What was said can be put away. */

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
