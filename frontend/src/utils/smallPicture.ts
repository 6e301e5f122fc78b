/** The longest file that is looked at, in bytes. */
const longestFile = 10 * 1024 * 1024;
const side = 256;
/** What the server takes, in characters of base64 and the data address before it. */
const longestAddress = 43_692;
const qualities = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4];

/** Why a file cannot become a picture. */
export class PictureRefused extends Error {
  readonly reason: 'noPicture' | 'tooLarge';

  constructor(reason: 'noPicture' | 'tooLarge') {
    super(reason);
    this.reason = reason;
  }
}

/**
 * The middle of a picture as a small JPEG, in a data address. Drawn anew, it carries nothing of the file but its colours:
 * neither place nor camera. What is transparent becomes white.
 */
export async function smallPicture(file: File): Promise<string> {
  if (file.size > longestFile) throw new PictureRefused('tooLarge');
  const image = await createImageBitmap(file).catch(() => {
    throw new PictureRefused('noPicture');
  });
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const paper = canvas.getContext('2d');
  if (!paper) throw new PictureRefused('noPicture');
  paper.fillStyle = '#fff';
  paper.fillRect(0, 0, side, side);
  const { x, y, length } = middle(image.width, image.height);
  paper.drawImage(image, x, y, length, length, 0, 0, side, side);
  image.close();
  for (const quality of qualities) {
    const address = canvas.toDataURL('image/jpeg', quality);
    if (address.length <= longestAddress) return address;
  }
  throw new PictureRefused('tooLarge');
}

/** The largest square in the middle. */
export function middle(width: number, height: number): { x: number; y: number; length: number } {
  const length = Math.min(width, height);
  return { x: (width - length) / 2, y: (height - length) / 2, length };
}
