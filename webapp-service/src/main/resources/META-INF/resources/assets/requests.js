/* Handles the failures that any request of a script can have. */

const problem = () => document.getElementById("problem");

/* The response to a request that needs another sign-in names the URL where that starts; what was typed is stored there.
   The page then sends no more requests, and is left once all pending changes have a result. */

let leaving = false;
let interrupted = [];
let kept = [];
const changes = new Set();

/* Makes all but the problem inert, because any further input would be lost. */
const setLeaving = (value) => {
  leaving = value;
  document.querySelectorAll("#content > :not(.problem)").forEach((part) => (part.inert = value));
};

const stay = () => {
  [...interrupted, ...kept].forEach(({ elt }) => elt.dispatchEvent(new Event("stopped", { bubbles: true })));
  interrupted = [];
  kept = [];
  if (leaving) {
    setLeaving(false);
    problem().replaceChildren();
  }
};

document.addEventListener("htmx:beforeRequest", (event) => {
  if (leaving) {
    event.preventDefault();
  }
});

const needsSignIn = (xhr) => xhr.getResponseHeader("Sign-In")?.startsWith("/resume?");

const interrupt = (elt, xhr) => {
  setLeaving(true);
  interrupted.push({ elt, xhr });
  problem().textContent = problem().dataset.leaving;
};

/* Only one request can continue after the sign-in: if there are several, or another one waits for it, the user stays on
   this page, which keeps them all and offers the sign-in in another tab. */
const leave = () => {
  const [first, ...others] = changes.size > 0 ? [] : interrupted;
  if (first && (others.length > 0 || document.querySelector("[data-waiting]"))) {
    stay();
    sayRefusal(first.xhr);
  } else if (first) {
    kept = interrupted;
    interrupted = [];
    location.assign(first.xhr.getResponseHeader("Sign-In"));
  }
};

/* Users who return, stay, or stop the next page from loading continue on this page. */
addEventListener("pageshow", stay);
addEventListener("keydown", ({ key }) => key === "Escape" && stay());
addEventListener("beforeunload", (event) => setTimeout(() => event.defaultPrevented && stay()));
globalThis.navigation?.addEventListener("navigateerror", () => leaving && stay());

/* Without a response, or with one from a proxy, the page stays as it is. */

const isAnswer = (xhr) => xhr.getResponseHeader("Answered-By") && (xhr.status < 400 || xhr.responseText);

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (!isAnswer(detail.xhr) || needsSignIn(detail.xhr)) {
    detail.shouldSwap = false;
  }
});

/* A rejection that is not shown, because another response is, is reported as a problem. */

const shown = new WeakSet();

document.addEventListener("htmx:afterSwap", ({ detail }) => shown.add(detail.xhr));

const sayRefusal = ({ responseText }) => {
  const answer = new DOMParser().parseFromString(responseText, "text/html");
  const reasons = answer.querySelectorAll(".notice, .note > p, .rule[role=alert], #edit [role=alert] > :is(h1, h2, p)");
  if (reasons.length > 0) {
    problem().replaceChildren(...reasons);
  }
};

let failed;

const tell = (elt, xhr) => {
  if (isAnswer(xhr) && xhr.status < 400) {
    return;
  }
  failed = elt;
  if (!isAnswer(xhr)) {
    problem().textContent = problem().dataset.unreachable;
  } else if (needsSignIn(xhr)) {
    interrupt(elt, xhr);
  } else if (!shown.has(xhr)) {
    sayRefusal(xhr);
  }
};

/* Another response may have removed the requesting element by then. htmx would report the end only to that element, and
   look for the target from there in vain, or swap into a removed target and still change the page's title. */

const keepIfGone = (event) => {
  const { elt, target, xhr } = event.detail;
  if (!elt.isConnected && (xhr.getResponseHeader("HX-Retarget") || !target.isConnected)) {
    event.preventDefault();
  }
};

document.addEventListener("htmx:beforeSend", ({ detail: { elt, requestConfig, xhr } }) => {
  if (requestConfig.verb !== "get") {
    changes.add(xhr);
  }
  elt.addEventListener("htmx:beforeOnLoad", keepIfGone);
  xhr.addEventListener("load", () => tell(elt, xhr));
  xhr.addEventListener("error", () => tell(elt, xhr));
  xhr.addEventListener("loadend", () => {
    changes.delete(xhr);
    leave();
  });
});

/* The problem stays until the user continues or repeats the failed request: pages also send requests by themselves. */

document.addEventListener("htmx:beforeRequest", ({ detail: { elt, target } }) => {
  const goesOn = elt !== target && target.contains(elt) && target.matches("#board, .task");
  if (!leaving && (goesOn || elt === failed)) {
    problem().replaceChildren();
  }
});

/* Notices leave room for the problem. */

const GAP = 8;

new ResizeObserver(([{ target: { offsetHeight } }]) =>
  document.documentElement.style.setProperty("--problem", `${offsetHeight && offsetHeight + GAP}px`),
).observe(problem().parentElement);

/* Closing the problem returns the focus to where it was. */

let before;

document.addEventListener("focusin", ({ target, relatedTarget }) => {
  if (target.matches(".problem button")) {
    before = relatedTarget;
  }
});

document.addEventListener("click", ({ target }) => {
  if (target.matches(".problem button")) {
    problem().replaceChildren();
    before?.focus();
  }
});
