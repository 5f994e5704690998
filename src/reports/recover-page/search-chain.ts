import { listSealedBy, readHead, type Registry } from './ask-chain';

/** Ranges that were answered until a larger one is tried again: a node may have refused because it was busy. */
const ANSWERS_BEFORE_GROWTH = 20;

/** How far a search has come. */
export interface SearchProgress {
  /** The last block that was searched. */
  block: number;
  /** The last block that there is. */
  of: number;
  /** How many blocks the node answers at once. */
  atOnce: number;
}

/**
 * A search of the whole chain for reports that some wallets sealed, which can be stopped and continued. Nodes refuse
 * long ranges of blocks (more than 10 or 10,000 on many plans): a refused range is halved, down to one block.
 */
export class ChainSearch {
  private next: number;
  private atOnce = Infinity;
  private answers = 0;
  private readonly found = new Set<string>();

  /** @param owners wallets, as 0x-hex */
  constructor(
    private readonly registry: Registry,
    private readonly owners: readonly string[],
  ) {
    this.next = registry.fromBlock;
  }

  /**
   * Searches on from where the last run ended.
   * @returns the content hashes of all reports that were found
   * @throws what the node says when it refuses even one block, or does not answer; or the reason of `stop`. It can then
   *   be continued.
   */
  async run(
    stop: AbortSignal,
    onProgress: (progress: SearchProgress) => void,
  ): Promise<ReadonlySet<string>> {
    const of = await readHead(this.registry, stop);
    while (this.next <= of && this.owners.length > 0) {
      this.atOnce = Math.min(this.atOnce, of - this.next + 1);
      await this.searchRange(stop);
      stop.throwIfAborted();
      onProgress({ block: this.next - 1, of, atOnce: this.atOnce });
    }
    return this.found;
  }

  private async searchRange(stop: AbortSignal): Promise<void> {
    const range = { from: this.next, to: this.next + this.atOnce - 1 };
    try {
      const hashes = await listSealedBy(this.registry, this.owners, range, stop);
      for (const hash of hashes) this.found.add(hash);
    } catch (error) {
      if (stop.aborted || this.atOnce === 1) throw error;
      this.atOnce = Math.ceil(this.atOnce / 2);
      this.answers = 0;
      return;
    }
    this.next = range.to + 1;
    this.answers += 1;
    if (this.answers % ANSWERS_BEFORE_GROWTH === 0) this.atOnce *= 2;
  }
}
