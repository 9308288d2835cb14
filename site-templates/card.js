// Placeholders: what a page says about a value comes to where it stands. Pointing at it or focusing it shows that for
// as long as it lasts, a press keeps it.
(function () {
  "use strict";

  const { byHash, make } = window.docbuild;
  const card = make("div", "card");
  card.id = "_card";
  card.hidden = true;
  document.body.append(card);
  let owner = null;
  let kept = false;
  let timer = 0;
  const hideCard = () => {
    if (!owner) return false;
    owner.removeAttribute("aria-describedby");
    owner = null;
    kept = false;
    return (card.hidden = true);
  };
  const showCard = (mark) => {
    const note = byHash(mark);
    if (!note || mark === owner) return;
    hideCard();
    owner = mark;
    card.replaceChildren(...note.querySelector("dd").cloneNode(true).childNodes);
    card.hidden = false;
    mark.setAttribute("aria-describedby", card.id);
    const place = mark.getClientRects()[0];
    const top = place.bottom + card.offsetHeight + 12 > innerHeight ? place.top - card.offsetHeight - 6 : place.bottom + 6;
    card.style.top = Math.max(8, top) + "px";
    card.style.left = Math.max(12, Math.min(place.left, innerWidth - card.offsetWidth - 12)) + "px";
  };
  const later = (act, delay) => {
    clearTimeout(timer);
    timer = setTimeout(act, delay);
  };
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const mark = event.target.closest("main a.ph");
    if (mark && !kept) later(() => showCard(mark), 120);
    else if (event.target.closest(".card")) clearTimeout(timer);
    else if (owner && !kept) later(() => owner !== document.activeElement && hideCard(), 200);
  });
  document.addEventListener("focusin", (event) => {
    const mark = event.target.closest("main a.ph");
    if (mark && mark.matches(":focus-visible")) showCard(mark);
    else if (!event.target.closest(".card")) hideCard();
  });
  document.addEventListener("click", (event) => {
    const mark = event.target.closest("main a.ph");
    if (!mark && !event.target.closest(".card")) hideCard();
    if (!mark || !byHash(mark) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    clearTimeout(timer);
    if (mark === owner && kept) return hideCard();
    showCard(mark);
    kept = true;
  });
  addEventListener("scroll", () => owner && !kept && owner !== document.activeElement && hideCard(), { passive: true });
  document.addEventListener("keydown", (event) => event.key === "Escape" && hideCard() && event.stopImmediatePropagation(), true);
})();
