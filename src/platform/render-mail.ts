/** What a mail of ours says; every text is plain and is escaped here. */
interface MailContent {
  heading: string;
  paragraphs: readonly string[];
  /** One button; its address is written out too, for readers without HTML. */
  action?: { label: string; url: string };
  /** A code to type, shown large. */
  code?: string;
}

const FOOTER = 'MedAnchor never asks for your password or your wallet’s recovery phrase by e-mail.';

/** Renders a mail as plain text and as HTML: one column, no images, nothing fetched from anywhere. */
export function renderMail(content: MailContent): { text: string; html: string } {
  return { text: renderText(content), html: renderHtml(content) };
}

function renderText({ heading, paragraphs, action, code }: MailContent): string {
  return [
    heading,
    ...paragraphs,
    ...(code === undefined ? [] : [`    ${code}`]),
    ...(action === undefined ? [] : [`${action.label}:\n${action.url}`]),
    `-- \n${FOOTER}`,
  ].join('\n\n');
}

function renderHtml({ heading, paragraphs, action, code }: MailContent): string {
  const body = [
    `<h1 style="font-size:20px;line-height:1.4;margin:0 0 16px">${escapeHtml(heading)}</h1>`,
    ...paragraphs.map((text) => `<p style="margin:0 0 14px">${escapeHtml(text)}</p>`),
    ...(code === undefined
      ? []
      : [
          `<p style="margin:20px 0;font-size:28px;font-weight:600;letter-spacing:4px">${escapeHtml(code)}</p>`,
        ]),
    ...(action === undefined ? [] : [renderAction(action)]),
  ].join('\n');
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${escapeHtml(heading)}</title></head>
<body style="margin:0;padding:24px;font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;font-size:16px;line-height:1.6">
<div style="max-width:560px;margin:0 auto">
<p style="margin:0 0 20px;font-weight:700;color:#17656f">MedAnchor</p>
${body}
<p style="margin:28px 0 0;padding-top:14px;border-top:1px solid #d5dddd;font-size:13px;color:#6a797b">${FOOTER}</p>
</div>
</body>
</html>
`;
}

function renderAction({ label, url }: { label: string; url: string }): string {
  const href = escapeHtml(url);
  return `<p style="margin:22px 0"><a href="${href}" style="display:inline-block;padding:12px 22px;border-radius:8px;background:#17656f;color:#ffffff;text-decoration:none;font-weight:600">${escapeHtml(label)}</a></p>
<p style="margin:0 0 14px;font-size:13px;color:#6a797b;overflow-wrap:anywhere">If the button does not work, copy this address into your browser:<br>${href}</p>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
