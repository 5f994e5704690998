/** dcmjs publishes no types; these are of what we use. */
declare module 'dcmjs' {
  /** By tag, `GGGGEEEE` in upper-case hex. */
  export type DicomElements = Record<string, { vr: string; Value?: unknown[] }>;
  interface DicomFile {
    meta: DicomElements;
    dict: DicomElements;
    write(): ArrayBuffer;
  }
  const dcmjs: {
    data: { DicomMessage: { readFile(file: ArrayBuffer): DicomFile } };
    log: { setLevel(level: string): void };
  };
  export default dcmjs;
}
