/** A file that goes into an archive. */
export interface Packed {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const localHeader = 0x04034b50;
const directoryEntry = 0x02014b50;
const endOfDirectory = 0x06054b50;
const version = 20;
const utf8Names = 0x0800;
const deflated = 8;
/** The first day that the format knows: the content alone decides what the archive looks like. */
const date = 0x0021;

/** Packs files into a ZIP archive (APPNOTE 6.3.10, deflated), one after the other, so that only one is unpacked at a time. */
export async function zip(files: AsyncIterable<Packed>): Promise<Blob> {
  const parts: BlobPart[] = [];
  const directory: BlobPart[] = [];
  let offset = 0;
  let entries = 0;
  for await (const { path, bytes } of files) {
    const name = new TextEncoder().encode(path);
    const packed = await deflate(bytes);
    const facts: readonly Field[] = [
      [2, utf8Names],
      [2, deflated],
      [2, 0],
      [2, date],
      [4, crc32(bytes)],
      [4, packed.byteLength],
      [4, bytes.length],
      [2, name.length],
      [2, 0],
    ];
    const header = fields([[4, localHeader], [2, version], ...facts]);
    parts.push(header, name, packed);
    directory.push(
      fields([
        [4, directoryEntry],
        [2, version],
        [2, version],
        ...facts,
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, offset],
      ]),
      name,
    );
    offset += header.byteLength + name.length + packed.byteLength;
    entries += 1;
  }
  const listed = new Blob(directory);
  const end = fields([
    [4, endOfDirectory],
    [2, 0],
    [2, 0],
    [2, entries],
    [2, entries],
    [4, listed.size],
    [4, offset],
    [2, 0],
  ]);
  return new Blob([...parts, listed, end], { type: 'application/zip' });
}

async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  const stream = new CompressionStream('deflate-raw');
  const writer = stream.writable.getWriter();
  // What goes wrong here is told by the reading end.
  void writer.write(bytes).catch(() => undefined);
  void writer.close().catch(() => undefined);
  return new Response(stream.readable).arrayBuffer();
}

type Field = readonly [bytes: 2 | 4, value: number];

function fields(values: readonly Field[]): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(values.reduce((sum, [size]) => sum + size, 0)));
  let at = 0;
  for (const [size, value] of values) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return view.buffer;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
