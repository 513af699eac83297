/* Order by drag; a finger rests on the task first, because it may as well scroll. */

const position = (row) => Number(row.dataset.position);

/* From a task that is the first or last of all, as the server has it; from one beside which others are that are not shown, less
   than there is between any two. */
const FAR = 65536;
const NEAR = 2 ** -20;

const place = (row) => {
  const isTask = (other) => other?.matches(".task");
  const [above, below] = [row.previousElementSibling, row.nextElementSibling];
  if (isTask(above) && isTask(below)) {
    return (position(above) + position(below)) / 2;
  }
  const isContinued = row.parentElement.dataset.movable === "continued";
  return isTask(below) ? position(below) - (isContinued ? NEAR : FAR) : position(above) + (below ? NEAR : FAR);
};

/* Where nothing came of it, the task is still in the page, and goes back to its place. */
const move = ({ item, from, oldIndex, newIndex }) => {
  if (oldIndex === newIndex) {
    return;
  }
  const after = from.children[oldIndex < newIndex ? oldIndex : oldIndex + 1];
  const putBack = () => item.isConnected && from.insertBefore(item, after);
  const values = Object.fromEntries(new FormData(item.querySelector(".line")));
  htmx
    .ajax("POST", `/tasks/${item.id.slice("task-".length)}/move`, {
      source: item,
      target: "#board",
      select: "#board > *",
      swap: "innerHTML",
      values: { ...values, position: place(item) },
    })
    .then(putBack, putBack);
};

document.addEventListener("htmx:load", () => {
  const list = document.querySelector("[data-movable]");
  if (list && !Sortable.get(list)) {
    Sortable.create(list, {
      draggable: ".task:not(:has(#edit))",
      filter: "label, input, textarea, select, .edit",
      preventOnFilter: false,
      delay: 250,
      delayOnTouchOnly: true,
      touchStartThreshold: 5,
      animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120,
      chosenClass: "lifted",
      ghostClass: "dragged",
      onEnd: move,
    });
  }
});

/* A long touch moves a task, it does not open the browser's menu. */

document.addEventListener("contextmenu", (event) => {
  if (document.querySelector(".lifted")) {
    event.preventDefault();
  }
});
