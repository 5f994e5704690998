/** Whether a page inside the application is on its way, for `NavigationProgress`. */
let isUnderWay = false;
const listeners = new Set<() => void>();

function change(next: boolean): void {
  if (isUnderWay === next) return;
  isUnderWay = next;
  for (const listener of listeners) listener();
}

/**
 * Called by Next.js before it fetches a page.
 * @param url of the page, absolute or from the root
 */
export function beginNavigation(url: string): void {
  const { origin, pathname, search } = new URL(url, location.href);
  const isAnotherPage =
    origin === location.origin && (pathname !== location.pathname || search !== location.search);
  if (isAnotherPage) change(true);
}

/** The page is shown, or the wait is over for another reason. */
export function endNavigation(): void {
  change(false);
}

export function isNavigating(): boolean {
  return isUnderWay;
}

/** @returns a function that ends the subscription */
export function onNavigationChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
