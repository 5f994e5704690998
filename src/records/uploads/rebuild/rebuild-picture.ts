import sharp, { type Sharp } from 'sharp';
import type { RebuiltFile } from './rebuild-result.ts';
import { Refused } from './refused.ts';

/** Cameras of phones reach 50 million; more is unpacked memory that harms. */
const MAX_PIXELS = 100_000_000;
const JPEG_QUALITY = 92;

/** Encodes a JPEG anew, upright, without EXIF, comments, thumbnails and what is appended. */
export async function rebuildJpeg(file: Uint8Array): Promise<RebuiltFile> {
  const upright = (await readPicture(file)).autoOrient();
  return pictureOf(await upright.jpeg({ quality: JPEG_QUALITY }).toBuffer(), 'image/jpeg');
}

/** Encodes a PNG anew, without text, EXIF and what is appended. */
export async function rebuildPng(file: Uint8Array): Promise<RebuiltFile> {
  return pictureOf(await (await readPicture(file)).png().toBuffer(), 'image/png');
}

/** A JPEG of unpacked pixels. */
export async function jpegOfPixels(
  pixels: Uint8ClampedArray,
  size: { width: number; height: number; channels: 4 },
): Promise<RebuiltFile> {
  const picture = sharp(pixels, { raw: size }).flatten({ background: 'white' });
  return pictureOf(await picture.jpeg({ quality: JPEG_QUALITY }).toBuffer(), 'image/jpeg');
}

async function readPicture(file: Uint8Array): Promise<Sharp> {
  sharp.cache(false);
  sharp.concurrency(1);
  // The limit is checked by ourselves first, to give this reason.
  const { width, height } = await sharp(file, { limitInputPixels: false }).metadata();
  if (width * height > MAX_PIXELS) throw new Refused('too-much-inside');
  return sharp(file, { limitInputPixels: MAX_PIXELS, failOn: 'warning' });
}

function pictureOf(file: Uint8Array, mediaType: 'image/jpeg' | 'image/png'): RebuiltFile {
  return { file, mediaType, pages: 1, preview: null };
}
