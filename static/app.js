// Everything works without this file: it adds single keys to the review and stops double sending.
(() => {
  "use strict";
  const root = document.documentElement;
  const box = document.getElementById("keys-on");
  const stored = () => { try { return localStorage.getItem("keys"); } catch { return null; } };
  const enabled = () => box !== null && box.checked;
  const find = (key) => document.querySelector(`[data-key="${key}"]`);

  const send = (key) => find(key)?.requestSubmit();
  const follow = (link) => { if (link) window.location.assign(link.href); };
  const open = (key) => {
    const details = find(key);
    if (!details) return;
    details.open = true;
    details.querySelector("select, input:not([type=hidden])").focus();
  };
  const beside = (step) => {
    const links = [...document.querySelectorAll(".list li > a")];
    const at = links.findIndex((link) => link.hasAttribute("aria-current"));
    return links[at + step];
  };

  const actions = {
    j: () => follow(beside(1) || find("s")),
    k: () => follow(find("k")),
    s: () => follow(find("s")),
    c: () => send("c"),
    z: () => send("z"),
    r: () => open("r"),
    a: () => open("a"),
    "/": () => find("/")?.focus(),
    "?": () => {
      const help = document.getElementById("keys");
      help.open = !help.open;
      help.querySelector("summary").focus();
    },
  };

  const typing = (target) => target.closest("input:not([type=checkbox]), select, textarea, [contenteditable]") !== null;

  document.addEventListener("keydown", (event) => {
    if (!enabled() || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    if (event.key === "Escape") {
      document.querySelectorAll(".decide details[open]").forEach((details) => { details.open = false; });
      return;
    }
    const action = actions[event.key];
    if (!action || typing(event.target)) return;
    event.preventDefault();
    action();
  });

  if (box) {
    box.checked = stored() !== "off";
    const apply = () => root.classList.toggle("keys", box.checked);
    box.addEventListener("change", () => {
      try { localStorage.setItem("keys", box.checked ? "on" : "off"); } catch { /* private mode */ }
      apply();
    });
    apply();
  }

  document.addEventListener("submit", (event) => {
    if (event.target.method !== "post") return;
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = "1";
  });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sent]").forEach((form) => { delete form.dataset.sent; });
  });

  document.querySelector(".errors a")?.closest(".errors").scrollIntoView();
})();
