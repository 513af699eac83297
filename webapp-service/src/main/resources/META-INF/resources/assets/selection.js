/* Selects several tasks, and shows how many are selected. */

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

/* On a phone, the boxes are shown while several tasks are being selected. That begins with the first one, and does not end with
   the last one, whose box has the focus. */
const goOnSelecting = () => {
  if (boxes().some(({ checked }) => checked)) {
    several().checked = true;
  }
};

/* Selects all tasks or none; without scripts, the server does this. Clearing the selection hides its panel: if the focus was in
   it, it moves to the first task that was selected. */

const selectAll = (checked) => {
  boxes().forEach((box) => (box.checked = checked));
  goOnSelecting();
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
    goOnSelecting();
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

/* Keeps a task selected when it opens, although its form replaces the row with the box. */

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

/* Keeps the selection when other actions replace the board; a bulk change ends it. */

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
