// The console works without this file: it adds Ctrl+Enter, a sign that a question runs, and a cancel that keeps the page.
(() => {
  "use strict";
  const form = document.getElementById("console");
  if (!form) return;
  const query = form.querySelector("textarea");
  query.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector("button:not([formaction])"));
  });
  form.addEventListener("submit", (event) => {
    if (event.submitter?.id === "cancel") { delete form.dataset.sent; return; }
    form.setAttribute("aria-busy", "true");
  });
  window.addEventListener("pageshow", () => form.removeAttribute("aria-busy"));
})();
