/* Which answer is shown where several are on their way, and what becomes of the others. */

const isForBoard = ({ target }) => target?.id === "board";

/* What was asked for since nothing was on its way any more, in this order, without what has failed. */
let asked = [];

const requestOf = ({ xhr }) => asked.find((request) => request.xhr === xhr);

/* Only the answer to the last is shown: one that was overtaken tells what is no longer so. A refusal takes the place of no other
   answer: requests.js says it then. */

const isRefused = ({ changes, xhr }) => changes && xhr.status >= 400;

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (isForBoard(detail) && detail.shouldSwap) {
    const request = requestOf(detail);
    request.answered = true;
    detail.shouldSwap = request === asked.at(-1) && (asked.length === 1 || !isRefused(request));
  }
});

document.addEventListener("htmx:afterSwap", ({ detail }) => {
  if (isForBoard(detail)) {
    const request = requestOf(detail);
    request.shown = true;
    asked = request.again ? [] : asked;
  }
});

/* So the tasks are read anew when nothing is on its way any more, if a change may be missing in what is shown, or the view that was
   gone to last. What there is to say is what can be taken back, or else what was done last. An open task stays: they come when it
   is closed. */

const NEWS = ["undo", "notice"];

const undoOf = ({ xhr }) =>
  new DOMParser().parseFromString(xhr.responseText, "text/html").querySelector("[name=undo]")?.value;

const news = () => {
  const last = asked.findLast(({ shown }) => shown);
  const untold = asked.filter((request) => request === last || !request.shown);
  const undo = untold.map(undoOf).findLast(Boolean);
  const change = untold.findLast(({ changes }) => changes);
  const said = change ? [...new URL(change.xhr.responseURL).searchParams] : [];
  return undo ? { undo } : Object.fromEntries(said.filter(([name]) => NEWS.includes(name)));
};

const addressOf = (url) => {
  NEWS.forEach((name) => url.searchParams.delete(name));
  return url.pathname + url.search;
};

let again = false;

const read = (address, context) => {
  again = true;
  htmx.ajax("GET", address, { ...context, values: news() }).catch(() => {}); // requests.js says it
  again = false;
};

const readAnew = () => {
  if (!asked.every(({ answered }) => answered) || document.querySelector("#edit")) {
    return;
  }
  const view = asked.findLast(({ leads }) => leads);
  if (view && !view.shown) {
    read(addressOf(new URL(view.xhr.responseURL)), {
      source: "body",
      target: "#board",
      select: "#board > *",
      swap: "innerHTML show:window:top",
      push: "true",
    });
  } else if (asked.some(({ changes, shown }) => changes && !shown)) {
    read(addressOf(new URL(location)), { source: "#board" });
  } else {
    asked = [];
  }
};

document.addEventListener("htmx:beforeSend", ({ detail }) => {
  const { requestConfig, xhr } = detail;
  if (!isForBoard(detail)) {
    return;
  }
  const changes = requestConfig.verb !== "get";
  const request = { xhr, again, changes, leads: !changes && !again };
  asked.push(request);
  xhr.addEventListener("loadend", () => {
    if (!request.answered) {
      asked = asked.filter((other) => other !== request);
    }
    if (request.answered || !request.again) {
      readAnew();
    }
  });
});

/* Who asked may be gone by then, and with it what the board says of how an answer is shown in it. */

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (isForBoard(detail) && !detail.requestConfig.elt.isConnected) {
    detail.selectOverride = "#board > *";
    detail.swapOverride = "innerHTML show:none";
  }
});
