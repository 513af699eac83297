/* Drag and drop for the order of tasks and of lists; on touch screens after a long press, because a swipe scrolls. */

const position = (row) => Number(row.dataset.position);

/* The distance to the first or last item of all, as on the server, and to one whose neighbor is not on the page, which
   is less than between any two items. */
const FAR = 65536;
const NEAR = 2 ** -21;

const place = (row) => {
  const isPlaced = (other) => other?.matches("[data-position]");
  const [above, below] = [row.previousElementSibling, row.nextElementSibling];
  if (isPlaced(above) && isPlaced(below)) {
    return (position(above) + position(below)) / 2;
  }
  const isContinued = row.parentElement.dataset.movable === "continued";
  return isPlaced(below) ? position(below) - (isContinued ? NEAR : FAR) : position(above) + (below ? NEAR : FAR);
};

/* If the move failed, the item is still on the page and goes back to its place. */
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

/* A long press starts a drag, so it must not open the browser's context menu. */

document.addEventListener("contextmenu", (event) => {
  if (document.querySelector(".lifted")) {
    event.preventDefault();
  }
});
