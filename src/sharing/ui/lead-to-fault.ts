/** Leads to the first field with a fault, as soon as it is marked. */
export function leadToFault(): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  });
}
