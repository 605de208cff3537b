import assert from "node:assert/strict";
import { test } from "node:test";
import { started } from "./started.mjs";

const NEW = ["itwin.itwinjs-electron/dialog", "callDialog"];
const LATE_3 = ["itwin.electron-dialog", "callDialog"];
const OLD = ["itwin.electron-safe", "callElectron"];

async function opened(t, answers) {
  const bridge = await started(t, { answers });
  const { page } = await bridge.open();
  return { ...bridge, call: page.window.itwinjs.invoke };
}

test("dialogs answer pages of all generations", async (t) => {
  const chosen = { canceled: false, filePaths: ["/models/building.bim"] };
  const { electron, call } = await opened(t, { showOpenDialog: chosen });
  assert.deepEqual(await call(...NEW, "showOpenDialog", { title: "Open" }), { result: chosen });
  assert.deepEqual(await call(...LATE_3, "showOpenDialog", { title: "Open" }), { result: chosen });
  assert.deepEqual(await call(...OLD, "dialog", "showOpenDialog", { title: "Open" }), { result: chosen });
  assert.deepEqual(electron.asked, Array(3).fill(["dialog", "showOpenDialog", { title: "Open" }]));
});

test("older pages reach the shell and the app too, and nothing else", async (t) => {
  const { electron, call } = await opened(t);
  assert.deepEqual(await call(...OLD, "app", "getVersion"), { result: "1.2.3" });
  assert.deepEqual(await call(...OLD, "shell", "openExternal", "https://example.com/x"), { result: undefined });
  const numberOf = async (...args) => (await call(...args)).error.errorNumber;
  for (const member of ["ipcMain", "protocol", "BrowserWindow", "constructor", "__proto__", 7, undefined])
    assert.equal(await numberOf(...OLD, member, "handle"), 65606, String(member));
  for (const name of ["on", "emit", "constructor", "toString", "__proto__", "none", undefined])
    assert.equal(await numberOf(...OLD, "app", name), 65606, String(name));
  assert.equal(await numberOf(...NEW, "quit"), 65606);
  assert.equal(await numberOf(NEW[0], "callElectron", "app", "quit"), 65606);
  assert.deepEqual(electron.asked, [["shell", "openExternal", "https://example.com/x"]]);
});

test("addresses that could start a program are not opened", async (t) => {
  const { electron, call } = await opened(t);
  for (const url of ["file:///bin/sh", "javascript:1", "smb://host/x", "C:\\x.exe", "", undefined])
    assert.match((await call(...OLD, "shell", "openExternal", url)).error.message, /not opened/, String(url));
  assert.deepEqual(electron.asked, []);
});

test("a dialog that fails is an error", async (t) => {
  const fail = () => {
    throw new TypeError("Title must be a string");
  };
  const { call } = await opened(t, { showMessageBox: fail });
  const { error } = await call(...NEW, "showMessageBox", { title: 1 });
  assert.deepEqual([error.message, error.errorNumber, error.iTwinErrorId.scope], ["Title must be a string", 32768, "bentley-error"]);
});

test("dialogs are the bridge's, whatever the backend handles", async (t) => {
  const { jvm, call } = await opened(t, { showSaveDialog: { canceled: true, filePath: "" } });
  jvm.setChannels([NEW[0], OLD[0], "itwin.ipc-app"], []);
  await jvm.settle();
  assert.deepEqual(await call(...NEW, "showSaveDialog", {}), { result: { canceled: true, filePath: "" } });
  jvm.setChannels([], []);
  await jvm.settle();
  assert.deepEqual(await call(...OLD, "app", "getVersion"), { result: "1.2.3" });
});
