/* The page of a frontend in the Electron tests. Which release its modules are is decided when it is bundled; a test calls `window.ask`. */
"use strict";
const common = require("frontend:common");
const frontend = require("frontend:frontend");
const { ElectronApp } = require("frontend:app");

const { BriefcaseConnection, IpcApp, NativeApp, SnapshotConnection } = frontend;
const old = !("dialogIpc" in ElectronApp);
const open = new Map();
// 2.x asks it whether a value is one.
if (!common.QueryBinder) window.Buffer = { isBuffer: () => false };

/** An interface of the application's own; the host has it too. */
class ViewerRpcInterface extends common.RpcInterface {
  static interfaceName = "ViewerRpcInterface";
  static interfaceVersion = "1.0.0";

  reversed() {
    return this.forward(arguments);
  }
}

/** The members of the frontend that differ between releases are used by whether they are there. */
const commands = {
  async start() {
    const interfaces = [common.IModelReadRpcInterface, common.IModelTileRpcInterface, common.SnapshotIModelRpcInterface, ViewerRpcInterface];
    const localization = common.EmptyLocalization && { localization: new common.EmptyLocalization() };
    const publicPath = new URL("public/", location.href).href;
    await ElectronApp.startup({ iModelApp: { rpcInterfaces: interfaces, applicationId: "interop", applicationVersion: "1.0.0", publicPath, ...localization } });
    return { valid: ElectronApp.isValid, native: NativeApp.isValid, ipc: IpcApp.isValid };
  },
  async openStandalone(file) {
    return describe(await BriefcaseConnection.openStandalone(file, 1));
  },
  async openSnapshot(file) {
    return describe(await SnapshotConnection.openFile(file));
  },
  async rows(key, ecsql, ...args) {
    const iModel = open.get(key);
    const bound = args.length > 0 ? args : undefined;
    if (common.QueryBinder) return iModel.createQueryReader(ecsql, bound && common.QueryBinder.from(bound), { rowFormat: 2 }).toArray();
    const rows = [];
    for await (const row of iModel.query(ecsql, bound)) rows.push(row);
    return rows;
  },
  async element(key, id) {
    return (await open.get(key).elements.getProps(id))[0];
  },
  async thumbnail(key, id) {
    // 5.x has none.
    if (!open.get(key).views.getThumbnail) return undefined;
    const { format, width, height, image } = await open.get(key).views.getThumbnail(id);
    return { format, width, height, image: [...image] };
  },
  async reversed(count) {
    const bytes = Uint8Array.from({ length: count }, (_none, index) => index % 251);
    const answer = await common.RpcManager.getClientForInterface(ViewerRpcInterface).reversed(bytes);
    return answer instanceof Uint8Array && answer.length === count && answer.reverse().every((byte, index) => byte === bytes[index]);
  },
  close: (key) => open.get(key).close(),
  async settings(values) {
    const storage = await NativeApp.openStorage("interop");
    for (const [name, value] of Object.entries(values)) await storage.setData(name, value instanceof Array ? Uint8Array.from(value) : value);
    await NativeApp.closeStorage(storage);
    const again = await NativeApp.openStorage("interop");
    const read = {};
    for (const name of Object.keys(values)) {
      const value = await again.getData(name);
      read[name] = value instanceof Uint8Array ? [...value] : value;
    }
    return read;
  },
  async setting(storage, name) {
    return (await NativeApp.openStorage(storage)).getData(name);
  },
  dialog: (method, ...args) => (old ? ElectronApp.callDialog(method, ...args) : ElectronApp.dialogIpc[method](...args)),
  call: (channel, method, ...args) => IpcApp.callIpcChannel(channel, method, ...args),
/** What a call for an iModel that is not open is told; releases before 4.x leave the answer to listeners. */
  async goneKey() {
    const told = new Promise((resolve) => {
      common.RpcRequest.notFoundHandlers.addOnce((_request, response, _again, reject) => {
        resolve(response);
        reject(new Error("not open"));
      });
    });
    const token = { key: "gone", iTwinId: "", contextId: "", iModelId: "none", changeset: { id: "", index: 0 } };
    const client = common.RpcManager.getClientForInterface(common.IModelReadRpcInterface);
    client.getElementProps(token, ["0x1"]).catch(() => {});
    const { message, isIModelNotFoundResponse } = await told;
    return { message, isIModelNotFoundResponse };
  },
};

function describe(iModel) {
  open.set(iModel.key, iModel);
  return { key: iModel.key, iModelId: iModel.iModelId, name: iModel.rootSubject.name };
}

window.ask = async (command, ...args) => {
  try {
    return { result: await commands[command](...args) };
  } catch (error) {
    return { error: { message: error.message, name: error.name, errorNumber: error.errorNumber } };
  }
};
