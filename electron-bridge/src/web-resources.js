/* Serves electron://frontend/PATH from the folder of the frontend, and nothing outside of it. */
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { Readable } = require("node:stream");

const SCHEME = "electron";
const HOST = "frontend";
const TYPES = {
  ".css": "text/css",
  ".gif": "image/gif",
  ".htm": "text/html",
  ".html": "text/html",
  ".ico": "image/vnd.microsoft.icon",
  ".jpeg": "image/jpeg",
  ".jpg": "image/jpeg",
  ".js": "text/javascript",
  ".json": "application/json",
  ".map": "application/json",
  ".mjs": "text/javascript",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".txt": "text/plain",
  ".wasm": "application/wasm",
  ".webp": "image/webp",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".xml": "text/xml",
};

/** Has to be called before the app is ready. */
function registerScheme(protocol) {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
  ]);
}

/** The file that a URL of a page means, as its real path below the real folder; undefined when there is none or it may not be told. */
function fileOf(folder, url) {
  const { hostname, pathname } = new URL(url);
  if (hostname !== HOST) return undefined;
  const wanted = decodeURIComponent(pathname);
  // A backslash or a drive separates names on Windows only, a NUL ends them in C only; names of frontends have none of them.
  if (/[\0\\]|:/.test(wanted) || wanted.split("/").some((name) => /^\.\.+$/.test(name))) return undefined;
  const relative = wanted.replace(/^\/+/, "") || "index.html";
  const root = fs.realpathSync(folder);
  // The real path of the file: a symbolic link may lead to where it likes inside of the folder.
  const file = fs.realpathSync(path.join(root, relative));
  return file.startsWith(root + path.sep) && fs.statSync(file).isFile() ? file : undefined;
}

function refusal(status) {
  return new Response(null, { status });
}

/** Answers one request for a file of the folder. */
function serve(folder, request) {
  if (request.method !== "GET" && request.method !== "HEAD") return refusal(405);
  let file;
  try {
    file = fileOf(folder, request.url);
  } catch (error) {
    return refusal(error.code === "ENOENT" || error.code === "ENOTDIR" ? 404 : 400);
  }
  if (!file) return refusal(403);
  const headers = {
    "content-type": TYPES[path.extname(file).toLowerCase()] ?? "application/octet-stream",
    "content-length": String(fs.statSync(file).size),
    "x-content-type-options": "nosniff",
  };
  return new Response(request.method === "HEAD" ? null : Readable.toWeb(fs.createReadStream(file)), { headers });
}

module.exports = { SCHEME, registerScheme, serve };
