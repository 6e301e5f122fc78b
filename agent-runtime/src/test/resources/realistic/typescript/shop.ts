import express, { NextFunction, Request, Response, Router } from 'express';
import { exec, execFile, spawn } from 'child_process';
import crypto from 'crypto';
import fs from 'fs';
import { readFile, writeFile } from 'fs/promises';
import path from 'path';
import util from 'util';
import axios from 'axios';
import jwt from 'jsonwebtoken';
import mysql from 'mysql2/promise';
import { Pool } from 'pg';
import mongoose, { Model } from 'mongoose';
import { z } from 'zod';
import session from 'express-session';
import https from 'https';
import _ from 'lodash';
import AdmZip from 'adm-zip';
import escapeHtml from 'escape-html';

const execAsync = util.promisify(exec);
const pool = new Pool({ connectionString: process.env.DATABASE_URL });
const router = Router();
const UPLOAD_DIR = path.resolve('/srv/uploads');
const JWT_SECRET = 'p4ssphrase-for-signing-tokens'; // BAD CWE-798|CWE-321|CWE-259
const SORT_COLUMNS: Record<string, string> = { name: 'name', price: 'price' };

interface Filter { name?: string; minPrice?: number; sort?: string }

class ProductRepository {
  constructor(private readonly db: Pool) {}

  async search(filter: Filter) {
    let sql = 'SELECT * FROM products WHERE 1=1';
    if (filter.name) {
      sql += ` AND name LIKE '%${filter.name}%'`;
    }
    const { rows } = await this.db.query(sql); // BAD CWE-89
    return rows;
  }

  async searchSafe(filter: Filter) {
    const params: unknown[] = [];
    let sql = 'SELECT * FROM products WHERE 1=1';
    if (filter.name) {
      params.push(`%${filter.name}%`);
      sql += ` AND name LIKE $${params.length}`;
    }
    const { rows } = await this.db.query(sql, params);
    return rows;
  }

  async sorted(column: string, direction: string) {
    const safe = SORT_COLUMNS[column] ?? 'id';
    const dir = direction === 'desc' ? 'DESC' : 'ASC';
    return (await this.db.query(`SELECT * FROM products ORDER BY ${safe} ${dir}`)).rows;
  }

  async byIds(ids: number[]) {
    const placeholders = ids.map((_, i) => `$${i + 1}`).join(', ');
    return (await this.db.query(`SELECT * FROM products WHERE id IN (${placeholders})`, ids)).rows;
  }
}

const repository = new ProductRepository(pool);
const asyncHandler = (fn: (req: Request, res: Response, next: NextFunction) => Promise<unknown>) =>
  (req: Request, res: Response, next: NextFunction) => Promise.resolve(fn(req, res, next)).catch(next);

router.get('/products', asyncHandler(async (req, res) => {
  const { name, sort } = req.query as Filter;
  res.json(await repository.search({ name, sort }));
}));

router.get('/products/safe', asyncHandler(async (req, res) => {
  res.json(await repository.searchSafe({ name: String(req.query.name ?? '') }));
}));

router.get('/products/sorted', async (req, res) => {
  res.json(await repository.sorted(String(req.query.by), String(req.query.dir)));
});

const idsSchema = z.object({ ids: z.array(z.coerce.number().int()).max(100) });
router.get('/products/many', async (req, res) => {
  const { ids } = idsSchema.parse(req.query);
  res.json(await repository.byIds(ids));
});

async function findUser(email: string) {
  const conn = await mysql.createConnection({ host: 'db' });
  const [rows] = await conn.execute(`SELECT * FROM users WHERE email = '${email}'`); // BAD CWE-89
  return rows;
}

router.post('/login', async (req, res) => {
  const user = await findUser(req.body.email);
  if (!user) return res.status(401).end();
  const token = jwt.sign({ sub: 1 }, JWT_SECRET, { expiresIn: '1h' }); // BAD CWE-798|CWE-614|CWE-1004
  res.cookie('token', token); // BAD CWE-614|CWE-1004
  return res.json({ token });
});

router.get('/me', (req, res) => {
  const payload = jwt.decode(req.headers.authorization!.slice(7)); // BAD CWE-347|CWE-345
  res.json(payload);
});

router.get('/files/:name', (req, res) => {
  res.sendFile(path.join(UPLOAD_DIR, req.params.name)); // BAD CWE-22
});

router.get('/files2/:name', (req, res) => {
  const target = path.resolve(UPLOAD_DIR, req.params.name);
  if (!target.startsWith(UPLOAD_DIR + path.sep)) {
    return res.status(403).end();
  }
  return res.sendFile(target);
});

router.get('/files3/:name', async (req, res) => {
  const name = path.basename(req.params.name);
  res.type('text/plain').send(await readFile(path.join(UPLOAD_DIR, name), 'utf8'));
});

function safeJoin(base: string, target: string): string {
  const full = path.resolve(base, target);
  const relative = path.relative(base, full);
  if (relative.startsWith('..') || path.isAbsolute(relative)) {
    throw new Error('outside');
  }
  return full;
}

router.get('/files4/*', (req, res) => {
  fs.createReadStream(safeJoin(UPLOAD_DIR, req.params[0])).pipe(res);
});

router.get('/files5', (req, res) => {
  fs.readFile(`./public/${req.query.page}.html`, 'utf8', (err, html) => { // BAD CWE-22
    if (err) return res.status(404).end();
    return res.send(html);
  });
});

router.post('/unzip', (req, res) => {
  const zip = new AdmZip(req.body);
  for (const entry of zip.getEntries()) {
    fs.writeFileSync(path.join(UPLOAD_DIR, entry.entryName), entry.getData()); // BAD CWE-22
  }
  res.end();
});

