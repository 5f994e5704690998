import { translatorOf } from '@/messages/translator';

/** The catalogue's English sentences, so that a test repeats none of them. */
export const t = translatorOf('en');
