/* Which tasks are selected: it stays so, and how many are is told. */

const boxes = () => [...document.querySelectorAll(".select")];
const several = () => document.getElementById("selecting");
const isForBoard = ({ target }) => target?.id === "board";
const leadsElsewhere = (elt) => elt.matches("a:not(.cancel)");

const tellHowMany = () => {
  const count = boxes().filter(({ checked }) => checked).length;
  const text = document.querySelector(".selected-count");
  if (text) {
    text.dataset.text ??= text.textContent;
    text.textContent = `${text.dataset.text} (${count})`;
  }
};

document.addEventListener("htmx:afterSettle", ({ detail }) => isForBoard(detail) && tellHowMany());

/* All at once, and none, which the server does where no script runs. Who leaves off selecting has none selected; what was pressed
   for that may be gone then. */

const selectAll = (checked) => {
  boxes().forEach((box) => (box.checked = checked));
  tellHowMany();
};

const selectNone = () => {
  const first = boxes().find(({ checked }) => checked)?.closest(".task");
  selectAll(false);
  if (document.activeElement.closest("#selected")) {
    first?.querySelector(".title, #edit #title")?.focus();
  }
};

document.addEventListener("change", ({ target }) => {
  if (target.matches(".select")) {
    tellHowMany();
  } else if (target === several() && !target.checked) {
    selectNone();
  }
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("#select-all, #select-none");
  if (button) {
    event.preventDefault();
    button.id === "select-all" ? selectAll(true) : selectNone();
  }
});

/* A task that is opened stays selected: the form takes the place of all that was in its line. */

let opened;

document.addEventListener("htmx:beforeSwap", ({ detail: { shouldSwap, target } }) => {
  opened = shouldSwap && target.matches(".task") && target.querySelector(".selects");
});

document.addEventListener("htmx:afterSwap", ({ detail: { target } }) => {
  if (opened) {
    opened.hidden = true;
    target.append(opened);
    opened = undefined;
  }
});

/* What is selected stays so. What was done to it ends selecting; after all else, that goes on. */

let selected = [];
let goesOn = false;

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const { elt } = detail.requestConfig;
  const stays = isForBoard(detail) && detail.shouldSwap && !elt.matches("#selected") && !leadsElsewhere(elt);
  selected = stays ? [...document.querySelectorAll(".task:has(.select:checked)")].map((row) => row.id) : [];
  goesOn = stays && several()?.checked;
});

document.addEventListener("htmx:afterSwap", () => {
  selected.forEach((id) => {
    const box = document.getElementById(id)?.querySelector(".select");
    if (box) {
      box.checked = true;
    }
  });
  selected = [];
  if (goesOn && several()) {
    several().checked = true;
  }
  goesOn = false;
});
