"use strict";
const { EventEmitter } = require("node:events");

/** Electron's ipcMain. What goes through is cloned as between two processes. */
class IpcMain extends EventEmitter {
  constructor() {
    super();
    this.handlers = new Map();
  }

  handle(channel, handler) {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, handler);
  }

  removeHandler(channel) {
    this.handlers.delete(channel);
  }

  /** A page sends. */
  sent(contents, frameUrl, channel, data) {
    this.emit(channel, this.event(contents, frameUrl), ...structuredClone(data));
  }

  /** A page invokes. */
  async invoked(contents, frameUrl, channel, data) {
    const handler = this.handlers.get(channel);
    try {
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      return structuredClone(await handler(this.event(contents, frameUrl), ...structuredClone(data)));
    } catch (error) {
      throw new Error(`Error invoking remote method '${channel}': ${error}`);
    }
  }

  event(contents, url) {
    return { sender: contents, senderFrame: { url }, type: "frame" };
  }
}

module.exports = { IpcMain };
