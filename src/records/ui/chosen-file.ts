import type { UploadKind } from '@/generated/prisma/enums';
import type { Sentence } from '@/messages/translator';
import { kindOfName } from '../uploads/upload-kinds';
import { MAX_FILE_BYTES } from '../uploads/upload-limits';

/** A file that was chosen and is not yet among the patient's files. */
export interface ChosenFile {
  /** Of this page. */
  key: number;
  file: File;
  /** Null when it cannot be brought. */
  kind: UploadKind | null;
  title: string;
  takenOn: string;
  note: string;
  /** What was sent of it, 0 to 1; null before. */
  share: number | null;
  /** Why it cannot be brought, or was not taken. */
  problem: Sentence | null;
}

let made = 0;

/** What is known of a file before the patient has typed anything. */
export function chosen(file: File): ChosenFile {
  made += 1;
  const declared = kindOfName(file.name);
  const problem = problemOf(file, declared);
  const kind = problem === null ? declared : null;
  return {
    ...{ key: made, file, kind, takenOn: '', note: '', share: null, problem },
    title: file.name.replace(/\.[^.]*$/, '').slice(0, 120),
  };
}

function problemOf(file: File, kind: UploadKind | null): Sentence | null {
  if (kind === null) return (t) => t('records.uploadForm.wrongKind');
  if (file.size > MAX_FILE_BYTES) return (t) => t('records.uploadForm.tooLarge');
  if (file.size === 0) return (t) => t('records.uploadForm.empty');
  return null;
}
