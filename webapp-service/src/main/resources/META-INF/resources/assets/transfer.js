// Shows that a form is being worked on, and tells of a file that is too large before it is sent.
for (const form of document.querySelectorAll("form[data-busy]")) {
  form.addEventListener("submit", () => {
    form.querySelector(".busy").hidden = false;
    form.setAttribute("aria-busy", "true");
  });
}

// Going back in the browser shows the page as it was left.
addEventListener("pageshow", () => {
  for (const busy of document.querySelectorAll(".busy")) {
    busy.hidden = true;
    busy.closest("form").removeAttribute("aria-busy");
  }
});

for (const input of document.querySelectorAll("input[data-most]")) {
  input.addEventListener("change", () => {
    const tooLarge = [...input.files].some((file) => file.size > Number(input.dataset.most));
    input.setCustomValidity(tooLarge ? input.dataset.tooLarge : "");
    input.reportValidity();
  });
}
