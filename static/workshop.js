// Suggests firms while one types, and keeps the wall up to date; without this file both work by reloading.
(() => {
  "use strict";
  const field = document.querySelector("[data-suggest]");
  if (field) {
    const list = document.getElementById("firms");
    let asked = "";
    field.addEventListener("input", async () => {
      const text = field.value.trim();
      document.querySelector("input[type=hidden][name=firm_id]")?.remove();
      if (text.length < 2 || text === asked) return;
      asked = text;
      try {
        const answer = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(text)}`);
        if (!answer.ok || asked !== text) return;
        const names = await answer.json();
        list.replaceChildren(...names.map((name) => Object.assign(document.createElement("option"), { value: name })));
      } catch { /* typed by hand, it is found as well */ }
    });
  }
  const wall = document.getElementById("wall");
  if (wall) {
    let tag = "";
    const renew = async () => {
      try {
        const answer = await fetch(wall.dataset.live, { headers: tag ? { "If-None-Match": tag } : {}, cache: "no-store" });
        if (answer.status === 200) {
          tag = answer.headers.get("ETag") || "";
          wall.innerHTML = await answer.text();
        }
      } catch { /* the next try may find the server again */ }
      setTimeout(renew, 2000);
    };
    setTimeout(renew, 2000);
  }
})();
