import { z } from 'zod';
import { ApiProblem } from '@/platform/http/call-api';

const problemSchema = z.object({ code: z.string(), detail: z.string() });

/**
 * Sends the bytes of a file: by XMLHttpRequest, because `fetch` does not tell how much has left.
 * @param onProgress told the share that was sent, 0 to 1
 * @throws ApiProblem
 */
export function sendFile(
  path: string,
  file: Blob,
  onProgress: (share: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', path);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onerror = () => reject(new ApiProblem('offline', (t) => t('platform.callApi.offline')));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve();
      else reject(problemOf(request.responseText));
    };
    request.send(file);
  });
}

function problemOf(text: string): ApiProblem {
  try {
    const { code, detail } = problemSchema.parse(JSON.parse(text));
    return new ApiProblem(code, () => detail);
  } catch {
    return new ApiProblem('internal', (t) => t('platform.callApi.unreadableAnswer'));
  }
}
