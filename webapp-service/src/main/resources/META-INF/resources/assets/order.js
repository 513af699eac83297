/* Order of tasks and of lists by drag; a finger rests on one first, because it may as well scroll. */

const position = (row) => Number(row.dataset.position);

/* From the first or last of all, as the server has it; from one beside which others are that are not shown, less than there is
   between any two. */
const FAR = 65536;
const NEAR = 2 ** -20;

const place = (row) => {
  const isPlaced = (other) => other?.matches("[data-position]");
  const [above, below] = [row.previousElementSibling, row.nextElementSibling];
  if (isPlaced(above) && isPlaced(below)) {
    return (position(above) + position(below)) / 2;
  }
  const isContinued = row.parentElement.dataset.movable === "continued";
  return isPlaced(below) ? position(below) - (isContinued ? NEAR : FAR) : position(above) + (below ? NEAR : FAR);
};

/* Where nothing came of it, it is still in the page, and goes back to its place. */
const move = ({ item, from, oldIndex, newIndex }) => {
  if (oldIndex === newIndex) {
    return;
  }
  const after = from.children[oldIndex < newIndex ? oldIndex : oldIndex + 1];
  const putBack = () => item.isConnected && from.insertBefore(item, after);
  const [, kind, id] = item.id.match(/^(task|list)-(.*)/);
  const { version } = item.dataset;
  const { here } = from.dataset;
  htmx
    .ajax("POST", `/${kind}s/${id}/move`, {
      source: item,
      target: "#board",
      select: "#board > *",
      swap: "innerHTML",
      values: { version, here, position: place(item) },
    })
    .then(putBack, putBack);
};

document.addEventListener("htmx:load", () => {
  for (const list of document.querySelectorAll("[data-movable]")) {
    Sortable.get(list) ??
      Sortable.create(list, {
        draggable: "[data-position]:not(:has(#edit))",
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

/* A long touch moves it, it does not open the browser's menu. */

document.addEventListener("contextmenu", (event) => {
  if (document.querySelector(".lifted")) {
    event.preventDefault();
  }
});
