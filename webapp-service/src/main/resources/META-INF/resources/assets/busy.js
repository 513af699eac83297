/* Where an answer takes long, the page says so; what was sent is not sent again meanwhile. */

const PATIENCE = 400;

const announcer = document.getElementById("announcer");
const main = document.getElementById("content");

let underWay = 0;
let waiting;

const say = () => {
  main.setAttribute("aria-busy", "true");
  announcer.textContent = announcer.dataset.busy;
};

const begin = (form) => {
  form.setAttribute("aria-busy", "true");
  underWay += 1;
  waiting ??= setTimeout(say, PATIENCE);
};

const end = (form) => {
  form.removeAttribute("aria-busy");
  underWay = Math.max(0, underWay - 1);
  if (underWay === 0) {
    clearTimeout(waiting);
    waiting = undefined;
    main.removeAttribute("aria-busy");
    if (announcer.textContent === announcer.dataset.busy) {
      announcer.textContent = "";
    }
  }
};

document.addEventListener("htmx:beforeSend", ({ detail }) => begin(detail.elt));
document.addEventListener("htmx:afterRequest", ({ detail }) => end(detail.elt));

/* A form that loads another page: the button stays pressed until that is there, also where people come back to this one. */

document.addEventListener("submit", (event) => {
  if (event.target.matches("[aria-busy]")) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}, true);

document.addEventListener("submit", (event) => {
  if (!event.defaultPrevented && !event.target.matches("[download]")) {
    begin(event.target);
  }
});

addEventListener("pageshow", () => document.querySelectorAll("form[aria-busy]").forEach(end));
