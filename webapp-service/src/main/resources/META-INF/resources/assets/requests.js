/* What may become of any request of a script. */

/* One that needs another sign-in says where that begins; what was typed is kept there. This page asks for nothing more. */

let leaving = false;

document.addEventListener("htmx:beforeRequest", (event) => {
  if (leaving) {
    event.preventDefault();
  }
});

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const next = detail.xhr.getResponseHeader("Sign-In");
  if (next?.startsWith("/resume?")) {
    detail.shouldSwap = false;
    leaving = true;
    location.assign(next);
  }
});

addEventListener("pageshow", () => {
  leaving = false;
});

/* One without an answer, or with one of something in between, leaves the page as it is. */

const problem = () => document.getElementById("problem");

const sayUnreachable = () => {
  problem().textContent = problem().dataset.unreachable;
};

const isOfSomethingElse = ({ xhr, target }) =>
  xhr.status >= 400 && !xhr.getResponseHeader("HX-Retarget") && target.id === "board" && !xhr.responseText.includes('id="board"');

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (isOfSomethingElse(detail)) {
    detail.shouldSwap = false;
    sayUnreachable();
  }
});

document.addEventListener("htmx:sendError", sayUnreachable);

document.addEventListener("htmx:beforeRequest", () => problem().replaceChildren());
