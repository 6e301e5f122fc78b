import asyncio
import hmac
import os
import random
import secrets
import shlex
import ssl
import string
from typing import Annotated, Literal

import aiofiles
import asyncpg
import httpx
import jwt
from fastapi import APIRouter, Depends, FastAPI, File, HTTPException, Query, Request, UploadFile
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse
from pydantic import BaseModel, Field
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession
from lxml import etree
from ldap3 import Connection, Server
from ldap3.utils.conv import escape_filter_chars
import motor.motor_asyncio

app = FastAPI()
router = APIRouter(prefix="/v1")
SECRET_KEY = "s3cr3t-flask-key-9271" # BAD CWE-798|CWE-321|CWE-259
DATABASE_URL = "postgresql://admin:Pr0dPassw0rd@db.internal:5432/app" # BAD CWE-798|CWE-259
DEFAULT_URL = os.environ.get("DATABASE_URL", "postgresql://localhost/app")
mongo = motor.motor_asyncio.AsyncIOMotorClient()
users = mongo.app.users


class SearchRequest(BaseModel):
    term: str = Field(min_length=1, max_length=80)
    order_by: str = "name"
    direction: Literal["asc", "desc"] = "asc"
    limit: int = 20


class User(BaseModel):
    email: str
    age: int


async def get_session() -> AsyncSession:
    raise NotImplementedError


class UserStore:
    def __init__(self, session: AsyncSession):
        self.session = session

    async def search_bad(self, req: SearchRequest):
        stmt = text(f"SELECT * FROM users WHERE name ILIKE '%{req.term}%' ORDER BY {req.order_by}") # BAD CWE-89
        return (await self.session.execute(stmt)).all()

    async def search(self, req: SearchRequest):
        stmt = text("SELECT * FROM users WHERE name ILIKE :term LIMIT :limit")
        return (await self.session.execute(stmt, {"term": f"%{req.term}%", "limit": req.limit})).all()

    async def ordered(self, req: SearchRequest):
        columns = {"name": "name", "created": "created_at"}
        column = columns.get(req.order_by)
        if column is None:
            raise HTTPException(422, "unknown column")
        return (await self.session.execute(text(f"SELECT * FROM users ORDER BY {column} {req.direction}"))).all()

    async def by_age(self, limit: int):
        return (await self.session.execute(text(f"SELECT * FROM users LIMIT {limit}"))).all()


def store(session: Annotated[AsyncSession, Depends(get_session)]) -> UserStore:
    return UserStore(session)


@router.post("/search")
async def search(req: SearchRequest, users_store: UserStore = Depends(store)):
    return await users_store.search_bad(req)


@router.post("/search/safe")
async def search_safe(req: SearchRequest, users_store: UserStore = Depends(store)):
    return await users_store.search(req)


@router.post("/ordered")
async def ordered(req: SearchRequest, users_store: Annotated[UserStore, Depends(store)]):
    return await users_store.ordered(req)


@router.get("/age")
async def age(limit: int, s: Annotated[AsyncSession, Depends(get_session)]):
    return (await s.execute(text(f"SELECT * FROM users LIMIT {limit}"))).all()


@router.get("/raw")
async def raw(name: str, pool: asyncpg.Pool = Depends(get_session)):
    async with pool.acquire() as conn:
        return await conn.fetch("SELECT * FROM users WHERE name = '{}'".format(name)) # BAD CWE-89


@router.get("/raw/safe")
async def raw_safe(name: str, pool: asyncpg.Pool = Depends(get_session)):
    async with pool.acquire() as conn:
        return await conn.fetch("SELECT * FROM users WHERE name = $1", name)


@router.get("/files/{name:path}")
async def read(name: str):
    async with aiofiles.open(f"/srv/files/{name}") as f: # BAD CWE-22
        return {"content": await f.read()}


@router.get("/export/{name}", response_class=FileResponse)
async def export(name: str):
    return FileResponse(os.path.join("/srv/exports", name)) # BAD CWE-22


