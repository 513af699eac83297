/* Shows that a response takes long, and keeps a form from being sent again in the meantime. */

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

/* htmx's own event for the end goes to the requesting element, which another response may have removed by then. */
document.addEventListener("htmx:beforeSend", ({ detail: { elt, xhr } }) => {
  begin(elt);
  xhr.addEventListener("loadend", () => end(elt));
});

/* A form that loads another page stays busy until that page arrives. */

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

/* Users who return to this page, or who are asked whether to leave it and stay, can send the form again. */
addEventListener("pageshow", endAll);
addEventListener("beforeunload", (event) => setTimeout(() => event.defaultPrevented && endAll()));

/* So can users who stop the next page from loading; requests sent by a script continue. */

const stop = () => {
  pages.forEach((form) => {
    end(form);
    form.dispatchEvent(new Event("stopped", { bubbles: true }));
  });
  pages.clear();
};

addEventListener("keydown", ({ key }) => key === "Escape" && stop());
globalThis.navigation?.addEventListener("navigateerror", stop);
