/** A press that is repeated later than this would surprise the person; typed text never does. */
const PATIENCE_MS = 10_000;

/**
 * Runs in the browser before every other script: repeats what a person did to a part of the page that React had not
 * taken over, and that React would lose: typed text, the last press of a button or the sending of a form. On a slow
 * phone that part can be read seconds earlier. A form with an address of its own needs no script and is left alone.
 */
function keepEarlyActions(patienceMs: number): void {
  type Field = HTMLInputElement | HTMLTextAreaElement;
  interface Action {
    element: Element;
    repeat: () => void;
    until: number;
  }
  /** In their order: text is back before its form is sent. */
  let typed = new Map<Field, Action>();
  let press: Action | null = null;
  let isLooking = false;

  // React marks the elements that it has taken over by properties of this name.
  const isAnswered = (element: Element) =>
    Object.keys(element).some((key) => key.startsWith('__reactProps$'));

  // Marked is not ready: React takes a part over in slices, and the browser is idle only when the last one is done.
  const whenIdle = (repeat: () => void) => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(repeat);
    else setTimeout(repeat, 300);
  };

  /** @returns whether the action still waits */
  const settle = ({ element, repeat, until }: Action) => {
    if (!element.isConnected || performance.now() > until) return false;
    if (!isAnswered(element)) return true;
    whenIdle(repeat);
    return false;
  };
  const look = () => {
    typed = new Map([...typed].filter(([, action]) => settle(action)));
    if (typed.size === 0 && press !== null) {
      const due = press;
      press = null;
      if (settle(due)) press = due;
    }
    isLooking = typed.size > 0 || press !== null;
    if (isLooking) setTimeout(look, 50);
  };
  const lookSoon = () => {
    if (isLooking) return;
    isLooking = true;
    setTimeout(look, 50);
  };

  const keepPress = (event: Event, element: Element, repeat: () => void) => {
    // React answers what it sees of the press itself, perhaps a moment later: it must not count twice.
    event.preventDefault();
    event.stopPropagation();
    press = { element, repeat, until: performance.now() + patienceMs };
    lookSoon();
  };
  /** Sets the value through the prototype: React ignores an input event whose value equals the one it tracks. */
  const retype = (field: Field, text: string) => {
    const prototype = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
    field.value = '';
    Object.getOwnPropertyDescriptor(prototype.prototype, 'value')?.set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };

  window.addEventListener(
    'input',
    ({ target: field }) => {
      const isText =
        field instanceof HTMLTextAreaElement ||
        (field instanceof HTMLInputElement && !/^(checkbox|radio|file)$/.test(field.type));
      if (!isText || isAnswered(field)) return;
      const text = field.value;
      const repeat = () => {
        retype(field, text);
      };
      typed.set(field, { element: field, repeat, until: Infinity });
      lookSoon();
    },
    true,
  );
  window.addEventListener(
    'click',
    (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      if (button === null || isAnswered(button)) return;
      if (button.type === 'submit' && button.form !== null) return;
      keepPress(event, button, () => {
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
      keepPress(event, form, () => {
        form.requestSubmit(event.submitter);
      });
    },
    true,
  );
}

/** The script element of the above; `nonce` is the page's own. */
export function EarlyActions({ nonce }: { nonce: string }) {
  const script = `(${keepEarlyActions.toString()})(${PATIENCE_MS})`;
  return (
    <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: script }} />
  );
}
