import { plainElement, type PlainProps } from './plain-element';

/** Mantine's Paper with our border, rendered without it. */
export function Paper(props: PlainProps) {
  return plainElement(
    'div',
    'm_1b7284a3 mantine-Paper-root',
    {},
    {
      ...props,
      'data-with-border': true,
    },
  );
}
