import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { temporaryFolder } from "../server/fixtures.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const frontends = path.join(here, "../frontends");

/** The releases of ElectronApp, oldest first: the folders that hold its packages, and the names of these. */
export const ELECTRON_APPS = {
  "2.19.53": { folders: ["electron-2.19.53", "2.19.53"], scope: "@bentley/imodeljs-", app: "@bentley/electron-manager/lib/ElectronFrontend.js" },
  "3.3.5": { folders: ["electron-3.3.5"], scope: "@itwin/core-", app: "@itwin/core-electron/lib/cjs/ElectronFrontend.js" },
  "3.8.0": { folders: ["electron-3.8.0", "3.8.0"], scope: "@itwin/core-", app: "@itwin/core-electron/lib/cjs/ElectronFrontend.js" },
  "5.13.5": { folders: ["electron-5.13.5", "5.13.3"], scope: "@itwin/core-", app: "@itwin/core-electron/lib/cjs/ElectronFrontend.js" },
};

/** Bundles the page with an unmodified release of ElectronApp; gives the folder, whose index.html is the page. */
export async function bundleApp(version) {
  const { folders, scope, app } = ELECTRON_APPS[version];
  const folder = temporaryFolder("electron");
  const packages = folders.map((name) => path.join(frontends, name, "node_modules"));
  await esbuild.build({
    entryPoints: [path.join(here, "page.cjs")],
    outfile: path.join(folder, "page.js"),
    bundle: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    // The packages exist twice, as CommonJS and as ECMAScript modules, and ElectronApp asks for the former.
    mainFields: ["browser", "main"],
    nodePaths: packages,
    alias: { "frontend:common": `${scope}common`, "frontend:frontend": `${scope}frontend`, "frontend:app": app },
    external: ["electron"],
    plugins: [nodeModules],
    loader: { ".svg": "dataurl", ".png": "dataurl", ".css": "text" },
    define: { "process.env.NODE_ENV": '"production"', "process.env": "{}", global: "globalThis", __dirname: '""', __filename: '""' },
    logLevel: "error",
  });
  const assets = packages.map((each) => path.join(each, `${scope}frontend`, "lib/public")).find((each) => fs.existsSync(each));
  if (assets) fs.cpSync(assets, path.join(folder, "public"), { recursive: true });
  fs.writeFileSync(path.join(folder, "index.html"), '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script src="page.js"></script>');
  return folder;
}

/** What the packages of 2.x and 3.x look at when they are loaded, of the modules of Node.js that they name; a page uses none of them. */
const STUBS = {
  assert: "module.exports = (holds, message) => { if (!holds) throw new Error(message); };",
  buffer: "module.exports = require('buffer/');",
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
    build.onLoad({ filter: /.*/, namespace: "stub" }, ({ path: name }) => ({ contents: STUBS[name], loader: "js", resolveDir: frontends }));
  },
};
