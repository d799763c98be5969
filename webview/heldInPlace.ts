/**
 * Returns what scrolls the page, once it has changed, so that the element in focus stands where it stood: parts above it
 * grow and shrink from step to step, and whatever is being dragged or pressed must not run away.
 */
export function heldInPlace(): () => void {
  const focused = document.activeElement ?? document.body;
  const { top } = focused.getBoundingClientRect();
  return () => {
    if (focused === document.body || !focused.isConnected) return;
    window.scrollBy({ top: focused.getBoundingClientRect().top - top, behavior: 'instant' });
  };
}
