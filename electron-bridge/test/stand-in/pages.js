/* Runs the preload script for pages without a browser. */
"use strict";
const { EventEmitter } = require("node:events");
const fs = require("node:fs");

/** Pages of which nothing but what the preload script gives them is there, as `window`. */
function bareWorlds(electron) {
  return async (contents, url) => {
    const listeners = new EventEmitter();
    const world = {};
    const ipcRenderer = {
      on: (channel, listener) => listeners.on(channel, listener),
      once: (channel, listener) => listeners.once(channel, listener),
      removeListener: (channel, listener) => listeners.removeListener(channel, listener),
      send: (channel, ...data) => electron().ipcMain.sent(contents, url, channel, data),
      invoke: (channel, ...data) => electron().ipcMain.invoked(contents, url, channel, data),
    };
    const page = { window: world, ipcRenderer, deliver: (channel, data) => listeners.emit(channel, {}, ...data), close: async () => {} };
    contents.page = page;
    const preload = fs.readFileSync(contents.preload, "utf8");
    new Function("require", preload)(() => ({ ipcRenderer, contextBridge: { exposeInMainWorld: (name, api) => (world[name] = api) } }));
    return page;
  };
}

module.exports = { bareWorlds };
