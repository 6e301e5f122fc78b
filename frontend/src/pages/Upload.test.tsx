import { webcrypto } from 'node:crypto';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { aStatus, jobId } from '@/test/builders';
import { LiveSocket } from '@/test/liveSocket';
import { openAt, signedIn } from '@/test/render';
import { accepts, answers, server } from '@/test/server';

const target = {
  upload_id: '0199f3a2-7c41-7d30-9b6e-2f4c8a1d5e99',
  url: 'https://store.test/uploads/1?signature=s',
  headers: {
    'content-type': 'application/octet-stream',
    'content-length': '3',
    'x-amz-checksum-sha256': 'sum',
  },
  expires_at: '2026-01-15T10:00:00Z',
};

/** PUT to the store answers the status; the returned list collects the headers. */
function stores(status: number): Headers[] {
  const put: Headers[] = [];
  server.use(
    http.put('https://store.test/uploads/1', ({ request }) => {
      put.push(request.headers);
      return new HttpResponse(null, { status, headers: { 'Access-Control-Allow-Origin': '*' } });
    }),
    http.options(
      'https://store.test/uploads/1',
      () =>
        new HttpResponse(null, {
          headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' },
        }),
    ),
  );
  return put;
}

async function chooseArchive(): Promise<void> {
  await screen.findByRole('textbox', { name: /^Code of/ });
  const archive = new File(['abc'], 'code.tar.gz');
  fireEvent.change(document.querySelector('input[type=file]')!, { target: { files: [archive] } });
  await screen.findByRole('heading', { name: 'code.tar.gz' });
}

beforeEach(() => {
  signedIn();
  vi.stubGlobal('WebSocket', LiveSocket);
  // Node's own takes no buffers of jsdom's realm.
  vi.stubGlobal('crypto', {
    randomUUID: () => webcrypto.randomUUID(),
    getRandomValues: (bytes: Uint8Array) => webcrypto.getRandomValues(bytes),
    subtle: {
      digest: (name: string, data: ArrayBuffer) =>
        webcrypto.subtle.digest(name, Buffer.from(new Uint8Array(data))),
    },
  });
  answers(`/code-review/${jobId}`, aStatus());
  answers(`/code-review/${jobId}/files`, { items: [] });
});

describe('an archive', () => {
  it('is put with exactly the headers that were signed, and then reviewed', async () => {
    const begun = accepts('/code-review/uploads', 201, target);
    const put = stores(200);
    const submitted = accepts('/code-review', 202, {
      job_id: jobId,
      status: 'queued',
      created_at: '2026-01-15T09:30:00Z',
      estimated_duration: 4,
      websocket_url: `/api/v1/ws/${jobId}`,
    });
    const { user, shown } = openAt('/reviews/new?workflow=security_audit');
    await chooseArchive();
    await user.click(screen.getByRole('button', { name: 'Upload and review' }));
    await waitFor(() => expect(shown.address).toBe(`/reviews/${jobId}`));
    expect(begun[0]?.body).toEqual({
      file_name: 'code.tar.gz',
      size_bytes: 3,
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    });
    expect(put[0]?.get('x-amz-checksum-sha256')).toBe('sum');
    expect(put[0]?.get('content-type')).toBe('application/octet-stream');
    expect(put[0]?.get('X-CSRF-Token')).toBeNull();
    expect(submitted[0]?.body).toEqual({ upload_id: target.upload_id, workflow: 'security_audit' });
  });

  it('that the store refuses can be tried again', async () => {
    accepts('/code-review/uploads', 201, target);
    stores(403);
    const { user } = openAt('/reviews/new');
    await chooseArchive();
    await user.click(screen.getByRole('button', { name: 'Upload and review' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('the store refused the file (403)');
    expect(screen.getByRole('button', { name: 'Upload and review' })).toBeEnabled();
  });

  it('that cannot be kept in this browser says so', async () => {
    openAt('/reviews/new'); // jsdom has no IndexedDB, as some private windows
    await chooseArchive();
    expect(await screen.findByText(/has no room to keep it/)).toBeInTheDocument();
  });

  it('that is not there any more gives way to the editor', async () => {
    localStorage.setItem(
      'draft',
      '{"files":[{"path":null,"content":"mine","language":null}],"active":0,"focus":[],"upload":"u-1"}',
    );
    openAt('/reviews/new');
    expect(await screen.findByRole('textbox', { name: /^Code of/ })).toHaveValue('mine');
  });

  it('can be cancelled on its way, which is no failure', async () => {
    server.use(http.post('https://app.test/api/v1/code-review/uploads', () => new Promise(() => undefined)));
    const { user } = openAt('/reviews/new');
    await chooseArchive();
    await user.click(screen.getByRole('button', { name: 'Upload and review' }));
    await user.click(await screen.findByRole('button', { name: 'Cancel upload' }));
    expect(await screen.findByRole('button', { name: 'Upload and review' })).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Remove' }));
    expect(await screen.findByRole('textbox', { name: /^Code of/ })).toBeInTheDocument();
  });
});
