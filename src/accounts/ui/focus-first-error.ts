import type { FormErrors } from '@mantine/form';

/** Brings the reader to the first field that is wrong; for the second argument of `form.onSubmit`. */
export function focusFirstError(
  errors: FormErrors,
  _values: unknown,
  event?: { currentTarget: EventTarget | null },
): void {
  const form = event?.currentTarget;
  if (!(form instanceof HTMLFormElement)) return;
  const fields = [...form.querySelectorAll<HTMLElement>('[data-path]')];
  fields.find(({ dataset }) => errors[dataset['path'] ?? ''] !== undefined)?.focus();
}
