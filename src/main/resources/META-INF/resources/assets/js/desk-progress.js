// Keeps the progress of an order to read files again up to date. Without this script a link loads the page again.
(() => {
  const place = document.getElementById("progress");
  const pause = 2000;

  async function look() {
    const asking = place.querySelector("[data-ask]");
    if (!asking) {
      return;
    }
    if (!document.hidden) {
      const answer = await fetch(asking.dataset.ask, { cache: "no-store", redirect: "error" });
      if (answer.ok) {
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        place.replaceChildren(...page.body.children);
      }
    }
    setTimeout(look, pause);
  }

  setTimeout(look, pause);
})();
