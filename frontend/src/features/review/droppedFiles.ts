const mostEntries = 5_000;

/**
 * The files that were dropped, those in dropped folders included, each with its path below the drop. Call it while the
 * drop is handled: afterwards the browser no longer tells.
 */
export function droppedFiles(data: DataTransfer): Promise<File[]> {
  const plain = [...data.files];
  const entries = [...((data.items as DataTransferItemList | undefined) ?? [])].flatMap(
    (item) => item.webkitGetAsEntry() ?? [],
  );
  return entries.some(({ isDirectory }) => isDirectory) ? filesBelow(entries) : Promise.resolve(plain);
}

async function filesBelow(entries: readonly FileSystemEntry[]): Promise<File[]> {
  const found: File[] = [];
  const waiting = [...entries];
  for (let next = waiting.shift(); next && found.length < mostEntries; next = waiting.shift()) {
    if (next.isFile) found.push(await fileOf(next as FileSystemFileEntry));
    else waiting.push(...(await childrenOf(next as FileSystemDirectoryEntry)));
  }
  return found;
}

async function fileOf(entry: FileSystemFileEntry): Promise<File> {
  const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
  // As a folder that is chosen with a button would have it.
  return Object.defineProperty(file, 'webkitRelativePath', { value: entry.fullPath.replace(/^\//, '') });
}

async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    // It answers in parts of a hundred; an empty one is the last.
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (part.length === 0) return children;
    children.push(...part);
  }
}
