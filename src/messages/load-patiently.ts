const FIRST_PAUSE_MS = 1_000;
/** The pause doubles with each failed attempt, up to this. */
const LONGEST_PAUSE_MS = 16_000;

/**
 * Loads a part of a page. A file that is lost on its way to the browser is asked for again and again, because a
 * refusal would put an error in the place of the page.
 */
export async function loadPatiently<T>(
  load: () => Promise<T>,
  pauseMs = FIRST_PAUSE_MS,
): Promise<T> {
  try {
    return await load();
  } catch (error) {
    // On the server a file that is not there will not come.
    if (typeof window === 'undefined') throw error;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    return loadPatiently(load, Math.min(2 * pauseMs, LONGEST_PAUSE_MS));
  }
}
