import type { Sentence } from '@/messages/translator';

/** Why a kit cannot be opened, in words for its owner. */
export class KitProblem extends Error {
  override readonly name = 'KitProblem';
  readonly sentence: Sentence;

  constructor(sentence: Sentence, cause?: unknown) {
    super('the kit cannot be opened', { cause });
    this.sentence = sentence;
  }
}
