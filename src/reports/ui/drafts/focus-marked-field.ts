/**
 * Moves the focus to the first field with an error, in the order of the page.
 * @param form holds fields that mark themselves by `aria-invalid`, or groups by `data-error`
 */
export function focusMarkedField(form: HTMLFormElement | null): void {
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid="true"]');
  const field = wrong?.matches('input, select, textarea, button')
    ? wrong
    : wrong?.querySelector<HTMLElement>('input, select, textarea, button');
  field?.focus();
}
