// Tells when the state of a vote has changed; it never touches what is being filled in.
(() => {
  const place = document.querySelector("[data-live]");
  if (!place) return;
  let etag = "";
  const ask = async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch(place.dataset.live, { headers: etag ? { "If-None-Match": etag } : {} });
      if (answer.status !== 200) return;
      etag = answer.headers.get("ETag") || "";
      const now = await answer.json();
      if (now.state !== place.dataset.state && !place.firstChild) {
        const link = document.createElement("a");
        link.href = location.pathname + location.search;
        link.textContent = place.dataset.changed;
        place.append(link);
      }
    } catch { /* the next try comes in a moment */ }
  };
  const again = () => setTimeout(async () => { await ask(); again(); }, 1500 + Math.random() * 1500);
  again();
})();
