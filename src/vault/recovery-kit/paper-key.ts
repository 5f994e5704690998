import { isIdentity } from './age-identity';

const BEGINNING = 'AGE-SECRET-KEY-1';
/** 52 characters of the key and 6 of its checksum. */
const CHARACTERS = 58;
const GROUP = 4;
/** How much of it is typed to prove that the sheet was printed. */
const END = 6;

/** Letters that bech32 does not use, and the ones that a reader took them for. */
const MISREAD: Record<string, string> = { O: '0', I: 'L', '1': 'L', B: '8' };

/** An identity as it is printed: what all of them begin with, then groups of four characters. */
export function paperGroups(identity: string): string[] {
  const characters = identity.slice(BEGINNING.length);
  const groups: string[] = [];
  for (let at = 0; at < characters.length; at += GROUP) {
    groups.push(characters.slice(at, at + GROUP));
  }
  return [BEGINNING, ...groups];
}

/**
 * A key that was typed from paper, or pasted: with or without spaces, its fixed beginning, and in any case.
 * @returns the age identity; null when characters are missing or the checksum is wrong
 */
export function readPaperKey(typed: string): string | null {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\dA-Z]/g, '')
    .replace(/^AGESECRETKEY[1IL]/, '');
  const characters = correct(letters);
  if (characters.length !== CHARACTERS) return null;
  const identity = BEGINNING + characters;
  return isIdentity(identity) ? identity : null;
}

/** Whether somebody typed the last six characters of a key. */
export function isEndOf(identity: string, typed: string): boolean {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\dA-Z]/g, '');
  return correct(letters) === identity.slice(-END);
}

function correct(letters: string): string {
  return Array.from(letters, (letter) => MISREAD[letter] ?? letter).join('');
}
