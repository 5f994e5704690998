import { z } from 'zod';
import { discardDraft } from '@/reports/drafts/discard-draft';
import { draftInput, saveDraft } from '@/reports/drafts/save-draft';
import { defineRoute } from '../../../define-route';
import { reportParams } from '../../report-params';

export const PUT = defineRoute({
  summary: 'Saves a draft as typed, complete or not.',
  who: 'doctor',
  params: reportParams,
  body: draftInput,
  answer: z.object({ updatedAt: z.iso.datetime() }),
  run: ({ actor, params, body }) => saveDraft(actor, params.reportId, body),
});

export const DELETE = defineRoute({
  summary: 'Discards a draft and deletes what was typed.',
  who: 'doctor',
  params: reportParams,
  run: ({ actor, params }) => discardDraft(actor, params.reportId),
});