router.get('/ping', (req, res) => {
  exec(`ping -c 1 ${req.query.host}`, (err, stdout) => res.send(stdout)); // BAD CWE-78
});

router.get('/ping2', async (req, res) => {
  const { stdout } = await execAsync('nslookup ' + req.query.host); // BAD CWE-78
  res.json({ stdout });
});

router.get('/ping3', (req, res) => {
  const host = String(req.query.host);
  if (!/^[a-z0-9.-]+$/i.test(host) || host.startsWith('-')) return res.status(400).end();
  return execFile('ping', ['-c', '1', host], (err, stdout) => res.json({ stdout }));
});

router.get('/ping4', (req, res) => {
  const child = spawn('sh', ['-c', `ls ${req.query.dir}`]); // BAD CWE-78
  child.stdout.pipe(res);
});

router.get('/hello', (req, res) => {
  res.send(`<h1>Hello ${req.query.name}</h1>`); // BAD CWE-79
});

router.get('/hello/safe', (req, res) => {
  res.send(`<h1>Hello ${escapeHtml(String(req.query.name))}</h1>`);
});

router.get('/error', (req, res) => {
  res.status(404).send('Not found: ' + req.originalUrl); // BAD CWE-79
});

router.get('/go', (req, res) => {
  const { url } = req.query;
  res.redirect(url as string); // BAD CWE-601
});

router.get('/go/safe', (req, res) => {
  const url = String(req.query.url);
  if (!url.startsWith('/') || url.startsWith('//')) return res.redirect('/');
  return res.redirect(url);
});

router.get('/proxy', async (req, res) => {
  const { data } = await axios.get(req.query.url as string); // BAD CWE-918
  res.json(data);
});

router.get('/proxy2', async (req, res) => {
  const response = await fetch(`http://${req.query.host}/status`); // BAD CWE-918
  res.json(await response.json());
});

const ALLOWED = new Set(['api.example.com']);
router.get('/proxy3', async (req, res) => {
  const url = new URL(String(req.query.url));
  if (!ALLOWED.has(url.hostname)) return res.status(400).end();
  const response = await fetch(url);
  return res.json(await response.json());
});

router.get('/avatars/:id', async (req, res) => {
  const { data } = await axios.get(`https://avatars.example.com/${encodeURIComponent(req.params.id)}`);
  res.json(data);
});

router.get('/calc', (req, res) => {
  res.json({ result: eval(req.query.expr as string) }); // BAD CWE-94|CWE-95
});

router.get('/fn', (req, res) => {
  const f = new Function('x', `return ${req.body.code}`); // BAD CWE-94|CWE-95
  res.json({ result: f(1) });
});

const UserSchema = new mongoose.Schema({ email: String, password: String, isAdmin: Boolean });
const User = mongoose.model('User', UserSchema);

router.post('/users/login', async (req, res) => {
  const user = await User.findOne({ email: req.body.email, password: req.body.password }); // BAD CWE-943
  res.json({ ok: !!user });
});

router.post('/users/login/safe', async (req, res) => {
  const user = await User.findOne({ email: String(req.body.email) });
  res.json({ ok: !!user });
});

const Credentials = z.object({ email: z.string().email(), password: z.string() });
router.post('/users/login/zod', async (req, res) => {
  const parsed = Credentials.safeParse(req.body);
  if (!parsed.success) return res.status(422).end();
  const user = await User.findOne({ email: parsed.data.email });
  return res.json({ ok: !!user });
});

router.post('/users', async (req, res) => {
  const user = await User.create(req.body); // BAD CWE-915
  res.status(201).json({ id: user.id });
});

router.patch('/users/:id', async (req, res) => {
  const { email } = req.body;
  await User.findByIdAndUpdate(req.params.id, { $set: { email: String(email) } });
  res.status(204).end();
});

router.post('/merge', (req, res) => {
  const settings: Record<string, unknown> = {};
  for (const key in req.body) {
    settings[key] = req.body[key]; // BAD CWE-1321
  }
  res.json(settings);
});

router.post('/merge2', (req, res) => {
  const settings = _.merge({}, defaults, req.body); // BAD CWE-1321
  res.json(settings);
});
const defaults = { theme: 'light' };

router.get('/search', (req, res) => {
  const re = new RegExp(req.query.q as string, 'i'); // BAD CWE-1333|CWE-730
  res.json(Object.values(SORT_COLUMNS).filter((v) => re.test(v)));
});

router.get('/log', (req, res) => {
  console.log('request for ' + req.query.q); // BAD CWE-117
  res.end();
});

export function hash(password: string) {
  return crypto.createHash('md5').update(password).digest('hex'); // BAD CWE-327|CWE-328|CWE-916
}

export function encrypt(data: string, key: Buffer) {
  const cipher = crypto.createCipheriv('des-ecb', key, null); // BAD CWE-327
  return cipher.update(data, 'utf8', 'hex') + cipher.final('hex');
}

export function resetToken() {
  const token = Math.random().toString(36).slice(2); // BAD CWE-330|CWE-338
  return token;
}

export const agent = new https.Agent({ rejectUnauthorized: false }); // BAD CWE-295

export function verifySignature(body: string, signature: string, secret: string) {
  const expected = crypto.createHmac('sha256', secret).update(body).digest('hex');
  return signature === expected; // BAD CWE-208
}

const app = express();
app.use(session({ secret: 'keyboard cat 42', resave: false, saveUninitialized: false, cookie: { secure: false } })); // BAD CWE-798|CWE-614|CWE-321
app.use((req, res, next) => {
  res.header('Access-Control-Allow-Origin', req.headers.origin); // BAD CWE-942
  res.header('Access-Control-Allow-Credentials', 'true');
  next();
});
app.use('/api', router);
app.listen(3000);
