"use strict";
const { EventEmitter } = require("node:events");

/** An event of Electron that a listener can prevent. */
class Preventable {
  constructor(facts = {}) {
    Object.assign(this, facts);
    this.defaultPrevented = false;
  }

  preventDefault() {
    this.defaultPrevented = true;
  }
}

/** Emits a preventable event; true when nobody prevented it. */
function allowed(emitter, name, event, ...rest) {
  emitter.emit(name, event, ...rest);
  return !event.defaultPrevented;
}

/** Electron's app: ready a moment after its start, and at its end when `ended(code)` is called. */
class App extends EventEmitter {
  constructor(windows, { appPath, ended }) {
    super();
    this.windows = windows;
    this.appPath = appPath;
    this.ended = ended;
    this.ready = false;
    this.over = false;
    this.quitting = false;
    this.becomesReady = new Promise((resolve) =>
      setImmediate(() => {
        this.ready = true;
        this.emit("ready");
        resolve();
      }),
    );
  }

  isReady() {
    return this.ready;
  }

  whenReady() {
    return this.becomesReady;
  }

  getAppPath() {
    return this.appPath;
  }

  getVersion() {
    return "1.2.3";
  }

  quit() {
    if (this.over || this.quitting || !allowed(this, "before-quit", new Preventable())) return;
    this.quitting = true;
    for (const window of this.windows.all()) window.close();
    if (this.windows.all().length > 0) this.quitting = false;
    else this.quitWithoutWindows();
  }

  quitWithoutWindows() {
    if (!this.over && allowed(this, "will-quit", new Preventable())) this.exit(0);
  }

  exit(code = 0) {
    if (this.over) return;
    this.over = true;
    for (const window of this.windows.all()) window.destroy();
    this.emit("quit", {}, code);
    this.ended(code);
  }

  /** A window is gone. */
  windowClosed() {
    if (this.over || this.quitting || this.windows.all().length > 0) return;
    if (this.listenerCount("window-all-closed") > 0) this.emit("window-all-closed");
    else this.quit();
  }
}

module.exports = { App, Preventable, allowed };
