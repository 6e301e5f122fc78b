const http = require('http');
const url = require('url');
const cp = require('child_process');
const fs = require('fs');
const path = require('path');
const { MongoClient } = require('mongodb');
const sqlite3 = require('sqlite3').verbose();
const serialize = require('node-serialize');
const vm = require('vm');
const Handlebars = require('handlebars');
const libxml = require('libxmljs2');
const ldap = require('ldapjs');
const knex = require('knex')({ client: 'pg' });
const db = new sqlite3.Database(':memory:');

function parse(req) {
  return url.parse(req.url, true).query;
}

const handlers = {
  '/list': (req, res) => {
    const { dir } = parse(req);
    cp.execSync('ls -la ' + dir); // BAD CWE-78
    res.end();
  },
  '/user': (req, res) => {
    const id = parse(req).id;
    db.get('SELECT * FROM users WHERE id = ' + id, (err, row) => { // BAD CWE-89
      res.end(JSON.stringify(row));
    });
  },
  '/user-safe': (req, res) => {
    const id = parse(req).id;
    db.get('SELECT * FROM users WHERE id = ?', [id], (err, row) => {
      res.setHeader('Content-Type', 'application/json');
      res.end(JSON.stringify(row));
    });
  },
  '/num': (req, res) => {
    const id = Number.parseInt(parse(req).id, 10);
    if (Number.isNaN(id)) { res.statusCode = 400; return res.end(); }
    db.get(`SELECT * FROM users WHERE id = ${id}`, () => res.end());
  },
  '/hello': (req, res) => {
    res.writeHead(200, { 'Content-Type': 'text/html' });
    res.end('<p>' + parse(req).name + '</p>'); // BAD CWE-79
  },
  '/static': (req, res) => {
    const file = path.join(__dirname, 'public', decodeURIComponent(url.parse(req.url).pathname));
    fs.createReadStream(file).pipe(res); // BAD CWE-22
  },
};

function route(req, res) {
  const handler = handlers[url.parse(req.url).pathname];
  if (!handler) {
    res.statusCode = 404;
    return res.end();
  }
  return handler(req, res);
}

http.createServer(route).listen(8080);

module.exports.deserialize = (req, res) => {
  const obj = serialize.unserialize(req.cookies.profile); // BAD CWE-502
  res.json({ name: obj.name });
};

module.exports.sandbox = (req, res) => {
  vm.runInNewContext(req.body.script, {}); // BAD CWE-94|CWE-95
  res.end();
};

module.exports.template = (req, res) => {
  const tpl = Handlebars.compile(req.body.template); // BAD CWE-1336|CWE-94
  res.json({ html: tpl({}) });
};

module.exports.template2 = (req, res) => {
  const tpl = Handlebars.compile('<b>{{name}}</b>');
  res.send(tpl({ name: req.body.name }));
};

module.exports.xml = (req, res) => {
  const doc = libxml.parseXml(req.body.xml, { noent: true }); // BAD CWE-611
  res.json({ root: doc.root().name() });
};

module.exports.mongo = async (req, res) => {
  const client = await MongoClient.connect(process.env.MONGO);
  const col = client.db('app').collection('items');
  const items = await col.find({ $where: `this.owner == '${req.query.owner}'` }).toArray(); // BAD CWE-943|CWE-94|CWE-95
  res.json(items);
};

module.exports.orders = async (req, res) => {
  const rows = await knex('orders').whereRaw(`customer = '${req.params.customer}'`); // BAD CWE-89
  res.json(rows);
};

module.exports.ordersSafe = async (req, res) => {
  const rows = await knex('orders').where({ customer: req.params.customer }).whereRaw('total > ?', [req.query.min]).orderBy('id');
  res.json(rows);
};

module.exports.ldap = (req, res) => {
  const client = ldap.createClient({ url: 'ldap://x' });
  client.search('dc=x', { filter: `(uid=${req.query.uid})` }, () => res.end()); // BAD CWE-90
};

module.exports.upload = async (req, res) => {
  const file = req.files.avatar;
  await file.mv('./uploads/' + file.name); // BAD CWE-22
  res.end();
};

module.exports.header = (req, res) => {
  res.setHeader('X-Trace', req.query.trace); // BAD CWE-113
  res.end();
};

class Mailer {
  constructor(opts) { this.opts = opts; }
  async send() { return cp.exec(`sendmail ${this.opts.to}`); } // BAD CWE-78
}
module.exports.mail = async (req, res) => {
  const mailer = new Mailer({ to: req.body.to, from: 'a@example.com' });
  await mailer.send();
  res.end();
};

const validators = { id: (v) => /^\d+$/.test(v), name: (v) => /^\w+$/.test(v) };
module.exports.validated = (req, res) => {
  if (!validators.id(req.query.id)) { res.status(400).end(); return; }
  db.all('SELECT * FROM t WHERE id = ' + req.query.id, () => res.end());
};

async function readConfig(name) {
  const allowed = ['a.json', 'b.json'];
  if (!allowed.includes(name)) throw new Error('unknown');
  return JSON.parse(await fs.promises.readFile(path.join('conf', name), 'utf8'));
}
module.exports.conf = async (req, res) => res.json(await readConfig(req.query.name));
