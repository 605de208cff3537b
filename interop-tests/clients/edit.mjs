/*
 * node clients/edit.mjs VERSION OPTIONS: a frontend of one release in a process of its own, a LocalhostIpcApp or, with `viewer`, one without a
 * websocket. Each line of its input is a JSON array of a
 * command and its arguments, each line of its output the JSON of the result, `{error}` or `{event}`.
 */
import readline from "node:readline";
import { loadInNode } from "./node.mjs";

const TICK = 50;
const [version, text] = process.argv.slice(2);
const options = JSON.parse(text);
const { frontend, common } = await loadInNode(version);
const generation = Number(version.split(".")[0]);
const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
const open = new Map();

watchSockets();
const interfaces = [common.SnapshotIModelRpcInterface, common.IModelReadRpcInterface, common.IModelTileRpcInterface, common.DevToolsRpcInterface];
const changeset = { id: "", index: 0 };
const answer = async () => ({ ...changeset });
const iModelApp = {
  applicationId: "interop",
  applicationVersion: "1.0.0",
  renderSys: new frontend.NullRenderSystem(),
  localization: common.EmptyLocalization && new common.EmptyLocalization(),
  rpcInterfaces: interfaces,
  hubAccess: { getLatestChangeset: answer, getChangesetFromVersion: answer, getChangesetFromNamedVersion: answer },
  noRender: true,
};
const rpcParams = { info: { title: "interop", version: "v1.0" }, uriPrefix: options.url };
if (options.viewer) {
  common.BentleyCloudRpcManager.initializeClient(rpcParams, interfaces);
  await frontend.IModelApp.startup(iModelApp);
} else {
  if (generation > 2) for (const each of interfaces) common.RpcManager.initializeInterface(each);
  await frontend.LocalhostIpcApp.startup({
    iModelApp,
    webViewerApp: { rpcParams },
    localhostIpcApp: options.ipcUrl ? { socketUrl: new URL(options.ipcUrl) } : { socketPort: Number(new URL(options.url).port) },
  });
}

const commands = {
  async openStandalone(path, mode = 1) {
    const connection = await frontend.BriefcaseConnection.openStandalone(path, mode);
    open.set(connection.key, connection);
    return { key: connection.key, name: connection.name, iModelId: connection.iModelId };
  },
  async openSnapshot(path) {
    const connection = await frontend.SnapshotConnection.openFile(path);
    open.set(connection.key, connection);
    return { key: connection.key, name: connection.name, iModelId: connection.iModelId };
  },
  async openRemote(key) {
    const connection = await frontend.SnapshotConnection.openRemote(key);
    open.set(connection.key, connection);
    return { key: connection.key, name: connection.name, iModelId: connection.iModelId };
  },
  async openCheckpoint(iTwinId, iModelId) {
    const connection = await frontend.CheckpointConnection.openRemote(iTwinId, iModelId);
    open.set(connection.key, connection);
    return { key: connection.key, iModelId: connection.iModelId };
  },
  async rows(key, ecsql) {
    const connection = open.get(key);
    if (generation > 2) return connection.createQueryReader(ecsql, undefined, { rowFormat: 2 }).toArray();
    const rows = [];
    for await (const row of connection.query(ecsql)) rows.push(row);
    return rows;
  },
  element: (key, id) => open.get(key).elements.getProps(id),
  close: (key) => open.get(key).close(),
  call: (channel, method, ...args) => frontend.IpcApp.callIpcChannel(channel, method, ...args),
  /** From now on asks the backend again and again, so that silence can be told from an end. */
  chat(channel) {
    const again = () => commands.call(channel, "queryConcurrency", "cpu").then(() => setTimeout(again, TICK), () => {});
    again();
  },
  listen(channel) {
    frontend.IpcApp.addListener(channel, (_event, ...data) => say({ event: data }));
  },
  handle(channel) {
    frontend.IpcApp.handle(channel, async (method, ...args) => ({ result: `${method}(${args.join()}) of ${process.pid}` }));
  },
};

say({ ready: true });
for await (const line of readline.createInterface({ input: process.stdin })) {
  const [id, name, ...args] = JSON.parse(line);
  run(name, args).then(
    (result) => say({ id, result }),
    (error) => say({ id, error: { message: error.message, name: error.name, errorNumber: error.errorNumber } }),
  );
}

async function run(name, args) {
  return commands[name](...args);
}

/**
 * Tells when the socket of the frontend, which belongs to it alone, closes, and how many ticks of its own clock it had heard nothing by then. A
 * process that gets no processor has no ticks either, so this holds on a busy machine too.
 */
function watchSockets() {
  let silent = 0;
  setInterval(() => silent++, TICK).unref();
  const Native = globalThis.WebSocket;
  globalThis.WebSocket = class extends Native {
    constructor(...args) {
      super(...args);
      this.addEventListener("message", () => (silent = 0));
      this.addEventListener("close", ({ code, reason }) => say({ closed: { code, reason, silent: silent * TICK } }));
    }
  };
}
