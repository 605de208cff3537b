/* The page of a mobile application in Chromium; a test calls `window.app` in it. */
const common = require("frontend:common");
const frontend = require("frontend:frontend");
const apps = require("frontend:apps");

// Webpack puts this into applications of 2.x.
if (!common.QueryBinder) window.Buffer = { isBuffer: () => false };

const generation = common.EmptyLocalization ? 3 : 2;
const open = new Map();
const seen = { events: [], opens: 0, closes: 0 };
let storage;

class WallRpcInterface extends common.RpcInterface {
  async countWalls() {
    return this.forward(arguments);
  }
  async nextNote() {
    return this.forward(arguments);
  }
}
WallRpcInterface.interfaceName = "WallRpcInterface";
WallRpcInterface.interfaceVersion = "1.0.0";

/** Counts how often the socket of the frontend opens and closes. */
const Native = window.WebSocket;
window.WebSocket = class extends Native {
  constructor(...args) {
    super(...args);
    this.addEventListener("open", () => seen.opens++);
    this.addEventListener("close", () => seen.closes++);
  }
};

const walls = () => common.RpcManager.getClientForInterface(WallRpcInterface);

window.app = {
  seen: () => seen,

  /** Starts the application that a class of the frontend stands for. */
  async start(name) {
    const { [name]: App, MobileApp } = apps;
    for (const event of ["MemoryWarning", "OrientationChanged", "EnterBackground", "WillTerminate", "AuthAccessTokenChanged"])
      MobileApp[`on${event}`]?.addListener((...args) => seen.events.push([event, ...args]));
    const answer = async () => ({ id: "", index: 0 });
    await App.startup({
      iModelApp: {
        applicationId: "interop",
        applicationVersion: "1.0.0",
        noRender: true,
        renderSys: new frontend.NullRenderSystem(),
        localization: common.EmptyLocalization && new common.EmptyLocalization(),
        // 2.x looks for its texts on a server that is not there.
        i18n: generation === 2 ? { urlTemplate: "/locales/{{lng}}/{{ns}}.json" } : undefined,
        rpcInterfaces: [common.SnapshotIModelRpcInterface, common.IModelReadRpcInterface, common.IModelTileRpcInterface, WallRpcInterface],
        hubAccess: { getLatestChangeset: answer, getChangesetFromVersion: answer, getChangesetFromNamedVersion: answer },
      },
    });
    return { isValid: App.isValid && MobileApp.isValid, native: frontend.NativeApp.isValid };
  },

  async openStandalone(path) {
    const connection = await frontend.BriefcaseConnection.openStandalone(path, 1);
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

  /** Writes settings of every kind, closes the storage and reads them back. */
  async settings() {
    storage = await frontend.NativeApp.openStorage("interop");
    const written = { number: 4.5, text: "Straße €", yes: true, bytes: new Uint8Array([0, 127, 255]) };
    for (const [key, value] of Object.entries(written)) await storage.setData(key, value);
    await frontend.NativeApp.closeStorage(storage, false);
    storage = await frontend.NativeApp.openStorage("interop");
    const read = {};
    for (const key of Object.keys(written)) {
      const value = await storage.getData(key);
      read[key] = value instanceof Uint8Array ? [...value] : value;
    }
    return read;
  },

  /** The interface and the functions of the application. */
  async countWalls(key, label) {
    return [
      await walls().countWalls(open.get(key).getRpcProps(), label),
      await frontend.IpcApp.callIpcChannel("walls", "countWalls", key, label),
    ];
  },

  /** Asks for two notes, by RPC and by IPC, and does not wait for them. */
  waitForNotes() {
    seen.notes = [];
    walls().nextNote().then((note) => seen.notes.push(`rpc ${note}`), (error) => seen.notes.push(String(error)));
  },
  note: (text) => frontend.IpcApp.callIpcChannel("walls", "note", text),
  nextNote: () => walls().nextNote(),

  listen(channel) {
    frontend.IpcApp.addListener(channel, (_event, ...data) => seen.events.push(data));
  },

  /** Subscribes to a push channel of RPC; gives its id. */
  subscribe(name) {
    const channel = common.RpcPushChannel.obtain(name);
    channel.subscribe().onMessage.addListener((message) => seen.events.push(["pushed", message]));
    return channel.id;
  },

  /** Numbers and names of what goes wrong. */
  async errors(key) {
    const failure = (promise) => promise.then(() => "no error", (error) => error.errorNumber ?? error.message);
    return {
      missing: await failure(frontend.BriefcaseConnection.openStandalone("/no/such/file.bim", 1)),
      statement: await failure(this.rows(key, "SELECT nope FROM BisCore.Element")),
      unknownFunction: await failure(frontend.IpcApp.callIpcChannel("walls", "noSuchFunction")),
      unknownChannel: await failure(frontend.IpcApp.callIpcChannel("no-such-channel", "x")),
    };
  },
};
