import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { temporaryFolder } from "../server/fixtures.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const frontends = path.join(here, "../frontends");
const OLD = { folders: ["mobile-2.17.0", "2.19.53"], scope: "@bentley/imodeljs-", lib: "@bentley/mobile-manager/lib", apps: ["IOSApp", "AndroidApp"] };
const NEW = { folders: ["mobile-3.3.5", "3.8.0"], scope: "@itwin/core-", lib: "@itwin/core-mobile/lib/cjs", apps: [] };

/** The frontends of mobile applications: the release, the class that starts, and the example that is its host. */
export const MOBILE_APPS = {
  "IOSApp 2.17": { release: OLD, name: "IOSApp", example: "IOSViewer", platform: "ios" },
  "AndroidApp 2.17": { release: OLD, name: "AndroidApp", example: "AndroidViewer", platform: "android", secret: true },
  "MobileApp 3.3.5": { release: NEW, name: "MobileApp", example: "MobileViewer", platform: "ios" },
};

/** Bundles the page with an unmodified frontend and serves it on loopback; gives `{url, close}`. */
export async function serveApp({ folders, scope, lib, apps }) {
  const folder = temporaryFolder("mobile");
  const packages = folders.map((each) => path.join(frontends, each, "node_modules"));
  await esbuild.build({
    entryPoints: [path.join(here, "page.cjs")],
    outfile: path.join(folder, "page.js"),
    bundle: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    // The packages exist twice, as CommonJS and as ECMAScript modules, and the mobile ones ask for the former.
    mainFields: ["browser", "main"],
    nodePaths: packages,
    alias: {
      "frontend:common": `${scope}common`,
      "frontend:frontend": `${scope}frontend`,
    },
    plugins: [nodeModules, modules("frontend:apps", ["MobileApp", ...apps].map((name) => `${lib}/frontend/${name}.js`))],
    loader: { ".svg": "dataurl", ".png": "dataurl", ".css": "text" },
    define: {
      "process.env.NODE_ENV": '"production"',
      "process.env": "{}",
      global: "globalThis",
      __dirname: '""',
    },
    logLevel: "error",
  });
  const page = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script src="page.js"></script>';
  const server = http.createServer((request, response) => {
    if (request.url === "/") response.writeHead(200, { "content-type": "text/html" }).end(page);
    else if (request.url === "/page.js") response.writeHead(200, { "content-type": "text/javascript" }).end(fs.readFileSync(path.join(folder, "page.js")));
    else response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://localhost:${server.address().port}/`, close: () => server.close() };
}

/** What the packages look at when they are loaded, of the modules of Node.js that they name; a page uses none of them. */
const STUBS = {
  assert: "module.exports = (holds, message) => { if (!holds) throw new Error(message); };",
  buffer: "exports.Buffer = class {};\nfor (const name of ['from', 'alloc', 'allocUnsafe', 'allocUnsafeSlow']) exports.Buffer[name] = () => {};\nexports.Buffer.isBuffer = () => false;",
  http: "exports.Agent = function () {};",
  https: "exports.Agent = function () {};",
  os: "exports.hostname = () => '';",
  path: "exports.join = exports.resolve = (...names) => names.join('/');",
  stream: "module.exports = class {};\nfor (const name of ['Readable', 'Writable', 'Transform', 'Duplex', 'Stream']) module.exports[name] = class {};",
  url: "exports.URL = URL;\nexports.URLSearchParams = URLSearchParams;",
  zlib: "",
};

const nodeModules = {
  name: "node-modules",
  setup(build) {
    const names = new RegExp(`^(${Object.keys(STUBS).join("|")})$`);
    build.onResolve({ filter: names }, ({ path: name }) => ({ path: name, namespace: "stub" }));
    build.onLoad({ filter: /.*/, namespace: "stub" }, ({ path: name }) => ({ contents: STUBS[name], loader: "js" }));
  },
};

/** One module of the names of several. */
function modules(name, files) {
  return {
    name,
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: name }));
      const contents = `module.exports = { ${files.map((file) => `...require("${file}")`).join(", ")} };`;
      build.onLoad({ filter: /.*/, namespace: name }, () => ({ contents, loader: "js", resolveDir: here }));
    },
  };
}
