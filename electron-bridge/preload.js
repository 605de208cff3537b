/* Runs in the sandbox of every window, before its page: gives the page the two objects by which iTwin.js reaches its backend. */
"use strict";
const { contextBridge, ipcRenderer } = require("electron");

/** Listeners of pages get no event: it would hand them the whole ipcRenderer. */
const wrappers = new WeakMap();

function wrapped(listener) {
  if (!wrappers.has(listener)) wrappers.set(listener, (_event, ...data) => listener({}, ...data));
  return wrappers.get(listener);
}

/** What a page may do on the channels that begin with `prefix`; all other channels are Electron's own. */
function channels(prefix) {
  const named = (channel) => {
    if (typeof channel !== "string" || !channel.startsWith(prefix)) throw new Error(`illegal channel name '${channel}'`);
    return `itwin.${channel.slice(prefix.length)}`;
  };
  const addListener = (channel, listener) => void ipcRenderer.on(named(channel), wrapped(listener));
  return {
    send: (channel, ...data) => ipcRenderer.send(named(channel), ...data),
    invoke: (channel, ...data) => ipcRenderer.invoke(named(channel), ...data),
    addListener,
    on: addListener,
    once: (channel, listener) => void ipcRenderer.once(named(channel), (_event, ...data) => listener({}, ...data)),
    removeListener: (channel, listener) => void ipcRenderer.removeListener(named(channel), wrapped(listener)),
  };
}

contextBridge.exposeInMainWorld("itwinjs", channels("itwin."));
// The name and the prefix of the releases up to 2.10.
contextBridge.exposeInMainWorld("imodeljs_api", channels("imodeljs."));
// A page that only listens is known to the backend by this.
ipcRenderer.send("itwin.imodel4j/page");
