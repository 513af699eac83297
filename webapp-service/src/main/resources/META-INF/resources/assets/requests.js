/* What may become of any request of a script. */

const problem = () => document.getElementById("problem");

/* One that needs another sign-in says where that begins; what was typed is kept there. This page asks for nothing more, and is
   left when it is known what became of the changes that are on their way. */

let leaving = false;
let interrupted = [];
let kept = [];
const changes = new Set();

/* What would be done now would be lost; the problem is still read out. */
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

/* The sign-in leads on to one: where there are several, or one that waits for it, this page keeps them all, and offers a sign-in
   beside it. */
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

/* Who comes back, stays, or stops the next page from coming, goes on here. */
addEventListener("pageshow", stay);
addEventListener("keydown", ({ key }) => key === "Escape" && stay());
addEventListener("beforeunload", (event) => setTimeout(() => event.defaultPrevented && stay()));
globalThis.navigation?.addEventListener("navigateerror", () => leaving && stay());

/* One without an answer, or with one of something in between, leaves the page as it is. */

const isAnswer = (xhr) => xhr.getResponseHeader("Answered-By") && (xhr.status < 400 || xhr.responseText);

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (!isAnswer(detail.xhr) || needsSignIn(detail.xhr)) {
    detail.shouldSwap = false;
  }
});

/* A refusal that is not shown, because another answer is, is said all the same. */

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

/* htmx tells the end to the element that asked, which another answer may have taken out of the page by then; and looks for the
   place of the answer from there, in vain, or puts it into what is gone, and its title over what is there. */

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

/* What was said stays until somebody goes on, or what failed is asked for again: of other things, pages ask themselves. */

document.addEventListener("htmx:beforeRequest", ({ detail: { elt, target } }) => {
  const goesOn = elt !== target && target.contains(elt) && target.matches("#board, .task");
  if (!leaving && (goesOn || elt === failed)) {
    problem().replaceChildren();
  }
});

/* A note makes room for it. */

const GAP = 8;

new ResizeObserver(([{ target: { offsetHeight } }]) =>
  document.documentElement.style.setProperty("--problem", `${offsetHeight && offsetHeight + GAP}px`),
).observe(problem().parentElement);

/* Who has read that goes on where it came from. */

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
