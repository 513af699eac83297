/* Decides which response is shown if several requests are pending, and what happens to the others. */

const isForBoard = ({ target }) => target?.id === "board";

/* The requests sent since none was pending, in order, without those that failed. */
let asked = [];

const requestOf = ({ xhr }) => asked.find((request) => request.xhr === xhr);

/* Only the response to the last request is shown; earlier ones are outdated. A rejected change does not replace another
   response; requests.js reports it instead. */

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

/* So the tasks are reloaded once no request is pending, if a change may be missing from the page, or if the view opened
   last has not been shown. The notice is that of the last action that can be undone, or else of the last change. While
   a task is open, nothing is reloaded: the rows come when it is closed. */

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
  htmx.ajax("GET", address, { ...context, values: news() }).catch(() => {}); // requests.js reports it
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

/* The requesting element may be gone by then, and with it the swap attributes that it inherits from the board. */

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (isForBoard(detail) && !detail.requestConfig.elt.isConnected) {
    detail.selectOverride = "#board > *";
    detail.swapOverride = "innerHTML show:none";
  }
});
