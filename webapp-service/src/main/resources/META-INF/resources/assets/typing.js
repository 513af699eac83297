/* Who types on while an answer is on its way loses nothing. */

const isForBoard = ({ target }) => target?.id === "board";

/* The line of a new task is free for the next as soon as it is sent. */

const line = () => document.getElementById("new-task");
const isOfAdd = ({ elt }) => elt?.matches?.(".add");

const join = (...texts) => texts.filter(Boolean).join(" ");

/* What is typed waits for the next line, where an answer brings another one, or none. */
let typed = "";

/* What may have arrived is not added twice: its text is sent with what names the form, into whichever line it comes back. */
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

/* Why a line was refused stands where what is understood of it would stand, until it is changed. */
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

/* A line that was not added comes back, unless the answer that is shown has it. Something in between may say 200, too. */

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

/* What was refused and is then changed is not wrong until it is refused again. */
document.addEventListener("input", ({ target }) => {
  if (target === line()) {
    target.removeAttribute("aria-invalid");
  }
});

/* Of the other fields, those that were changed since they came, and the one that somebody is in, go on as they are. Of an open
   task, saving.js knows. */

const FIELDS = "#board :is(input:not([type=hidden], [type=checkbox], [type=radio]), #selected select, .settings select)[id]:not(#new-task, .task *)";

const asItCame = (field) =>
  field.matches("select")
    ? (field.querySelector("option[selected]") ?? field.options[0]).value
    : field.defaultValue;

const isChanged = (field) => field.value !== asItCame(field);

const isUsed = (field, { elt, parameters, verb }) =>
  verb !== "get" && field.form === elt && field.value === parameters[field.name];

const leadsElsewhere = (elt) => elt.matches("a:not(.cancel)");

/* So do the views that a button has opened, unless one of them was gone to. */
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

/* What can no longer be chosen is left as it came. */
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

/* Whatever is around it, one in another, is as far open as it was. */
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

/* What was typed of a search while its answer was on the way is searched for next. */
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
