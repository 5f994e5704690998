import { useState } from 'react';
import { z } from 'zod';
import { callApi, problemSentence } from '@/platform/http/call-api';
import { chosen, type ChosenFile } from './chosen-file';
import { sendFile } from './send-file';

/**
 * The files that were chosen, and how far each is on its way.
 * @param onSent called after each that has arrived
 */
export function useChosenFiles(onSent: () => void) {
  const [files, setFiles] = useState<ChosenFile[]>([]);
  const [busy, setBusy] = useState(false);
  const change = (key: number, part: Partial<ChosenFile>) =>
    setFiles((known) => known.map((file) => (file.key === key ? { ...file, ...part } : file)));
  const drop = (key: number) => setFiles((known) => known.filter((file) => file.key !== key));

  async function sendOne(one: ChosenFile, clinicMayLook: boolean) {
    const { key, file, kind, title, takenOn, note } = one;
    change(key, { share: 0, problem: null });
    try {
      const { id } = await callApi('POST', '/api/uploads', z.object({ id: z.uuid() }), {
        ...{ kind, bytes: file.size, title, clinicMayLook },
        ...{ takenOn: takenOn === '' ? null : takenOn, note: note === '' ? null : note },
      });
      await sendFile(`/api/uploads/${id}/content`, file, (share) => change(key, { share }));
      drop(key);
      onSent();
    } catch (error) {
      change(key, { share: null, problem: problemSentence(error) });
    }
  }

  return {
    files,
    busy,
    add: (list: readonly File[]) => setFiles((known) => [...known, ...list.map(chosen)]),
    change,
    drop,
    /** Sends all that can be brought, side by side. */
    send: async (clinicMayLook: boolean) => {
      setBusy(true);
      const ready = files.filter(({ kind, problem }) => kind !== null && problem === null);
      await Promise.all(ready.map((file) => sendOne(file, clinicMayLook)));
      setBusy(false);
    },
  };
}
