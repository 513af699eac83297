/* Keeps what users type into an open task while it is being saved, or while any other request is pending. */

const openForm = () => document.querySelector("#edit form");
const fields = (form) => new URLSearchParams(new FormData(form ?? undefined)).toString();

/* If something was typed in the meantime, the form stays and only the response's notice is shown. The rows come when
   the task is closed. */

let before;

document.addEventListener("htmx:beforeSend", ({ detail: { target } }) => {
  if (target.id === "board") {
    before = fields(openForm());
  }
});

const showNote = ({ responseText }) => {
  const note = new DOMParser().parseFromString(responseText, "text/html").querySelector(".note");
  document.querySelector(".note")?.remove();
  if (note) {
    document.querySelector(".heading").after(note);
    htmx.process(note);
    document.getElementById("announcer").textContent = note.querySelector("p").textContent;
  }
};

/* The next action is based on the version that was saved, unless that has changes made elsewhere, which the form does not
   show: then it stays based on the old one, so that the server merges or asks again. */
const goOnFrom = (form) => {
  const saved = document.querySelector(".note [data-version]")?.dataset.version;
  if (saved) {
    form.closest("#edit").querySelectorAll("[name=version]").forEach((field) => (field.value = saved));
  }
};

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const { requestConfig, shouldSwap, target, xhr } = detail;
  const form = openForm();
  if (!shouldSwap || !target.contains(form) || fields(form) === before) {
    return;
  }
  detail.shouldSwap = false;
  if (requestConfig.verb !== "get" && xhr.status < 400) {
    form.dataset.overtaken = "";
    showNote(xhr);
    if (requestConfig.elt === form) {
      goOnFrom(form);
    }
  }
});

/* Requests made while a task is being saved wait for the response, which may be the form again with everything typed.
   If rows come instead, the requests are sent before the swap, which removes the requesting elements. */

let saving;
const waiting = new Map();

document.addEventListener("htmx:confirm", (event) => {
  const { elt, issueRequest, target, triggeringEvent } = event.detail;
  if (saving && target.id === "board") {
    event.preventDefault();
    const button = triggeringEvent?.submitter;
    elt.dataset.waiting = "";
    waiting.set(elt, () => (button ? button.click() : issueRequest()));
  }
});

const goOn = (xhr) => {
  if (saving === xhr) {
    saving = undefined;
    const all = [...waiting];
    waiting.clear();
    all.forEach(([elt, again]) => {
      delete elt.dataset.waiting;
      again();
    });
  }
};

document.addEventListener("htmx:beforeSend", ({ detail: { elt, target, xhr } }) => {
  if (target.id === "board" && elt.matches("#edit form")) {
    saving = xhr;
    xhr.addEventListener("loadend", () => goOn(xhr));
  }
});

document.addEventListener("htmx:beforeSwap", ({ detail: { shouldSwap, target, xhr } }) => {
  if (target.id === "board" && shouldSwap) {
    goOn(xhr);
  }
});
