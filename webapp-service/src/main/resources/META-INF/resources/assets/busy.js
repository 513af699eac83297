/* Where an answer takes long, the page says so; what was sent is not sent again meanwhile. */

const PATIENCE = 400;

const announcer = document.getElementById("announcer");
const main = document.getElementById("content");

const underWay = new Set();
const pages = new Set();
let waiting;

const say = () => {
  main.setAttribute("aria-busy", "true");
  announcer.textContent = announcer.dataset.busy;
};

const begin = (form) => {
  form.setAttribute("aria-busy", "true");
  underWay.add(form);
  waiting ??= setTimeout(say, PATIENCE);
};

const end = (form) => {
  form.removeAttribute("aria-busy");
  underWay.delete(form);
  if (underWay.size === 0) {
    clearTimeout(waiting);
    waiting = undefined;
    main.removeAttribute("aria-busy");
    if (announcer.textContent === announcer.dataset.busy) {
      announcer.textContent = "";
    }
  }
};

const endAll = () => {
  underWay.forEach(end);
  pages.clear();
};

/* htmx tells the end to the element that asked, which another answer may have taken out of the page by then. */
document.addEventListener("htmx:beforeSend", ({ detail: { elt, xhr } }) => {
  begin(elt);
  xhr.addEventListener("loadend", () => end(elt));
});

/* A form that loads another page: the button stays pressed until that is there. */

document.addEventListener("submit", (event) => {
  if (event.target.matches("[aria-busy]")) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}, true);

document.addEventListener("submit", ({ defaultPrevented, target }) => {
  if (!defaultPrevented) {
    pages.add(target);
    begin(target);
  }
});

/* Who comes back to this page, or was asked whether to leave it and stays, may send again. */
addEventListener("pageshow", endAll);
addEventListener("beforeunload", (event) => setTimeout(() => event.defaultPrevented && endAll()));

/* So may who keeps the next page from coming; what was sent by a script goes on. */

const stop = () => {
  pages.forEach((form) => {
    end(form);
    form.dispatchEvent(new Event("stopped", { bubbles: true }));
  });
  pages.clear();
};

addEventListener("keydown", ({ key }) => key === "Escape" && stop());
globalThis.navigation?.addEventListener("navigateerror", stop);