@router.post("/upload")
async def upload(file: UploadFile = File(...)):
    dest = os.path.join("/srv/uploads", file.filename)
    with open(dest, "wb") as out: # BAD CWE-22
        out.write(await file.read())
    return {"ok": True}


@router.post("/upload/safe")
async def upload_safe(file: UploadFile = File(...)):
    dest = os.path.join("/srv/uploads", f"{secrets.token_hex(16)}.bin")
    with open(dest, "wb") as out:
        out.write(await file.read())
    return {"ok": True}


@router.get("/fetch")
async def fetch(url: str):
    async with httpx.AsyncClient(timeout=5) as client:
        response = await client.get(url) # BAD CWE-918
    return response.json()


@router.get("/run")
async def run(cmd: str, name: Annotated[str, Query()]):
    proc = await asyncio.create_subprocess_shell(f"tool --name {name}", stdout=asyncio.subprocess.PIPE) # BAD CWE-78
    out, _ = await proc.communicate()
    return {"out": out.decode()}


@router.get("/run/safe")
async def run_safe(name: str):
    proc = await asyncio.create_subprocess_exec("tool", "--name", name, stdout=asyncio.subprocess.PIPE)
    await asyncio.create_subprocess_shell(f"tool --name {shlex.quote(name)}")
    out, _ = await proc.communicate()
    return {"out": out.decode()}


@router.get("/page", response_class=HTMLResponse)
async def page(title: str):
    return f"<html><title>{title}</title></html>" # BAD CWE-79


@router.get("/goto")
async def goto(url: str):
    return RedirectResponse(url) # BAD CWE-601


@router.post("/login")
async def login(request: Request):
    body = await request.json()
    user = await users.find_one({"email": body["email"], "password": body["password"]}) # BAD CWE-943
    if not user:
        raise HTTPException(401)
    return {"token": jwt.encode({"sub": str(user["_id"])}, SECRET_KEY, algorithm="HS256")}


@router.post("/login/safe")
async def login_safe(user: User):
    found = await users.find_one({"email": user.email})
    return {"found": bool(found)}


@router.get("/me")
async def me(token: str):
    return jwt.decode(token, options={"verify_signature": False}) # BAD CWE-347|CWE-345


@router.get("/ldap")
async def ldap(uid: str):
    conn = Connection(Server("ldap://directory"))
    conn.search("dc=example,dc=com", f"(uid={uid})") # BAD CWE-90
    conn.search("dc=example,dc=com", f"(uid={escape_filter_chars(uid)})")
    return conn.entries


@router.post("/xml")
async def xml(request: Request):
    parser = etree.XMLParser(resolve_entities=True, no_network=False) # BAD CWE-611
    doc = etree.fromstring(await request.body(), parser) # BAD CWE-611
    return {"root": doc.tag}


@router.get("/xpath")
async def xpath(name: str):
    doc = etree.parse("users.xml")
    return [n.text for n in doc.xpath(f"//user[name='{name}']")] # BAD CWE-643


@router.get("/xpath/safe")
async def xpath_safe(name: str):
    doc = etree.parse("users.xml")
    return [n.text for n in doc.xpath("//user[name=$name]", name=name)]


def reset_token():
    return "".join(random.choice(string.ascii_letters) for _ in range(32)) # BAD CWE-330|CWE-338


def good_token():
    return "".join(secrets.choice(string.ascii_letters) for _ in range(32))


def verify(signature: str, body: bytes, key: bytes) -> bool:
    expected = hmac.new(key, body, "sha256").hexdigest()
    return signature == expected # BAD CWE-208


def verify_good(signature: str, body: bytes, key: bytes) -> bool:
    expected = hmac.new(key, body, "sha256").hexdigest()
    return hmac.compare_digest(signature, expected)


def client():
    ctx = ssl.create_default_context()
    ctx.check_hostname = False
    ctx.verify_mode = ssl.CERT_NONE # PACK CWE-295
    return httpx.Client(verify=ctx, timeout=3)


def insecure(url):
    return httpx.get("https://internal.example.com/x", verify=False, timeout=3) # BAD CWE-295


app.include_router(router)
