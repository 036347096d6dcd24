// Text that had to give way is told in full by the one that holds it, wherever the pointer meets it. What has words of
// its own to show keeps them.

const MARK = "cut";

/** Whether an element shows less than it holds. */
export function isCut(element: HTMLElement): boolean {
  const hides = getComputedStyle(element).overflowX;
  return (hides === "hidden" || hides === "clip") && element.scrollWidth > element.clientWidth + 1;
}

/** Only what holds text itself: a box that cuts other boxes says nothing by being cut. */
function holdsText(element: HTMLElement): boolean {
  return [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()) || element.classList.contains("trunc") || element.classList.contains("ag-cell-value");
}

/** Gives the text under the pointer a title where it is cut, and takes it away where it no longer is. */
export function tellCut(event: Event): void {
  if (!(event.target instanceof HTMLElement)) return;
  for (let element: HTMLElement | null = event.target, steps = 0; element && steps < 4; element = element.parentElement, steps += 1) {
    const isOurs = MARK in element.dataset;
    if (element.title && !isOurs) return;
    if (isCut(element) && holdsText(element)) {
      element.title = (element.innerText || element.textContent || "").replace(/\s+/g, " ").trim();
      element.dataset[MARK] = "";
      return;
    }
    if (isOurs) {
      element.removeAttribute("title");
      delete element.dataset[MARK];
    }
  }
}
