import { createElement, type AriaAttributes, type CSSProperties, type ReactNode } from 'react';

export type Size = 'xs' | 'sm' | 'md' | 'lg' | 'xl';

/** What the looks of an element may be given, as with Mantine's style props; numbers are pixels. */
interface Look {
  mt?: Size | number | undefined;
  mb?: Size | number | undefined;
  p?: Size | number | undefined;
  px?: Size | number | undefined;
  py?: Size | number | undefined;
  bg?: string | undefined;
  c?: 'dimmed' | undefined;
  fz?: Size | `${number}rem` | undefined;
  fw?: number | undefined;
  lh?: number | undefined;
  lts?: string | undefined;
  ta?: 'center' | undefined;
  tt?: 'none' | undefined;
  maw?: number | string | undefined;
}

export interface PlainProps extends Look, AriaAttributes {
  component?: 'div' | 'span' | 'p' | 'section' | 'main' | 'footer' | 'ul' | 'li' | undefined;
  className?: string | undefined;
  style?: CSSProperties | undefined;
  id?: string | undefined;
  role?: string | undefined;
  tabIndex?: number | undefined;
  children?: ReactNode;
  [data: `data-${string}`]: unknown;
}

/** Pixels as Mantine writes them; other lengths as they are. */
export function length(value: number | string): string {
  if (typeof value === 'string') return value;
  return value === 0 ? '0rem' : `calc(${value / 16}rem * var(--mantine-scale))`;
}

const SIZES: readonly unknown[] = ['xs', 'sm', 'md', 'lg', 'xl'] satisfies Size[];

export function spacing(value: Size | number): string {
  return SIZES.includes(value) ? `var(--mantine-spacing-${value})` : length(value);
}

export function fontSize(value: string): string {
  return SIZES.includes(value) ? `var(--mantine-font-size-${value})` : value;
}

/** Without what is not set. */
function given(style: Record<string, string | number | undefined>): CSSProperties {
  return Object.fromEntries(Object.entries(style).filter(([, value]) => value !== undefined));
}

const map = <T, R>(value: T | undefined, of: (value: T) => R) =>
  value === undefined ? undefined : of(value);

/**
 * The element that a Mantine component renders in the end, made without the component: React has nothing to take over
 * of what a server component renders with it, and little of the rest.
 * @param classes Mantine's own, so that its styles and ours apply
 * @param vars the CSS variables that these styles read
 */
export function plainElement(
  tag: string,
  classes: string,
  vars: Record<string, string | undefined>,
  props: PlainProps,
) {
  const { mt, mb, p, px, py, bg, c, fz, fw, lh, lts, ta, tt, maw, ...others } = props;
  const { component = tag, className, style, ...rest } = others;
  const look = given({
    ...vars,
    marginTop: map(mt, spacing),
    marginBottom: map(mb, spacing),
    padding: map(p, spacing),
    paddingInline: map(px, spacing),
    paddingBlock: map(py, spacing),
    background: bg,
    color: map(c, (color) => `var(--mantine-color-${color})`),
    fontSize: map(fz, fontSize),
    fontWeight: fw,
    lineHeight: lh,
    letterSpacing: lts,
    textAlign: ta,
    textTransform: tt,
    maxWidth: map(maw, length),
  });
  return createElement(component, {
    ...rest,
    className: className === undefined ? classes : `${className} ${classes}`,
    style: { ...look, ...style },
  });
}
