import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import express from 'express';
import helmet from 'helmet';
import jwt from 'jsonwebtoken';
import pg from 'pg';

const FILES = path.resolve('public/files');
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const publicKey = await readFile(process.env.PUBLIC_KEY_FILE, 'utf8');

const app = express();
app.use(helmet());
app.use(express.json({ limit: '100kb' }));

function callers(request, response, next) {
  const [scheme, token] = (request.get('Authorization') ?? '').split(' ');
  if (scheme !== 'Bearer' || !token) {
    response.status(401).json({ title: 'Sign in first' });
    return;
  }
  try {
    request.user = jwt.verify(token, publicKey, { algorithms: ['RS256'], audience: 'shop' });
  } catch {
    response.status(401).json({ title: 'The token is not valid' });
    return;
  }
  next();
}

app.get('/products', async (request, response, next) => {
  try {
    const limit = Math.min(Number.parseInt(request.query.limit ?? '20', 10) || 20, 100);
    const { rows } = await pool.query(
      'SELECT id, name, price FROM products WHERE name ILIKE $1 ORDER BY name, id LIMIT $2',
      [`${String(request.query.q ?? '')}%`, limit],
    );
    response.json({ items: rows });
  } catch (error) {
    next(error);
  }
});

app.post('/sessions', async (request, response, next) => {
  try {
    const { rows } = await pool.query('SELECT id, token_hash FROM devices WHERE id = $1', [request.body.device]);
    const given = createHash('sha256').update(String(request.body.token)).digest();
    if (rows.length === 0 || !timingSafeEqual(given, rows[0].token_hash)) {
      response.status(401).json({ title: 'Unknown device' });
      return;
    }
    const session = randomBytes(32).toString('base64url');
    await pool.query('INSERT INTO sessions (id, device_id) VALUES ($1, $2)', [session, rows[0].id]);
    response.cookie('session', session, { httpOnly: true, secure: true, sameSite: 'strict', maxAge: 3_600_000 });
    response.status(204).end();
  } catch (error) {
    next(error);
  }
});

app.get('/files/:name', callers, async (request, response, next) => {
  const file = path.join(FILES, path.basename(request.params.name));
  response.setHeader('Content-Type', 'application/octet-stream');
  try {
    await pipeline(createReadStream(file), response);
  } catch (error) {
    next(error);
  }
});

async function pricesOf(ids) {
  const answers = await Promise.all(
    ids.map(async (id) => {
      const answer = await fetch(`https://prices.example.org/v1/${encodeURIComponent(id)}`, {
        signal: AbortSignal.timeout(3000),
      });
      if (!answer.ok) throw new Error(`prices answered ${answer.status}`);
      return answer.json();
    }),
  );
  return new Map(answers.map(({ id, price }) => [id, price]));
}

app.post('/carts/total', callers, async (request, response, next) => {
  try {
    const lines = request.body.lines;
    const prices = await pricesOf(lines.map((line) => line.product));
    const total = lines.reduce((sum, line) => sum + prices.get(line.product) * line.quantity, 0);
    response.json({ total });
  } catch (error) {
    next(error);
  }
});

app.use((error, request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  console.error('request failed', request.method, request.path, error);
  response.status(500).json({ title: 'Something went wrong' });
});

const server = app.listen(Number(process.env.PORT ?? 3000));
process.on('SIGTERM', () => {
  server.close(() => pool.end());
});
