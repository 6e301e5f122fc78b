/** A file in an archive. */
export interface ZipEntry {
  readonly path: string;
  /** Of the unpacked file, as the archive claims. */
  readonly size: number;
  /** Unpacks it; throws when it is damaged or grows beyond what was claimed. */
  readonly read: () => Promise<Uint8Array<ArrayBuffer>>;
}

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const utf8Names = 0x0800;
const encrypted = 0x0001;
const longestComment = 0xffff;

/**
 * Lists a ZIP archive (APPNOTE 6.3.10) without unpacking it. Folders are left out. Throws on what is no such archive,
 * and on those over 4 GB, which are too large for a browser anyway.
 */
export async function unzip(archive: Blob): Promise<readonly ZipEntry[]> {
  const tail = await bytesOf(archive, Math.max(0, archive.size - longestComment - 22), archive.size);
  let end = tail.byteLength - 22;
  while (end >= 0 && tail.getUint32(end, true) !== endOfDirectory) end -= 1;
  if (end < 0) throw new Error('no ZIP archive');
  const count = tail.getUint16(end + 10, true);
  const size = tail.getUint32(end + 12, true);
  const start = tail.getUint32(end + 16, true);
  const directory = await bytesOf(archive, start, start + size);

  const entries: ZipEntry[] = [];
  for (let at = 0, index = 0; index < count; index += 1) {
    if (directory.getUint32(at, true) !== directoryEntry) throw new Error('damaged ZIP archive');
    const flags = directory.getUint16(at + 8, true);
    const method = directory.getUint16(at + 10, true);
    const packed = directory.getUint32(at + 20, true);
    const unpacked = directory.getUint32(at + 24, true);
    const [name, extra, comment] = [28, 30, 32].map((field) => directory.getUint16(at + field, true)) as [
      number,
      number,
      number,
    ];
    const header = directory.getUint32(at + 42, true);
    const bytes = new Uint8Array(directory.buffer, directory.byteOffset + at + 46, name);
    const path = new TextDecoder(flags & utf8Names ? 'utf-8' : 'windows-1252').decode(bytes);
    at += 46 + name + extra + comment;
    if (path.endsWith('/')) continue;
    entries.push({
      path,
      size: unpacked,
      read: async () => {
        if (flags & encrypted) throw new Error('encrypted');
        const local = await bytesOf(archive, header, header + 30);
        const from = header + 30 + local.getUint16(26, true) + local.getUint16(28, true);
        return unpack(archive.slice(from, from + packed), method, unpacked);
      },
    });
  }
  return entries;
}

async function unpack(packed: Blob, method: number, size: number): Promise<Uint8Array<ArrayBuffer>> {
  if (method !== 0 && method !== 8) throw new Error('unknown compression');
  const bytes = new Uint8Array(await packed.arrayBuffer());
  if (method === 0) return bytes;
  const inflate = new DecompressionStream('deflate-raw');
  const writer = inflate.writable.getWriter();
  // What goes wrong here is told by the reading end.
  void writer.write(bytes).catch(() => undefined);
  void writer.close().catch(() => undefined);
  const result = new Uint8Array(size);
  let filled = 0;
  for (const reader = inflate.readable.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (filled + value.length > size) throw new Error('larger than claimed');
    result.set(value, filled);
    filled += value.length;
  }
  if (filled < size) throw new Error('smaller than claimed');
  return result;
}

async function bytesOf(blob: Blob, from: number, to: number): Promise<DataView> {
  return new DataView(await blob.slice(from, to).arrayBuffer());
}
