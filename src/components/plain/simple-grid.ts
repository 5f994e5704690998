import { plainElement, spacing, type PlainProps, type Size } from './plain-element';
import classes from './simple-grid.module.css';

interface SimpleGridProps extends PlainProps {
  /** Columns of equal width, from this width of the window on. */
  cols: { base: number; xs?: number; sm?: number; md?: number };
  spacing?: Size | number | undefined;
}

/** Mantine's SimpleGrid, rendered without it and its style element. */
export function SimpleGrid({ cols, spacing: gap = 'md', ...props }: SimpleGridProps) {
  const { base, xs = base, sm = xs, md = sm } = cols;
  const vars = {
    '--cols-base': String(base),
    '--cols-xs': String(xs),
    '--cols-sm': String(sm),
    '--cols-md': String(md),
    '--grid-gap': spacing(gap),
  };
  return plainElement('div', classes['grid'] ?? '', vars, props);
}
