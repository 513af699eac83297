/* Keeps what users type while a response is pending. */

const isForBoard = ({ target }) => target?.id === "board";

/* The field for a new task is free for the next one as soon as the form is sent. */

const line = () => document.getElementById("new-task");
const isOfAdd = ({ elt }) => elt?.matches?.(".add");

const join = (...texts) => texts.filter(Boolean).join(" ");

/* The text typed before the field was replaced or removed; it is put into the next one. */
let typed = "";

/* The id of the form whose text was put back: that text is sent again with the same id, so that it is not added twice
   if the first request did arrive. */
let sentBefore;

const nameForm = () => {
  if (sentBefore) {
    line().form.elements.form.value = sentBefore;
  }
};

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (isForBoard(detail) && detail.shouldSwap && line()) {
    typed = line().value;
  }
});

document.addEventListener("htmx:afterSwap", () => {
  if (typed && line()) {
    line().value = join(line().value, typed);
    typed = "";
    nameForm();
  }
});

/* Previews the typed text; for rejected text, the reason stays in the preview's place until the text is changed. */
const understand = () => {
  if (line()?.value && !line().matches("[aria-invalid]")) {
    htmx.trigger(line(), "understand");
  }
};

document.addEventListener("htmx:afterSettle", ({ detail }) => {
  if (isForBoard(detail)) {
    understand();
  }
});

let adding;

document.addEventListener("htmx:beforeRequest", (event) => {
  if (adding && event.detail.elt === line()) {
    event.preventDefault();
  }
});

/* Text that was not added is put back, unless the response shown contains it. A proxy may respond with 200 as well. */

const isOurs = (xhr) => xhr.status < 400 && xhr.getResponseHeader("Answered-By");

const shown = new WeakSet();

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (isForBoard(detail) && detail.shouldSwap) {
    shown.add(detail.xhr);
  }
});

const putBack = (text, { form }) => {
  sentBefore = form.value;
  if (line()) {
    line().value = join(text, line().value);
    nameForm();
  } else {
    typed = join(text, typed);
  }
};

document.addEventListener("htmx:beforeSend", ({ detail }) => {
  if (!isOfAdd(detail)) {
    return;
  }
  const { elt, xhr } = detail;
  const sent = line().value;
  line().value = "";
  sentBefore = undefined;
  adding = xhr;
  xhr.addEventListener("loadend", () => {
    adding = adding === xhr ? undefined : adding;
    if (isOurs(xhr)) {
      understand();
    } else if (!shown.has(xhr)) {
      putBack(sent, elt.elements);
    }
  });
});

/* Rejected text is no longer invalid once it is changed. */
document.addEventListener("input", ({ target }) => {
  if (target === line()) {
    target.removeAttribute("aria-invalid");
  }
});

/* Of the other fields, those that were changed and the focused one keep their values; those of an open task are up to
   saving.js. */

const FIELDS = "#board :is(input:not([type=hidden], [type=checkbox], [type=radio]), #selected select, .settings select)[id]:not(#new-task, .task *)";

const asItCame = (field) =>
  field.matches("select")
    ? (field.querySelector("option[selected]") ?? field.options[0]).value
    : field.defaultValue;

const isChanged = (field) => field.value !== asItCame(field);

const isUsed = (field, { elt, parameters, verb }) =>
  verb !== "get" && field.form === elt && field.value === parameters[field.name];

const leadsElsewhere = (elt) => elt.matches("a:not(.cancel)");

/* The list of views that a button opens stays open, unless the user has chosen one of them. */
const openViews = () => document.querySelector("#views:popover-open");

let kept = [];
let focused;
let viewsStay;

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const { requestConfig, shouldSwap, xhr } = detail;
  const stays = isForBoard(detail) && shouldSwap && !leadsElsewhere(requestConfig.elt);
  focused = document.activeElement;
  kept = stays
    ? [...document.querySelectorAll(FIELDS)].filter(
        (field) => (field === focused || isChanged(field)) && !isUsed(field, requestConfig))
    : [];
  viewsStay = stays && openViews() && (xhr.status >= 400 || !requestConfig.elt.matches("#views :is(a, form)"));
});

/* If the option no longer exists, the new field's own value stays. */
const put = (field, value) => {
  const came = field.value;
  field.value = value;
  if (field.value !== value) {
    field.value = came;
  }
};

const isSame = (field, old) => field?.form?.getAttribute("action") === old.form.getAttribute("action");

const goOnIn = (field, { selectionStart, selectionEnd }) => {
  field.focus({ preventScroll: true });
  if (selectionStart !== null && selectionStart !== undefined) {
    field.setSelectionRange(selectionStart, selectionEnd);
  }
};

/* Keeps all enclosing details elements open or closed, as they were. */
const open = (field, old) => {
  const details = field.closest("details");
  if (details) {
    details.open = old.closest("details").open;
    open(details.parentElement, old.closest("details").parentElement);
  }
};

document.addEventListener("htmx:afterSwap", () => {
  if (viewsStay) {
    document.getElementById("views").showPopover();
    viewsStay = false;
  }
  for (const old of kept) {
    const field = document.getElementById(old.id);
    if (isSame(field, old)) {
      put(field, old.value);
      open(field, old);
      if (old === focused) {
        goOnIn(field, old);
      }
    }
  }
});

/* If a search was changed while its response was pending, it is sent again. */
document.addEventListener("htmx:afterSettle", ({ detail }) => {
  if (!isForBoard(detail)) {
    return;
  }
  const isSearching = kept.some(({ id }) => id === "search");
  const search = document.getElementById("search");
  kept = [];
  if (isSearching && search && search.value.trim() !== search.defaultValue.trim()) {
    search.form.requestSubmit();
  }
});
