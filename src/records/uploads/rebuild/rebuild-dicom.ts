import dcmjs, { type DicomElements } from 'dcmjs';
import dicomParser from 'dicom-parser';
import { drawFrame } from './draw-frame.ts';
import type { RebuiltFile } from './rebuild-result.ts';
import { Refused } from './refused.ts';

const [IMPLICIT, EXPLICIT] = ['1.2.840.10008.1.2', '1.2.840.10008.1.2.1'];
const TRANSFER_SYNTAX = '00020010';
/** Private information in the header of the file, signatures of the old file, padding, documents in a file. */
const DROPPED = ['00020100', '00020102', 'FFFAFFFA', 'FFFCFFFC', '00420011'];

/**
 * Writes a DICOM file anew (PS3.10): without preamble, private elements (odd groups), curves and overlays (50xx, 60xx),
 * and with its first frame as a picture. Only unpacked pixels are read, whose number must be what the header states.
 */
export async function rebuildDicom(file: Uint8Array): Promise<RebuiltFile> {
  const syntax = dicomParser.readPart10Header(file).string('x00020010');
  if (syntax === undefined) throw new Refused('unreadable');
  if (syntax !== IMPLICIT && syntax !== EXPLICIT) throw new Refused('unsupported-packing');
  const { preview, frames } = await drawFrame(dicomParser.parseDicom(file));
  dcmjs.log.setLevel('silent');
  const read = dcmjs.data.DicomMessage.readFile(Uint8Array.from(file).buffer);
  read.meta = withoutPrivate(read.meta);
  read.meta[TRANSFER_SYNTAX] = { vr: 'UI', Value: [EXPLICIT] };
  read.dict = withoutPrivate(read.dict);
  const rebuilt = new Uint8Array(read.write());
  return { file: rebuilt, mediaType: 'application/dicom', pages: frames, preview };
}

function withoutPrivate(elements: DicomElements): DicomElements {
  const kept = Object.entries(elements).filter(([tag]) => !isDropped(tag));
  return Object.fromEntries(
    kept.map(([tag, element]) => [
      tag,
      element.vr === 'SQ'
        ? {
            ...element,
            Value: (element.Value ?? []).map((item) => withoutPrivate(item as DicomElements)),
          }
        : element,
    ]),
  );
}

function isDropped(tag: string): boolean {
  const group = Number.parseInt(tag.slice(0, 4), 16);
  return group % 2 === 1 || /^[56]0/.test(tag) || DROPPED.includes(tag);
}
