import { Text } from '@mantine/core';

/** A patient's own number, where a patient at a desk finds it on every page. */
export function OwnNumber({ number }: { number: string }) {
  return (
    <Text size="sm">
      Your patient number is <strong>{number}</strong>. Say it to your doctor, so that nobody takes
      you for another person of your name.
    </Text>
  );
}
