import { createReadStream } from 'node:fs';
import iconv from 'iconv-lite';

const CHUNK_BYTES = 64 * 1024;

/** The text of a file, piece by piece and without its byte-order mark. Pull-driven: nothing is read ahead of its use. */
export async function* textChunks(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    const text = decoder.write(chunk as Buffer);
    if (text !== '') yield text;
  }
  const rest = decoder.end();
  if (rest) yield rest;
}

/** The first characters of a file, at least `length` of them unless the file is shorter. */
export async function textHead(
  path: string,
  encoding: string,
  length: number,
): Promise<{ text: string; whole: boolean }> {
  let text = '';
  for await (const chunk of textChunks(path, encoding)) {
    text += chunk;
    if (text.length >= length) return { text, whole: false };
  }
  return { text, whole: true };
}
