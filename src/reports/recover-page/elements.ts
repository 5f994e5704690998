type Child = Node | string;
type Properties<K extends keyof HTMLElementTagNameMap> = Partial<
  Omit<HTMLElementTagNameMap[K], 'style' | 'children'>
>;

/** Makes an element with its properties and what is in it. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Properties<K> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  Object.assign(element, properties);
  element.append(...children);
  return element;
}

/** A field under its label, with a hint between them. */
export function field(label: string, input: HTMLElement, hint?: string): HTMLElement {
  const described = hint === undefined ? [] : [make('span', { className: 'hint' }, hint)];
  return make('label', {}, make('span', { className: 'name' }, label), ...described, input);
}

/** One of several choices; `inside` is shown while it is chosen. */
export function choice(
  group: string,
  label: string,
  inside: HTMLElement,
  isChosen = false,
): { element: HTMLElement; input: HTMLInputElement } {
  const input = make('input', { type: 'radio', name: group, checked: isChosen });
  const element = make(
    'div',
    { className: 'choice' },
    make('label', { className: 'radio' }, input, label),
    inside,
  );
  inside.classList.add('inside');
  return { element, input };
}
