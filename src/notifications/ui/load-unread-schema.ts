/** For the calls of every page's frame, which comes without schemas. */
export async function loadUnreadSchema() {
  return (await import('../shown-notice')).unreadSchema;
}
