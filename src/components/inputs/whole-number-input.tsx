import { TextInput, type TextInputProps } from '@mantine/core';

interface WholeNumberInputProps extends Omit<TextInputProps, 'value' | 'inputMode'> {
  value?: unknown;
}

/**
 * A field for a whole number that keeps what was typed, right or wrong: a field that drops unknown characters turns
 * 120.5 into 1205. The error is shown beside it.
 */
export function WholeNumberInput({ value, ...input }: WholeNumberInputProps) {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  return <TextInput {...input} inputMode="numeric" autoComplete="off" value={text} />;
}
