import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { temporaryFolder } from "../server/fixtures.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const packages = path.join(here, "../frontends/5.9.2/node_modules");

/** Bundles the page with the unmodified frontend and serves it on loopback; gives `{url, close}`. */
export async function servePage() {
  const folder = temporaryFolder("page");
  await esbuild.build({
    entryPoints: [path.join(here, "page.mjs")],
    outfile: path.join(folder, "page.js"),
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    nodePaths: [packages],
    loader: { ".svg": "dataurl", ".png": "dataurl", ".css": "text" },
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
    logLevel: "error",
  });
  fs.cpSync(path.join(packages, "@itwin/core-frontend/lib/public"), path.join(folder, "public"), { recursive: true });
  fs.writeFileSync(
    path.join(folder, "index.html"),
    '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script type="module" src="page.js"></script>',
  );
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://loopback");
    const file = path.join(folder, pathname === "/" ? "index.html" : pathname);
    if (!file.startsWith(folder) || !fs.existsSync(file) || fs.statSync(file).isDirectory()) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": TYPES[path.extname(file)] ?? "application/octet-stream" }).end(fs.readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
};
