import type { Sentence } from '@/messages/translator';

/** What a draft holds at one moment. */
export interface DraftContent {
  patientId: string | null;
  form: object;
}

/** Whether the content on the screen is saved on the server. */
export type SaveStatus =
  | { kind: 'saved'; at: string }
  | { kind: 'saving' }
  | { kind: 'conflict' }
  | { kind: 'failed'; sentence: Sentence; goesOn: boolean };

interface SaverSettings {
  /** The version (`updatedAt`, ISO 8601) that the page was opened with. */
  version: string;
  /**
   * Saves the content on the server and returns its new version.
   * @param version what the content builds on; null replaces whatever is there
   * @param isLeaving the page is going away: the call must outlive it
   */
  save: (content: DraftContent, version: string | null, isLeaving: boolean) => Promise<string>;
  /** The status after a failed attempt; `goesOn` when the same content is retried automatically. */
  statusAfter: (error: unknown) => SaveStatus;
  onStatus: (status: SaveStatus) => void;
}

/** One object, so that React does not render again when it is set twice. */
const SAVING: SaveStatus = { kind: 'saving' };

const PAUSE_MS = 800;
const RETRY_MS = 5_000;

/**
 * Saves a draft as it is typed: after a short pause, and again when an attempt failed for lack of a
 * connection. Saves run one after another, each naming the version it builds on, so that another
 * window's text is never overwritten unseen.
 */
export class DraftSaver {
  readonly #settings: SaverSettings;
  #version: string | null;
  #seen: string;
  #unsaved: DraftContent | null = null;
  #running: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hasFailed = false;

  constructor(settings: SaverSettings) {
    this.#settings = settings;
    this.#version = settings.version;
    this.#seen = settings.version;
  }

  /** Whether leaving now could lose text: a save is under way, or the last one failed. */
  get isAtRisk(): boolean {
    return this.#running !== null || this.#hasFailed;
  }

  /**
   * Schedules a save of the content, after a pause in typing. Until then the status is not `saved`, and an earlier
   * failure stays visible.
   */
  change(content: DraftContent): void {
    this.#unsaved = content;
    if (!this.#hasFailed) this.#settings.onStatus(SAVING);
    this.#saveIn(PAUSE_MS);
  }

  /**
   * Saves at once whatever is not saved yet.
   * @returns the version that is on the server then
   */
  async flush(isLeaving = false): Promise<string> {
    clearTimeout(this.#timer);
    while (this.#running !== null || this.#unsaved !== null) {
      this.#running ??= this.#saveOnce(isLeaving).finally(() => {
        this.#running = null;
      });
      await this.#running;
    }
    return this.#seen;
  }

  /** After a conflict the person chose this window's text: it replaces whatever was saved meanwhile. */
  overwrite(): void {
    this.#version = null;
    this.#saveIn(0);
  }

  /** After a conflict the person chose the other text: this window's is given up. */
  discard(): void {
    clearTimeout(this.#timer);
    this.#unsaved = null;
    this.#hasFailed = false;
  }

  #saveIn(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.flush().catch((error: unknown) => {
        const status = this.#settings.statusAfter(error);
        if (status.kind === 'failed' && status.goesOn) this.#saveIn(RETRY_MS);
      });
    }, pause);
  }

  async #saveOnce(isLeaving: boolean): Promise<void> {
    const content = this.#unsaved;
    if (content === null) return;
    const { save, statusAfter, onStatus } = this.#settings;
    this.#unsaved = null;
    onStatus(SAVING);
    try {
      const version = await save(content, this.#version, isLeaving);
      this.#version = version;
      this.#seen = version;
      this.#hasFailed = false;
      onStatus({ kind: 'saved', at: version });
    } catch (error) {
      // What was typed meanwhile is newer.
      this.#unsaved ??= content;
      this.#hasFailed = true;
      onStatus(statusAfter(error));
      throw error;
    }
  }
}
