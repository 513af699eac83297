/* Counts the page's durations down to zero, second by second. */

const clock = (milliseconds) => {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [first, ...rest] = parts[0] === 0 ? parts.slice(1) : parts;
  return [first, ...rest.map((part) => String(part).padStart(2, "0"))].join(":");
};

const countdowns = document.querySelectorAll("[data-until]");

const tick = () => {
  for (const countdown of countdowns) {
    countdown.textContent = clock(Date.parse(countdown.dataset.until) - Date.now());
  }
};

tick();
setInterval(tick, 1000);
