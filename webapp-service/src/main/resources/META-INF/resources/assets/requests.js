/* What may become of any request of a script. */

/* One that needs another sign-in says where that begins; what was typed is kept there. This page asks for nothing more. */

const problem = () => document.getElementById("problem");

let leaving = false;

/* What would be done now would be lost; the problem is still read out. */
const setLeaving = (value) => {
  leaving = value;
  document.querySelectorAll("#content > :not(.problem)").forEach((part) => (part.inert = value));
};

const stay = () => {
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

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const next = detail.xhr.getResponseHeader("Sign-In");
  if (next?.startsWith("/resume?")) {
    detail.shouldSwap = false;
    setLeaving(true);
    problem().textContent = problem().dataset.leaving;
    location.assign(next);
  }
});

/* Who comes back, stays, or stops the next page from coming, goes on here. */
addEventListener("pageshow", stay);
addEventListener("keydown", ({ key }) => key === "Escape" && stay());
addEventListener("beforeunload", (event) => setTimeout(() => event.defaultPrevented && stay()));

/* One without an answer, or with one of something in between, leaves the page as it is. */

const sayUnreachable = () => {
  problem().textContent = problem().dataset.unreachable;
};

const isAnswer = (xhr) => xhr.getResponseHeader("Answered-By") && (xhr.status < 400 || xhr.responseText);

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (!isAnswer(detail.xhr)) {
    detail.shouldSwap = false;
    sayUnreachable();
  }
});

document.addEventListener("htmx:sendError", sayUnreachable);

document.addEventListener("htmx:beforeRequest", () => leaving || problem().replaceChildren());

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
