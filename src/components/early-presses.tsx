/** A press that is repeated later than this would surprise the person. */
const PATIENCE_MS = 10_000;

/**
 * Runs in the browser before every other script: repeats the press of a button, or the sending of a form, that came
 * before React had taken that part of the page over and would be lost. On a slow phone that is seconds after the page
 * can be read. A form with an address of its own needs no script and is left alone.
 */
function keepEarlyPresses(patienceMs: number): void {
  // React marks the elements that it has taken over by properties of this name.
  const isAnswered = (element: Element) =>
    Object.keys(element).some((key) => key.startsWith('__reactProps$'));
  let latest = 0;

  /** The latest press counts; only one is repeated. */
  const keep = (event: Event, element: Element, repeat: () => void) => {
    // React answers what it sees of the press itself, perhaps a moment later: it must not count twice.
    event.preventDefault();
    event.stopPropagation();
    latest += 1;
    const own = latest;
    const until = performance.now() + patienceMs;
    const look = () => {
      if (own !== latest || !element.isConnected || performance.now() > until) return;
      if (isAnswered(element)) repeat();
      else setTimeout(look, 50);
    };
    look();
  };

  window.addEventListener(
    'click',
    (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      if (button === null || isAnswered(button)) return;
      if (button.type === 'submit' && button.form !== null) return;
      keep(event, button, () => {
        button.click();
      });
    },
    true,
  );
  window.addEventListener(
    'submit',
    (event) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || form.hasAttribute('action')) return;
      if (isAnswered(form)) return;
      keep(event, form, () => {
        form.requestSubmit(event.submitter);
      });
    },
    true,
  );
}

/** The script element of the above; `nonce` is the page's own. */
export function EarlyPresses({ nonce }: { nonce: string }) {
  const script = `(${keepEarlyPresses.toString()})(${PATIENCE_MS})`;
  return (
    <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: script }} />
  );
}
