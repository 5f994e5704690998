import { z } from 'zod';
import { emailSchema } from '@/accounts/email/email-schema';
import type { MessageKey } from '@/messages/translator';
import { isWholeText } from '@/platform/http/whole-text';

const atMost = { error: 'validation.atMostCharacters' satisfies MessageKey };
const whole = { error: 'validation.lostCharacter' satisfies MessageKey };

/** Most people who are told, so that a doctor reads one screen. */
export const MAX_CONTACTS = 3;

/** The longest text of one section. */
export const MAX_SECTION = 1_500;

/** A section: one thing a line, or the statement that there is none. Neither: the patient says nothing about it. */
const sectionSchema = z
  .object({
    none: z.boolean(),
    text: z.string().trim().max(MAX_SECTION, atMost).refine(isWholeText, whole),
  })
  .refine(({ none, text }) => !(none && text !== ''), {
    path: ['text'],
    error: 'records.emergency.noneAndText' satisfies MessageKey,
  });

const contactSchema = z.object({
  name: z
    .string()
    .trim()
    .min(1, { error: 'validation.required' satisfies MessageKey })
    .max(120, atMost)
    .refine(isWholeText, whole),
  /** Such as `daughter`. */
  relation: z.string().trim().max(60, atMost).refine(isWholeText, whole),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d ()/.-]{5,30}$/, { error: 'records.emergency.phone' satisfies MessageKey }),
  /** Where they are told when a doctor opens the summary; null: they are not told. */
  email: emailSchema.nullable(),
});

/** What a patient wants a doctor to know in an emergency. The blood group stands in their profile. */
export const summarySchema = z.object({
  allergies: sectionSchema,
  conditions: sectionSchema,
  medicines: sectionSchema,
  contacts: z.array(contactSchema).max(MAX_CONTACTS),
  /** Anything else, such as an implant or a language. */
  note: z.string().trim().max(MAX_SECTION, atMost).refine(isWholeText, whole),
});

/** What a patient wants a doctor to know in an emergency. */
export type EmergencySummary = z.infer<typeof summarySchema>;

/** The same for a reader: whom to call, without the addresses of mails. */
export const shownSummarySchema = summarySchema.extend({
  contacts: z.array(z.object({ name: z.string(), relation: z.string(), phone: z.string() })),
});

/** A summary for a reader. */
export type ShownSummary = z.infer<typeof shownSummarySchema>;

/** Sections that name one thing a line, in the order in which they are read. */
export const SECTIONS = ['allergies', 'conditions', 'medicines'] as const;

/** Its lines that are not empty. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A summary as its patient saves it. */
export const summaryInput = z.object({
  summary: summarySchema,
  /** Of the summary that the page showed; 0 where there was none. */
  revision: z.number().int().min(0),
});

/** What a save answers. */
export const savedAnswer = z.object({ revision: z.number().int() });
