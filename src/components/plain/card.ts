import { plainElement, spacing, type PlainProps, type Size } from './plain-element';

interface CardProps extends PlainProps {
  padding?: Size | number | undefined;
}

/** Mantine's Card with our border, rendered without it. */
export function Card({ padding = 'lg', ...props }: CardProps) {
  return plainElement(
    'div',
    'm_e615b15f mantine-Card-root m_1b7284a3 mantine-Paper-root',
    { '--card-padding': spacing(padding) },
    { ...props, 'data-with-border': true, 'data-orientation': 'vertical' },
  );
}
