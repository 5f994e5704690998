import { plainElement, spacing, type PlainProps, type Size } from './plain-element';

interface GroupProps extends PlainProps {
  gap?: Size | number | undefined;
  align?: string | undefined;
  justify?: string | undefined;
  wrap?: 'wrap' | 'nowrap' | undefined;
}

/** Mantine's Group, rendered without it. */
export function Group(props: GroupProps) {
  const { gap = 'md', align = 'center', justify = 'flex-start', wrap = 'wrap', ...rest } = props;
  const vars = {
    '--group-gap': spacing(gap),
    '--group-align': align,
    '--group-justify': justify,
    '--group-wrap': wrap,
  };
  return plainElement('div', 'm_4081bf90 mantine-Group-root', vars, rest);
}
