// Tells an editor that items have arrived since the inbox was loaded. The list itself never moves by itself; without this script it is as old
// as the page.
(() => {
  const bar = document.querySelector(".live");
  const shown = new Set(Array.from(document.querySelectorAll("[data-item]"), row => row.dataset.item));
  const title = document.title;
  const pause = 5000;
  const patience = 3;
  let tag = "";
  let failures = 0;
  let said = "";

  function say(words, href) {
    if (words === said) {
      return;
    }
    said = words;
    const text = href ? document.createElement("a") : document.createElement("p");
    if (href) {
      text.href = href;
      text.accessKey = "n";
    }
    text.textContent = words;
    bar.replaceChildren(...(words ? [text] : []));
  }

  function announce(ids) {
    const count = ids.filter(id => !shown.has(id)).length;
    const words = count === 1 ? bar.dataset.one : bar.dataset.many.replace("%", count);
    document.title = count ? `(${count}) ${title}` : title;
    say(count ? words : "", bar.dataset.list);
  }

  async function look() {
    if (document.hidden) {
      return;
    }
    try {
      const headers = tag ? { "If-None-Match": tag } : {};
      const answer = await fetch(bar.dataset.ask, { headers, cache: "no-store", redirect: "error" });
      if (answer.status === 200) {
        tag = answer.headers.get("ETag") ?? "";
        announce(await answer.json());
      } else if (answer.status !== 304) {
        throw new Error(answer.statusText);
      }
      failures = 0;
    } catch {
      failures += 1;
      if (failures >= patience) {
        tag = "";
        say(bar.dataset.lost, "");
      }
    }
  }

  setInterval(look, pause);
  document.addEventListener("visibilitychange", look);
})();
