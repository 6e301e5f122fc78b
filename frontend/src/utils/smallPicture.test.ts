import { describe, expect, it } from 'vitest';
import { middle, smallPicture } from './smallPicture';

describe('a small picture', () => {
  it('is the middle of the file’s', () => {
    expect(middle(400, 300)).toEqual({ x: 50, y: 0, length: 300 });
    expect(middle(300, 400)).toEqual({ x: 0, y: 50, length: 300 });
    expect(middle(7, 7)).toEqual({ x: 0, y: 0, length: 7 });
  });

  it('is not made of a file that is too long to look at', async () => {
    const file = new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'me.png');
    await expect(smallPicture(file)).rejects.toMatchObject({ reason: 'tooLarge' });
  });
});
