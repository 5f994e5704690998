const NAME = 'notifications-unread';

/** Lets the bell of this page know how many notifications are unread now. */
export function announceUnread(unread: number): void {
  globalThis.dispatchEvent(new CustomEvent<number>(NAME, { detail: unread }));
}

/**
 * Listens for how many notifications are unread.
 * @returns ends it
 */
export function onUnread(listener: (unread: number) => void): () => void {
  const listen = (event: Event) => {
    if (event instanceof CustomEvent) listener(Number(event.detail));
  };
  globalThis.addEventListener(NAME, listen);
  return () => globalThis.removeEventListener(NAME, listen);
}
