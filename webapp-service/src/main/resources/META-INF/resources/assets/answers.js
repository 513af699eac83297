/* Which answer is shown where several are on their way, and what becomes of the others. */

const isForBoard = ({ target }) => target?.id === "board";
const isChange = ({ requestConfig }) => requestConfig.verb !== "get";

const underWay = new Set();
let last;

/* Only the answer to the last request is shown: one that was overtaken tells what is no longer so. What was changed may be missing
   in that which is shown, though, unless it tells of a later change. */

let missed;

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (!isForBoard(detail)) {
    return;
  }
  if (detail.xhr !== last) {
    detail.shouldSwap = false;
    missed = isChange(detail) ? detail.xhr : missed;
  } else if (isChange(detail) && detail.shouldSwap) {
    missed = undefined;
  }
});

/* So the tasks are read anew when nothing is on its way any more, with what there is to say of it. An open task stays: they come
   when it is closed. */

const NEWS = ["undo", "notice"];

const readAnew = () => {
  if (!missed || underWay.size > 0 || document.querySelector("#edit")) {
    return;
  }
  const news = [...new URL(missed.responseURL).searchParams].filter(([name]) => NEWS.includes(name));
  const here = new URLSearchParams(location.search);
  NEWS.forEach((name) => here.delete(name));
  missed = undefined;
  htmx
    .ajax("GET", `/tasks?${here}`, { source: "#board", values: Object.fromEntries(news) })
    .catch(() => {}); // requests.js says it
};

document.addEventListener("htmx:beforeSend", ({ detail }) => {
  const { xhr } = detail;
  if (isForBoard(detail)) {
    last = xhr;
    underWay.add(xhr);
    xhr.addEventListener("loadend", () => {
      underWay.delete(xhr);
      readAnew();
    });
  }
});

/* Who asked may be gone by then, and with it what the board says of how an answer is shown in it. */

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (isForBoard(detail) && !detail.requestConfig.elt.isConnected) {
    detail.selectOverride = "#board > *";
    detail.swapOverride = "innerHTML show:none";
  }
});
