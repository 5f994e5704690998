/** Without types of its own; by its file it is the package, not the deprecated module of Node.js. */
declare module 'punycode/punycode.es6.js' {
  export function toUnicode(domain: string): string;
}
