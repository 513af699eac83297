/* Opens one task at a time, and asks before typed text would be lost. */

const openForm = () => document.querySelector("#edit form");
const fields = (form) => new URLSearchParams(new FormData(form)).toString();
const saved = new WeakMap();
const NOT_AT_ALL = "";
const isUnsaved = (form) => Boolean(form) && saved.get(form) !== fields(form);

let closedRow;

/* The box of an open task is hidden, but can still be checked and unchecked, with all the others. */
const closeOpenTask = () => {
  const row = openForm().closest(".task");
  const box = row.querySelector(".select");
  if (box) {
    closedRow.querySelector(".select").checked = box.checked;
  }
  row.replaceWith(closedRow);
  htmx.process(closedRow);
};

/* Tasks were changed while this one was open, so the row that its form replaced is outdated: all rows are reloaded before
   the next task opens. */
const isOvertaken = (form) =>
  form.matches("[data-overtaken]") || form.elements.version.value !== closedRow.querySelector("[name=version]").value;

const closeOvertakenTask = (form, next) => {
  saved.set(form, fields(form)); // the user has already been asked
  const cancel = form.querySelector(".cancel");
  const waiting = new AbortController();
  const { signal } = waiting;
  document.addEventListener("htmx:afterSettle", ({ detail }) => {
    if (detail.target.id === "board") {
      waiting.abort();
      document.getElementById(next)?.click();
    }
  }, { signal });
  cancel.addEventListener("htmx:afterRequest", () => {
    if (cancel.isConnected) { // the rows were not replaced
      waiting.abort();
    }
  }, { signal });
  cancel.click();
};

const rememberSaved = () => {
  const form = openForm();
  if (form && !saved.has(form) && !form.matches("[data-refused]")) {
    saved.set(form, fields(form));
  }
};

document.addEventListener("htmx:load", rememberSaved);

/* Of several titles clicked, the last opens. Pending rows would replace an open task, so it opens after they arrive. */

let rowsUnderWay;
let opening;
let wanted;

const isOpening = ({ elt, target }) => target.matches(".task") && elt.matches(".title");

document.addEventListener("htmx:beforeSend", ({ detail }) => {
  const { elt, target, xhr } = detail;
  if (target.id === "board") {
    rowsUnderWay = xhr;
    xhr.addEventListener("loadend", () => {
      if (rowsUnderWay === xhr) {
        const next = document.getElementById(wanted);
        rowsUnderWay = wanted = undefined;
        next?.click();
      }
    });
  } else if (isOpening(detail)) {
    opening = xhr;
    wanted = elt.id;
    xhr.addEventListener("loadend", () => {
      if (opening === xhr && !rowsUnderWay) {
        wanted = undefined;
      }
    });
  }
});

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const { requestConfig, target, xhr } = detail;
  if (isOpening(requestConfig) && (rowsUnderWay || xhr !== opening)) {
    detail.shouldSwap = false;
  } else if (target.matches(".task") && !target.querySelector("#edit")) {
    closedRow = target.cloneNode(true);
  }
});

document.addEventListener("htmx:beforeRequest", (event) => {
  const { detail } = event;
  const { elt, target } = detail;
  if (rowsUnderWay && isOpening(detail)) {
    event.preventDefault();
    wanted = elt.id;
    return;
  }
  const form = openForm();
  if (!form || !target.matches("#board, .task")) {
    return;
  }
  if (isUnsaved(form) && !confirm(form.dataset.unsaved)) {
    event.preventDefault();
  } else if (target.matches(".task") && isOvertaken(form)) {
    event.preventDefault();
    closeOvertakenTask(form, elt.id);
  } else if (target.matches(".task")) {
    closeOpenTask();
  }
});

document.addEventListener("submit", ({ target }) => saved.set(target, fields(target)), true);
document.addEventListener("stopped", ({ target }) => saved.set(target, NOT_AT_ALL));

document.addEventListener("click", ({ target }) => {
  const form = target.closest("[data-discards]")?.closest("form");
  if (form) {
    saved.set(form, fields(form));
  }
}, true);

/* On a task's own page, the response replaces the page and what is typed meanwhile would be lost, so the form is inert until the
   response is there or fails. On the board, saving.js keeps what is typed. */

let focused;

const hold = (edit) => {
  focused = document.activeElement;
  edit.inert = true;
};

const release = () => {
  const edit = document.querySelector("#edit[inert]");
  if (edit) {
    edit.inert = false;
    focused.focus();
  }
};

document.addEventListener("submit", ({ defaultPrevented, target }) => {
  // Without the Navigation API, nothing tells that the user stopped the next page, and the form would stay inert.
  if (!defaultPrevented && globalThis.navigation && target.closest("#edit")) {
    hold(target.closest("#edit"));
  }
});
document.addEventListener("stopped", release);
addEventListener("pageshow", release);
addEventListener("beforeunload", (event) => setTimeout(() => event.defaultPrevented && release()));

/* A form that is still on the page was not saved, whatever the response, unless it is stored for a sign-in. */
document.addEventListener("htmx:afterRequest", ({ detail: { elt, xhr } }) => {
  if (elt.isConnected && elt.matches("#edit form") && !xhr.getResponseHeader("Sign-In")) {
    saved.set(elt, NOT_AT_ALL);
  }
});

addEventListener("beforeunload", (event) => {
  if (isUnsaved(openForm())) {
    event.preventDefault();
  }
});

/* Leaves opening a task in a new tab or window to the browser. */
document.addEventListener("click", (event) => {
  if ((event.ctrlKey || event.metaKey || event.shiftKey) && event.target.closest("a.title")) {
    event.stopPropagation();
  }
}, true);
