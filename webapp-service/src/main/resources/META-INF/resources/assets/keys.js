/* The keyboard shortcuts of the page of tasks; templates/board/keys.html lists them. */

const rows = () => [...document.querySelectorAll(".task")];
const rowOf = (element) => element.closest(".task");

const title = (row) => row.querySelector(".title, #edit #title");

const press = (selector, row = rowOf(document.activeElement)) => row?.querySelector(selector)?.click();

const step = (by) => {
  const all = rows();
  const here = all.indexOf(rowOf(document.activeElement));
  const next = all[here < 0 ? 0 : Math.max(0, Math.min(all.length - 1, here + by))];
  if (next) {
    title(next)?.focus();
  }
};

const go = { t: "today", u: "upcoming", o: "overdue", a: "all" };

const keys = {
  j: () => step(1),
  k: () => step(-1),
  x: () => press(".check, .complete"),
  e: () => press(".title"),
  s: () => press(".selects:not([hidden]) .select"),
  "#": () => press(".delete"),
  u: () => document.getElementById("undo")?.click(),
  n: () => document.getElementById("new-task")?.focus(),
  "/": () => document.getElementById("search")?.focus(),
  "?": () => document.getElementById("keys")?.togglePopover(),
};

/* How long to wait for the second key of a sequence, in milliseconds. */
const PATIENCE = 3000;

let going;

const goOn = () => {
  clearTimeout(going);
  going = undefined;
};

/* Users can switch off single-character shortcuts; the others stay on (WCAG 2.2 SC 2.1.4). */
const areOff = () => document.documentElement.dataset.letterKeys === "off";

/* A held key acts once, because it is meant for one task; only the keys that move between tasks repeat. */
const isHeld = ({ key, repeat }) => repeat && !["j", "k"].includes(key.toLowerCase());

/* Some keyboard layouts have such a character only with AltGr or Option. */
const isSign = ({ altKey, key }) => altKey && key.length === 1 && !/[\p{L}\p{N}]/u.test(key);

const isTyping = ({ target }) => target.matches("input:not([type=checkbox]), textarea, select");

/* The list of shortcuts covers the tasks, so only the key that closes it works while it is open. */
const areTold = ({ key }) => key !== "?" && document.querySelector("#keys:popover-open");

document.addEventListener("keydown", (event) => {
  if (event.isComposing || areTold(event)) {
    return;
  }
  if (event.key === "Escape" && rowOf(event.target)?.querySelector(".cancel")) {
    event.preventDefault();
    rowOf(event.target).querySelector(".cancel").click();
    return;
  }
  if (event.metaKey || isTyping(event)) {
    return;
  }
  if (event.altKey && !event.ctrlKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
    event.preventDefault();
    press(event.key === "ArrowUp" ? "[id^=up-]" : "[id^=down-]");
    return;
  }
  if ((event.ctrlKey || event.altKey) && !isSign(event)) {
    return;
  }
  if (areOff() || event.key.length > 1 || isHeld(event)) {
    return;
  }
  const key = event.key.toLowerCase();
  if (going) {
    goOn();
    document.querySelector(`[data-view="${go[key]}"]`)?.click();
  } else if (key === "g") {
    going = setTimeout(goOn, PATIENCE);
  } else if (Object.hasOwn(keys, key)) {
    event.preventDefault();
    keys[key]();
  }
});
