/** Focuses the first invalid field, as soon as it is marked. */
export function focusInvalidField(): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  });
}
