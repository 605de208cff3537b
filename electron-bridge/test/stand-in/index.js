/*
 * A stand-in for the module `electron` of a main process: the members that the bridge uses, behaving as Electron documents them, strict about the
 * order of things. Pages are run by whoever makes it.
 */
"use strict";
const { App } = require("./app.js");
const { IpcMain } = require("./ipc.js");
const { browserWindowOf } = require("./windows.js");

/**
 * @param openPage `async (contents, url) => page`, where page has `deliver(channel, data)` and `close()`
 * @param ended `(code) => …` when the process would end
 * @param answers what dialogs answer, by the name of the method
 */
function makeElectron({ openPage = async () => undefined, ended = () => {}, answers = {}, appPath = "." } = {}) {
  const electron = { openPage, asked: [] };
  electron.BrowserWindow = browserWindowOf(electron);
  electron.app = new App(electron.BrowserWindow, { appPath, ended });
  electron.ipcMain = new IpcMain();
  electron.protocol = protocolOf(electron.app);
  electron.screen = { getAllDisplays: () => [{ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] };
  const recorded = (member, names) =>
    Object.fromEntries(
      names.map((name) => [
        name,
        async (...args) => {
          electron.asked.push([member, name, ...args]);
          const answer = answers[name];
          return typeof answer === "function" ? answer(...args) : structuredClone(answer);
        },
      ]),
    );
  electron.dialog = recorded("dialog", ["showOpenDialog", "showSaveDialog", "showMessageBox", "showErrorBox"]);
  electron.shell = recorded("shell", ["openExternal", "beep", "showItemInFolder"]);
  return electron;
}

function protocolOf(app) {
  const schemes = new Map();
  return {
    handlers: new Map(),
    schemes,
    registerSchemesAsPrivileged(list) {
      if (app.isReady()) throw new Error("protocol.registerSchemesAsPrivileged should be called before app is ready");
      for (const { scheme, privileges } of list) schemes.set(scheme, privileges);
    },
    handle(scheme, handler) {
      if (!app.isReady()) throw new Error("protocol.handle should be called after app is ready");
      if (this.handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
      this.handlers.set(scheme, handler);
    },
  };
}

module.exports = { makeElectron };
