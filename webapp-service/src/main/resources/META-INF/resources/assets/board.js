/* The page of tasks, quicker; everything works without it. */

const rows = () => [...document.querySelectorAll(".task")];
const announcer = () => document.getElementById("announcer");
const isForBoard = ({ target }) => target?.id === "board";

/* Results are read out, and the focus goes to where somebody would go on. */

let lastRow = -1;

document.addEventListener("focusin", ({ target }) => {
  const row = target.closest(".task");
  if (row) {
    lastRow = rows().indexOf(row);
  }
});

document.addEventListener("htmx:afterSettle", ({ detail }) => {
  if (!isForBoard(detail) && detail.elt?.id !== "board") {
    return;
  }
  const note = document.querySelector("[data-announce]");
  if (announcer()) {
    announcer().textContent = note ? note.querySelector("p").textContent : "";
  }
  showHowManyAreSelected();
  if (document.activeElement === document.body) {
    const row = rows()[Math.min(lastRow, rows().length - 1)];
    (row?.querySelector(".title") ?? document.getElementById("heading"))?.focus({ preventScroll: true });
  }
});

document.addEventListener("htmx:afterRequest", ({ detail }) => {
  if (isOfAdd(detail)) {
    line()?.focus();
  }
});

/* Only the answer to the last request is shown: one that was overtaken tells what is no longer so. */

let lastRequest;

document.addEventListener("htmx:beforeRequest", ({ defaultPrevented, detail }) => {
  if (isForBoard(detail) && !defaultPrevented) {
    lastRequest = detail.xhr;
  }
});

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (isForBoard(detail) && detail.xhr !== lastRequest) {
    detail.shouldSwap = false;
  }
});

/* Who types on while an answer is on its way loses nothing. */

const line = () => document.getElementById("new-task");
const isOfAdd = ({ elt }) => elt?.matches?.(".add");

let sent = "";
let typed = "";
let adding = false;

document.addEventListener("htmx:beforeRequest", (event) => {
  const { defaultPrevented, detail } = event;
  if (isOfAdd(detail) && !defaultPrevented) {
    sent = line().value;
    line().value = "";
    adding = true;
  } else if (adding && detail.elt === line()) {
    event.preventDefault();
  }
});

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  typed = isForBoard(detail) && detail.shouldSwap ? (line()?.value ?? "") : "";
});

document.addEventListener("htmx:afterSwap", () => {
  if (typed && line()) {
    line().value = [line().value, typed].filter(Boolean).join(" ");
  }
  typed = "";
});

document.addEventListener("htmx:afterSettle", ({ detail }) => {
  if (!isForBoard(detail)) {
    return;
  }
  adding = false;
  // Why a line was refused stands where what is understood of it would stand, until it is changed.
  if (line()?.value && !line().matches("[aria-invalid]")) {
    htmx.trigger(line(), "understand");
  }
});

document.addEventListener("htmx:afterRequest", ({ detail }) => {
  if (isOfAdd(detail) && detail.elt.isConnected && (detail.xhr.status === 0 || detail.xhr.status >= 400)) {
    adding = false;
    line().value = [sent, line().value].filter(Boolean).join(" ");
  }
});

/* What was refused and is then changed is not wrong until it is refused again. */
document.addEventListener("input", ({ target }) => {
  if (target === line()) {
    target.removeAttribute("aria-invalid");
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
