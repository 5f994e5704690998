import { plainElement, spacing, type PlainProps, type Size } from './plain-element';

interface StackProps extends PlainProps {
  gap?: Size | number | undefined;
  align?: string | undefined;
  justify?: string | undefined;
}

/** Mantine's Stack, rendered without it. */
export function Stack(props: StackProps) {
  const { gap = 'md', align = 'stretch', justify = 'flex-start', ...rest } = props;
  const vars = {
    '--stack-gap': spacing(gap),
    '--stack-align': align,
    '--stack-justify': justify,
  };
  return plainElement('div', 'm_6d731127 mantine-Stack-root', vars, rest);
}
