import functools
import hashlib
import json
import logging
import os
import pickle
import re
import sqlite3
import subprocess
import tempfile
import zipfile
import tarfile
import yaml
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlparse, urljoin

import requests
from flask import Blueprint, Flask, abort, current_app, g, jsonify, make_response, redirect, render_template, render_template_string, request, send_file, session, url_for
from markupsafe import Markup, escape

bp = Blueprint("shop", __name__)
log = logging.getLogger(__name__)
UPLOADS = Path("/srv/uploads")
SORTABLE = {"name", "price", "created_at"}
ORDERINGS = {"new": "created_at DESC", "cheap": "price ASC"}


def get_db():
    if "db" not in g:
        g.db = sqlite3.connect(current_app.config["DATABASE"])
        g.db.row_factory = sqlite3.Row
    return g.db


def run_query(sql, params=()):
    cur = get_db().execute(sql, params)
    return [dict(row) for row in cur.fetchall()]


class ProductRepository:
    def __init__(self, db):
        self.db = db

    def by_name_bad(self, name):
        return self.db.execute("SELECT * FROM products WHERE name LIKE '%%%s%%'" % name).fetchall() # BAD CWE-89

    def by_name(self, name):
        return self.db.execute("SELECT * FROM products WHERE name LIKE ?", (f"%{name}%",)).fetchall()

    def sorted_by(self, column):
        if column not in SORTABLE:
            raise ValueError(f"cannot sort by {column}")
        return self.db.execute(f"SELECT * FROM products ORDER BY {column}").fetchall()

    def page(self, order, limit, offset):
        clause = ORDERINGS.get(order, "id")
        return self.db.execute(f"SELECT * FROM products ORDER BY {clause} LIMIT {int(limit)} OFFSET {int(offset)}").fetchall()

    def many(self, ids):
        marks = ",".join("?" for _ in ids)
        return self.db.execute(f"SELECT * FROM products WHERE id IN ({marks})", list(ids)).fetchall()

    def update(self, product_id, fields):
        sets = ", ".join(f"{k} = ?" for k in fields if k in SORTABLE)
        self.db.execute(f"UPDATE products SET {sets} WHERE id = ?", (*[fields[k] for k in fields if k in SORTABLE], product_id))

    def update_bad(self, product_id, fields):
        sets = ", ".join(f"{k} = '{v}'" for k, v in fields.items())
        self.db.execute(f"UPDATE products SET {sets} WHERE id = ?", (product_id,)) # BAD CWE-89


def login_required(view):
    @functools.wraps(view)
    def wrapped(**kwargs):
        if "user_id" not in session:
            return redirect(url_for("auth.login", next=request.path))
        return view(**kwargs)
    return wrapped


@bp.route("/products")
def products():
    repo = ProductRepository(get_db())
    q = request.args.get("q", "").strip()
    if q:
        rows = repo.by_name_bad(q)
    else:
        rows = repo.page(request.args.get("order"), request.args.get("limit", 20), request.args.get("offset", 0))
    return render_template("products.html", rows=rows, q=q)


@bp.route("/products/sorted")
def products_sorted():
    repo = ProductRepository(get_db())
    return jsonify([dict(r) for r in repo.sorted_by(request.args["by"])])


@bp.route("/products/many")
def many():
    ids = request.args.getlist("id")
    return jsonify([dict(r) for r in ProductRepository(get_db()).many(ids)])


@bp.route("/products/<int:product_id>", methods=["PUT"])
@login_required
def update(product_id):
    ProductRepository(get_db()).update(product_id, request.get_json())
    return "", 204


@bp.route("/products/<int:product_id>/legacy", methods=["POST"])
def update_legacy(product_id):
    ProductRepository(get_db()).update_bad(product_id, request.form.to_dict())
    return "", 204


@bp.route("/stats")
def stats():
    where = []
    if request.args.get("category"):
        where.append("category = '" + request.args["category"] + "'")
    if request.args.get("min"):
        where.append("price >= %d" % int(request.args["min"]))
    sql = "SELECT count(*) FROM products"
    if where:
        sql += " WHERE " + " AND ".join(where)
    return jsonify(run_query_raw(sql))


def run_query_raw(sql):
    conn = sqlite3.connect("shop.db")
    try:
        return conn.execute(sql).fetchall() # BAD CWE-89
    finally:
        conn.close()


@bp.route("/stats/safe")
def stats_safe():
    where, params = [], []
    if request.args.get("category"):
        where.append("category = ?")
        params.append(request.args["category"])
    sql = "SELECT count(*) FROM products"
    if where:
        sql += " WHERE " + " AND ".join(where)
    return jsonify(run_query(sql, params))


@bp.route("/upload", methods=["POST"])
def upload():
    f = request.files["file"]
    f.save(os.path.join("/srv/uploads", f.filename)) # BAD CWE-22
    return "ok"


@bp.route("/upload/safe", methods=["POST"])
def upload_safe():
    from werkzeug.utils import secure_filename
    f = request.files["file"]
    name = secure_filename(f.filename)
    if not name:
        abort(400)
    f.save(UPLOADS / name)
    return "ok"


@bp.route("/download/<path:name>")
def download(name):
    return send_file(UPLOADS / name) # BAD CWE-22


@bp.route("/download2/<path:name>")
def download2(name):
    target = (UPLOADS / name).resolve()
    if UPLOADS.resolve() not in target.parents:
        abort(404)
    return send_file(target)


