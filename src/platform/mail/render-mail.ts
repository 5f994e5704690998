import type { AppLocale } from '@/messages/catalogues';
import { translatorOf, type Translate } from '@/messages/translator';
import { env } from '@/platform/env';
import { escapeHtml } from '@/platform/escape-html';

/** The texts of a mail: plain, and escaped here. Nothing medical belongs in them. */
export interface MailContent {
  heading: string;
  paragraphs: readonly string[];
  /** One button; its address is written out too, for readers without HTML. */
  action?: { label: string; url: string };
  /** A code to type, shown large. */
  code?: string;
  /** Why this address gets the mail, in a sentence. */
  reason: string;
  /** How the reader can check that the mail is real; without it, by logging in. */
  check?: string;
  /** Where the reader can choose which mails they get; `isFixed`: mails like this one are always sent. */
  choice?: { url: string; isFixed: boolean };
}

/** Lighter on dark paper, in the readers that know it; the others show the colours of the elements themselves. */
const DARK =
  '@media (prefers-color-scheme:dark){.brand{color:#6fc3cd!important}' +
  '.quiet{color:#a9b5b7!important;border-color:#444f50!important}}';

/**
 * Renders a mail as plain text and as HTML: one column, no images, nothing fetched from anywhere.
 * @param locale of the reader; the content's texts are in it already
 */
export function renderMail(
  content: MailContent,
  locale: AppLocale,
): { text: string; html: string } {
  const t = translatorOf(locale);
  const answers = questions(content, t);
  return { text: renderText(content, answers), html: renderHtml(content, answers, t) };
}

interface Answer {
  question: string;
  answer: string;
}

/** Why the reader gets the mail, how to know that it is real, and how to get fewer. */
function questions({ reason, check, choice }: MailContent, t: Translate): Answer[] {
  return [
    { question: t('platform.renderMail.whyQuestion'), answer: reason },
    {
      question: t('platform.renderMail.realQuestion'),
      answer: t('platform.renderMail.neverAsked', { check: check ?? checkByLogIn(t) }),
    },
    ...(choice === undefined
      ? []
      : [
          {
            question: t('platform.renderMail.choiceQuestion'),
            answer: t(`platform.renderMail.${choice.isFixed ? 'alwaysSent' : 'choose'}`, {
              url: choice.url,
            }),
          },
        ]),
  ];
}

function checkByLogIn(t: Translate): string {
  const site = new URL(env().APP_URL).host;
  return t('platform.renderMail.checkByLogIn', { site });
}

function renderText(
  { heading, paragraphs, action, code }: MailContent,
  answers: readonly Answer[],
): string {
  return [
    heading,
    ...paragraphs,
    ...(code === undefined ? [] : [`    ${code}`]),
    ...(action === undefined ? [] : [`${action.label}:\n${action.url}`]),
    ['-- ', ...answers.map(({ question, answer }) => `${question} ${answer}`)].join('\n'),
  ].join('\n\n');
}

function renderHtml(
  { heading, paragraphs, action, code }: MailContent,
  answers: readonly Answer[],
  t: Translate,
): string {
  const body = [
    `<h1 style="font-size:20px;line-height:1.4;margin:0 0 16px">${escapeHtml(heading)}</h1>`,
    ...paragraphs.map((text) => `<p style="margin:0 0 14px">${escapeHtml(text)}</p>`),
    ...(code === undefined
      ? []
      : [
          `<p style="margin:20px 0;font-size:28px;font-weight:600;letter-spacing:4px">${escapeHtml(code)}</p>`,
        ]),
    ...(action === undefined ? [] : [renderAction(action, t)]),
  ].join('\n');
  return `<!doctype html>
<html lang="${t('common.language')}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${escapeHtml(heading)}</title>
<style>${DARK}</style></head>
<body style="margin:0;padding:24px;font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;font-size:16px;line-height:1.6">
<div style="max-width:560px;margin:0 auto">
<p class="brand" style="margin:0 0 20px;font-weight:700;color:#17656f">MedAnchor</p>
${body}
<div class="quiet" style="margin:28px 0 0;padding-top:14px;border-top:1px solid #d5dddd;font-size:14px;color:#5a696b">
${answers
  .map(
    ({ question, answer }) =>
      `<p style="margin:0 0 8px"><strong>${escapeHtml(question)}</strong> ${escapeHtml(answer)}</p>`,
  )
  .join('\n')}
</div>
</div>
</body>
</html>
`;
}

function renderAction({ label, url }: { label: string; url: string }, t: Translate): string {
  const href = escapeHtml(url);
  return `<p style="margin:22px 0"><a href="${href}" style="display:inline-block;padding:12px 22px;border-radius:8px;background:#17656f;color:#ffffff;text-decoration:none;font-weight:600">${escapeHtml(label)}</a></p>
<p class="quiet" style="margin:0 0 14px;font-size:14px;color:#5a696b;overflow-wrap:anywhere">${escapeHtml(t('platform.renderMail.buttonFails'))}<br>${href}</p>`;
}
