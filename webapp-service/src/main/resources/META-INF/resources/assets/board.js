/* Makes the page of tasks quicker; everything works without it. */

const rows = () => [...document.querySelectorAll(".task")];
const rowOf = (element) => element?.closest?.(".task");
const announcer = () => document.getElementById("announcer");

/* Results are read out, and the focus goes to where somebody would go on. */

let lastRow = -1;

document.addEventListener("focusin", ({ target }) => {
  const row = rowOf(target);
  if (row) {
    lastRow = rows().indexOf(row);
  }
});

document.addEventListener("htmx:afterSettle", ({ detail }) => {
  if (detail.target?.id !== "board" && detail.elt?.id !== "board") {
    return;
  }
  const note = document.querySelector("[data-announce]");
  if (announcer()) {
    announcer().textContent = note ? note.querySelector("p").textContent : "";
  }
  showHowManyAreSelected();
  if (document.activeElement === document.body) {
    const row = rows()[Math.min(lastRow, rows().length - 1)];
    (row ? title(row) : document.getElementById("heading"))?.focus({ preventScroll: true });
  }
});

document.addEventListener("htmx:afterRequest", ({ detail }) => {
  if (detail.elt?.matches?.(".add") && detail.successful) {
    document.getElementById("new-task")?.focus();
  }
});

/* A request that needs another sign-in says where that begins; what was typed is kept there. */

document.addEventListener("htmx:beforeSwap", (event) => {
  const next = event.detail.xhr.getResponseHeader("Sign-In");
  if (next?.startsWith("/resume/")) {
    event.detail.shouldSwap = false;
    location.assign(next);
  }
});

document.addEventListener("htmx:sendError", () => {
  const problem = document.getElementById("problem");
  if (problem) {
    problem.textContent = problem.dataset.offline;
  }
});

document.addEventListener("htmx:beforeRequest", () => document.getElementById("problem")?.replaceChildren());

/* Keys */

const title = (row) => row.querySelector(".title, #edit #title");

const press = (selector, row = rowOf(document.activeElement)) => row?.querySelector(selector)?.click();

const step = (by) => {
  const all = rows();
  const here = all.indexOf(rowOf(document.activeElement));
  const next = all[here < 0 ? 0 : Math.max(0, Math.min(all.length - 1, here + by))];
  if (next) {
    title(next)?.focus();
  }
};

const go = { t: "today", u: "upcoming", o: "overdue", a: "all" };

const keys = {
  j: () => step(1),
  k: () => step(-1),
  x: () => press(".check"),
  e: () => press(".title"),
  s: () => press(".select"),
  "#": () => press(".delete"),
  u: () => document.getElementById("undo")?.click(),
  n: () => document.getElementById("new-task")?.focus(),
  "/": () => document.getElementById("search")?.focus(),
  "?": () => document.getElementById("keys")?.togglePopover(),
};

let going = false;

const isTyping = ({ target }) => target.matches("input:not([type=checkbox]), textarea, select");

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && rowOf(event.target)?.querySelector(".cancel")) {
    event.preventDefault();
    rowOf(event.target).querySelector(".cancel").click();
    return;
  }
  if (event.ctrlKey || event.metaKey || isTyping(event)) {
    return;
  }
  if (event.altKey) {
    if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      event.preventDefault();
      press(event.key === "ArrowUp" ? "[id^=up-]" : "[id^=down-]");
    }
    return;
  }
  if (going) {
    going = false;
    document.querySelector(`[data-view="${go[event.key]}"]`)?.click();
    return;
  }
  if (event.key === "g") {
    going = true;
    return;
  }
  if (Object.hasOwn(keys, event.key)) {
    event.preventDefault();
    keys[event.key]();
  }
});

/* How many are selected */

const showHowManyAreSelected = () => {
  const count = document.querySelectorAll(".select:checked").length;
  const text = document.querySelector(".selected-count");
  if (text) {
    text.dataset.text ??= text.textContent;
    text.textContent = `${text.dataset.text} (${count})`;
  }
};

document.addEventListener("change", ({ target }) => {
  if (target.matches(".select")) {
    showHowManyAreSelected();
  }
});

/* Order by drag */

let dragged;

const isMovable = (row) => row?.parentElement.hasAttribute("data-movable");
const position = (row) => Number(row.dataset.position);

document.addEventListener("pointerdown", ({ target }) => {
  const row = rowOf(target);
  if (isMovable(row)) {
    row.draggable = !target.closest("input, textarea, select, .edit");
  }
});

document.addEventListener("dragstart", (event) => {
  dragged = rowOf(event.target);
  if (isMovable(dragged)) {
    event.dataTransfer.effectAllowed = "move";
    dragged.classList.add("dragged");
  }
});

document.addEventListener("dragover", (event) => {
  const row = rowOf(event.target);
  if (isMovable(dragged) && isMovable(row)) {
    event.preventDefault();
    mark(row);
  }
});

document.addEventListener("drop", (event) => {
  const row = rowOf(event.target);
  if (!isMovable(dragged) || !isMovable(row) || row === dragged) {
    return;
  }
  event.preventDefault();
  const before = rows()[rows().indexOf(row) - 1];
  const place = before ? (position(before) + position(row)) / 2 : position(row) - 65536;
  const values = Object.fromEntries(new FormData(dragged.querySelector(".line")));
  htmx.ajax("POST", `/tasks/${dragged.id.slice("task-".length)}/move`, {
    target: "#board",
    swap: "outerHTML",
    values: { ...values, position: place },
  });
});

document.addEventListener("dragend", () => {
  mark(undefined);
  dragged?.classList.remove("dragged");
  dragged = undefined;
});

const mark = (row) => {
  document.querySelector(".task.before")?.classList.remove("before");
  row?.classList.add("before");
};