@bp.route("/download3/<path:name>")
def download3(name):
    target = os.path.realpath(os.path.join("/srv/uploads", name))
    if os.path.commonpath([target, "/srv/uploads"]) != "/srv/uploads":
        abort(404)
    with open(target, "rb") as fh:
        return fh.read()


@bp.route("/unzip", methods=["POST"])
def unzip():
    with zipfile.ZipFile(request.files["archive"]) as z:
        for info in z.infolist():
            with open(os.path.join("/srv/data", info.filename), "wb") as out: # BAD CWE-22
                out.write(z.read(info))
    return "ok"


@bp.route("/untar", methods=["POST"])
def untar():
    with tarfile.open(fileobj=request.files["archive"].stream) as t:
        t.extractall("/srv/data") # BAD CWE-22
    return "ok"


@bp.route("/ping")
def ping():
    host = request.args.get("host")
    out = subprocess.check_output(f"ping -c 1 {host}", shell=True) # BAD CWE-78
    return out.decode()


@bp.route("/ping/safe")
def ping_safe():
    host = request.args.get("host", "")
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.-]{0,252}", host):
        abort(400)
    out = subprocess.run(["ping", "-c", "1", host], capture_output=True, text=True, timeout=5, check=False)
    return jsonify(output=out.stdout)


class Converter:
    binary = "convert"

    def __init__(self, options):
        self.options = options

    def command(self, source):
        return " ".join([self.binary, self.options["flags"], source])

    def run(self, source):
        os.system(self.command(source)) # BAD CWE-78


@bp.route("/convert", methods=["POST"])
def convert():
    Converter({"flags": request.form["flags"]}).run("/srv/in.png")
    return "", 204


@bp.route("/hello")
def hello():
    name = request.args.get("name", "world")
    return f"<h1>Hello {name}</h1>" # BAD CWE-79


@bp.route("/hello/safe")
def hello_safe():
    return f"<h1>Hello {escape(request.args.get('name', 'world'))}</h1>"


@bp.route("/tmpl")
def tmpl():
    template = "<p>" + request.args.get("m", "") + "</p>"
    return render_template_string(template) # BAD CWE-1336|CWE-94|CWE-79


@bp.route("/tmpl/safe")
def tmpl_safe():
    return render_template_string("<p>{{ m }}</p>", m=request.args.get("m", ""))


@bp.route("/go")
def go():
    return redirect(request.args.get("next") or "/") # BAD CWE-601


def is_safe_url(target):
    ref = urlparse(request.host_url)
    test = urlparse(urljoin(request.host_url, target))
    return test.scheme in ("http", "https") and ref.netloc == test.netloc


@bp.route("/go/safe")
def go_safe():
    target = request.args.get("next", "/")
    if not is_safe_url(target):
        abort(400)
    return redirect(target)


@bp.route("/proxy")
def proxy():
    r = requests.get(request.args["url"], timeout=5) # BAD CWE-918
    return r.text, r.status_code, {"Content-Type": "text/plain"}


ALLOWED_HOSTS = {"api.example.com", "cdn.example.com"}


@bp.route("/proxy/safe")
def proxy_safe():
    url = request.args["url"]
    parts = urlparse(url)
    if parts.scheme != "https" or parts.hostname not in ALLOWED_HOSTS:
        abort(400)
    return jsonify(requests.get(url, timeout=5).json())


@bp.route("/user/<username>/avatar")
def avatar(username):
    return jsonify(requests.get(f"https://avatars.example.com/{username}.json", timeout=3).json())


@bp.route("/restore", methods=["POST"])
def restore():
    data = pickle.loads(request.get_data()) # BAD CWE-502
    return jsonify(data)


@bp.route("/config", methods=["POST"])
def config():
    cfg = yaml.load(request.data, Loader=yaml.Loader) # BAD CWE-502
    return jsonify(cfg)


@bp.route("/config/safe", methods=["POST"])
def config_safe():
    return jsonify(yaml.safe_load(request.data))


@bp.route("/calc")
def calc():
    return str(eval(request.args["expr"], {"__builtins__": {}})) # BAD CWE-95|CWE-94


@bp.route("/log")
def log_it():
    log.info("search for %s", request.args.get("q")) # BAD CWE-117
    return "ok"


@bp.route("/match")
def match():
    pattern = re.compile(request.args["p"]) # BAD CWE-1333|CWE-730|CWE-400
    return jsonify(bool(pattern.search("x" * 40)))


@bp.route("/cookie")
def cookie():
    resp = make_response("ok")
    resp.set_cookie("session_id", "abc") # BAD CWE-614|CWE-1004
    return resp


def digest(password):
    return hashlib.md5(password.encode()).hexdigest() # BAD CWE-327|CWE-328|CWE-916


def etag(data):
    return hashlib.md5(data, usedforsecurity=False).hexdigest()


@bp.route("/tmp")
def tmp():
    path = tempfile.mktemp() # BAD CWE-377
    with open(path, "w") as fh:
        fh.write("x")
    return "ok"


def create_app():
    app = Flask(__name__)
    app.config["SECRET_KEY"] = "k3Jd8-s8dK2-pq91Z" # BAD CWE-798|CWE-259|CWE-321
    app.register_blueprint(bp)
    return app


if __name__ == "__main__":
    create_app().run(host="0.0.0.0", debug=True) # BAD CWE-489|CWE-94|CWE-215
