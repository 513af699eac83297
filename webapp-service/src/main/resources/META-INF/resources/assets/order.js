/* Order by drag; a finger rests on the task first, because it may as well scroll. */

const position = (row) => Number(row.dataset.position);

const place = (row) => {
  const isTask = (other) => other?.matches(".task");
  const [above, below] = [row.previousElementSibling, row.nextElementSibling];
  if (isTask(above) && isTask(below)) {
    return (position(above) + position(below)) / 2;
  }
  return isTask(below) ? position(below) - 65536 : position(above) + (below ? 1 : 65536);
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
