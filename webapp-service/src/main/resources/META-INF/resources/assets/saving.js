/* Who goes on while an open task is saved, or anything else is on its way, loses nothing of what was typed into it. */

const openForm = () => document.querySelector("#edit form");
const fields = (form) => new URLSearchParams(new FormData(form ?? undefined)).toString();

/* What is typed meanwhile stays in the form: of what was done, only the note is shown. Other rows come when the task is closed. */

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

/* It goes on from what was saved. */
const goOnFrom = (form) => {
  const saved = document.querySelector(".note [data-version]")?.dataset.version;
  form.elements.version.value = saved ?? form.elements.version.value;
};

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const { requestConfig, shouldSwap, target, xhr } = detail;
  const form = openForm();
  if (!shouldSwap || !target.contains(form) || fields(form) === before) {
    return;
  }
  detail.shouldSwap = false;
  if (requestConfig.verb !== "get" && xhr.status < 400) {
    showNote(xhr);
    if (requestConfig.elt === form) {
      goOnFrom(form);
    }
  }
});

/* What is asked for while a task is being saved waits for the answer, which may be the form again with all that was typed. Where
   rows come instead, it goes before them, with the elements that asked. */

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
