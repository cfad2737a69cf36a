// Shows the evidence of a statement beside the text. Without this script every number still leads
// to the same evidence at the end of the page.
"use strict";
(() => {
  const panel = document.getElementById("panel");
  const body = document.getElementById("panel-body");
  const entries = new Map();
  for (const entry of document.querySelectorAll("#evidence .entry[data-claim]")) {
    entries.set(entry.dataset.claim, entry);
  }
  // A copy without the names that only one element of a page may have.
  const copy = (entry) => {
    const clone = entry.cloneNode(true);
    clone.removeAttribute("id");
    return clone;
  };
  const show = (claim) => {
    const entry = entries.get(claim);
    if (!entry) return;
    body.replaceChildren(copy(entry));
    for (const link of body.querySelectorAll(".support a")) unfold(link);
    if (!panel.open) panel.showModal();
    panel.scrollTop = 0;
  };
  // Puts the entry of a link below it, once.
  const unfold = (link) => {
    const item = link.closest("li");
    const entry = document.querySelector(link.getAttribute("href"));
    if (!item || !entry || item.querySelector(".entry")) return;
    item.append(copy(entry));
  };
  document.addEventListener("click", (event) => {
    if (event.target.closest("a[rel~=external], .languages, .chapters, summary, .note a")) return;
    const inside = event.target.closest("#panel .support a");
    if (inside) {
      event.preventDefault();
      unfold(inside);
      return;
    }
    if (event.target.closest("#panel, #evidence")) return;
    if (String(window.getSelection()).length > 0) return;
    const owner = event.target.closest("[data-claim]");
    if (!owner) return;
    event.preventDefault();
    show(owner.dataset.claim);
  });
  document.getElementById("panel-close").addEventListener("click", () => panel.close());
  panel.addEventListener("click", (event) => {
    if (event.target === panel) panel.close();
  });
  // Paper holds the report; on demand also every table and the evidence, some hundred pages.
  const button = document.getElementById("print-all");
  button.hidden = false;
  button.addEventListener("click", () => {
    const closed = [...document.querySelectorAll("details:not([open])")];
    document.body.classList.add("with-evidence");
    for (const details of closed) details.open = true;
    window.print();
    for (const details of closed) details.open = false;
    document.body.classList.remove("with-evidence");
  });
})();
