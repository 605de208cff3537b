#!/usr/bin/env node
/*
 * `serve DIR --port N` as the program under test has it, answered by the reference backend: for recording what frontends
 * see, and to prove the tests themselves right. REFERENCE names a folder with the packages @itwin/core-backend,
 * @itwin/core-common and @itwin/express-server 5.7.3. No test needs it.
 */
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";

const started = Date.now();
const load = createRequire(path.join(path.resolve(process.env.REFERENCE ?? "."), "package.json"));
const { IModelHost, SnapshotDb } = load("@itwin/core-backend");
const common = load("@itwin/core-common");
const { IModelJsExpressServer } = load("@itwin/express-server");

const args = process.argv.slice(3);
const portAt = args.indexOf("--port");
const port = portAt < 0 ? 3001 : Number(args.splice(portAt, 2)[1]);
const files = args.flatMap((each) =>
  fs.statSync(each).isDirectory() ? fs.readdirSync(each).map((name) => path.join(each, name)) : [each],
);

const own = fs.mkdtempSync(path.join(os.tmpdir(), "reference-server-"));
process.on("exit", () => fs.rmSync(own, { recursive: true, force: true }));
await IModelHost.startup({ cacheDir: path.join(own, "cache") });
// The workspace with geographic definitions lives on another host; without it opening does not wait for the network.
IModelHost.appWorkspace.settings.addDictionary(
  { name: "interop", priority: 200 },
  { "itwin/core/gcs/disableWorkspaces": true },
);
// A 5.7 backend has all that a 5.9 frontend asks, but would refuse its interface number.
common.IModelReadRpcInterface.interfaceVersion = "3.8.0";

const served = new Map();
for (const file of files.filter((each) => each.endsWith(".bim"))) {
  const key = path.basename(file, ".bim");
  const copy = path.join(own, `${key}.bim`);
  fs.copyFileSync(file, copy);
  // An open checkpoint is found under this key.
  const { iModelId, iTwinId = "00000000-0000-0000-0000-000000000000" } = checkpoint(copy);
  served.set(key, { file, iModelId, iTwinId });
}
IModelHost.snapshotFileNameResolver = {
  tryResolveKey: (key) => served.get(key)?.file,
  resolveKey(key) {
    const found = served.get(key);
    if (!found) throw new Error(`unknown key ${key}`);
    SnapshotDb.tryFindByKey(key)?.close(); // A second open of a key would be refused.
    return found.file;
  },
};

function checkpoint(file) {
  const first = SnapshotDb.openFile(file);
  const facts = { iModelId: first.iModelId, iTwinId: first.iTwinId };
  const key = `${first.iModelId}:${first.changeset.id}`;
  first.close();
  SnapshotDb.openFile(file, { key });
  return facts;
}

const interfaces = [
  common.SnapshotIModelRpcInterface,
  common.IModelReadRpcInterface,
  common.IModelTileRpcInterface,
  common.DevToolsRpcInterface,
];
const config = common.BentleyCloudRpcManager.initializeImpl({ info: { title: "interop", version: "v1.0" } }, interfaces);

class LoopbackServer extends IModelJsExpressServer {
  listen() {
    this._configureMiddleware();
    this._configureHeaders();
    this._configureRoutes();
    return new Promise((resolve) => {
      const server = this._app.listen(port, "127.0.0.1", () => resolve(server));
    });
  }
}
const server = await new LoopbackServer(config.protocol).listen();
const name = (each) => `${each.interfaceName}-${each.interfaceVersion}`;
console.log(
  `READY ${JSON.stringify({
    url: `http://127.0.0.1:${server.address().port}`,
    pid: process.pid,
    ready_ms: Date.now() - started,
    read: name(common.IModelReadRpcInterface),
    tile: name(common.IModelTileRpcInterface),
    iModels: [...served].map(([key, { file, iModelId, iTwinId }]) => ({ file, key, iModelId, iTwinId })),
  })}`,
);
process.on("SIGTERM", () => process.exit(0));
