/* What may become of any request of a script. */

/* A request that needs another sign-in says where that begins; what was typed is kept there. */

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const next = detail.xhr.getResponseHeader("Sign-In");
  if (next?.startsWith("/resume/")) {
    detail.shouldSwap = false;
    location.assign(next);
  }
});

/* Offline, nothing is lost: the page stays as it is and says so. */

document.addEventListener("htmx:sendError", () => {
  const problem = document.getElementById("problem");
  if (problem) {
    problem.textContent = problem.dataset.offline;
  }
});

document.addEventListener("htmx:beforeRequest", () => document.getElementById("problem")?.replaceChildren());
