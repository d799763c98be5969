const DISMISSED = 'tips-dismissed';

/** Lets Escape dismiss the tips that controls show on hover and focus, until another control is met. */
export function dismissTipsWithEscape(page: HTMLElement): void {
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') page.classList.add(DISMISSED);
  });
  for (const met of ['focusin', 'pointerover']) {
    page.addEventListener(met, () => {
      page.classList.remove(DISMISSED);
    });
  }
}
