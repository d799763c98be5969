const DISMISSED = 'tips-dismissed';
const BY_KEYBOARD = 'by-keyboard';

/** Shows the tips of controls on hover, and on focus to whoever uses the keyboard, until Escape dismisses them. */
export function watchTips(page: HTMLElement): void {
  document.addEventListener('keydown', ({ key }) => {
    page.classList.add(BY_KEYBOARD);
    if (key === 'Escape') page.classList.add(DISMISSED);
  });
  page.addEventListener('pointerdown', () => {
    page.classList.remove(BY_KEYBOARD);
  });
  for (const met of ['focusin', 'pointerover']) {
    page.addEventListener(met, () => {
      page.classList.remove(DISMISSED);
    });
  }
}
