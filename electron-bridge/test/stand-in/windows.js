"use strict";
const { EventEmitter } = require("node:events");
const { Preventable, allowed } = require("./app.js");

/** The pages that windows show; `page` is made by whoever runs pages, and has `deliver(channel, data)` and `close()`. */
class WebContents extends EventEmitter {
  constructor(id, electron) {
    super();
    this.id = id;
    this.electron = electron;
    this.url = "";
    this.page = undefined;
    this.destroyed = false;
    this.openHandler = () => ({ action: "allow" });
    this.preload = undefined;
  }

  isDestroyed() {
    return this.destroyed;
  }

  getURL() {
    return this.url;
  }

  setWindowOpenHandler(handler) {
    this.openHandler = handler;
  }

  send(channel, ...data) {
    if (this.destroyed) throw new TypeError("Object has been destroyed");
    this.page?.deliver(channel, structuredClone(data));
  }

  async load(url) {
    this.url = url;
    await this.page?.close();
    this.page = undefined;
    const page = await this.electron.openPage(this, url);
    if (this.destroyed) await page?.close();
    else this.page = page;
  }

  reload() {
    return this.load(this.url);
  }

  /** The page goes to another address by itself; false when it may not. */
  navigate(url) {
    const details = () => new Preventable({ url, isMainFrame: true });
    return allowed(this, "will-frame-navigate", details()) && allowed(this, "will-navigate", details(), url) && (this.load(url), true);
  }

  /** The page opens a window; whether it may, and how. */
  open(url) {
    return this.openHandler({ url, frameName: "", features: "", disposition: "new-window" });
  }

  destroy() {
    if (this.destroyed) return;
    this.destroyed = true;
    this.page?.close();
    this.emit("destroyed");
  }
}

/** Electron's BrowserWindow for one stand-in. */
function browserWindowOf(electron) {
  const windows = new Map();
  let lastId = 0;

  class BrowserWindow extends EventEmitter {
    constructor(options = {}) {
      super();
      if (!electron.app.isReady()) throw new Error("Cannot create BrowserWindow before app is ready");
      this.options = options;
      this.bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 };
      this.maximized = false;
      this.id = ++lastId;
      this.webContents = new WebContents(this.id, electron);
      this.webContents.preload = options.webPreferences?.preload;
      windows.set(this.id, this);
      electron.app.emit("web-contents-created", {}, this.webContents);
    }

    static all() {
      return [...windows.values()];
    }

    static getAllWindows() {
      return BrowserWindow.all();
    }

    static fromWebContents(contents) {
      return BrowserWindow.all().find((window) => window.webContents === contents) ?? null;
    }

    loadURL(url) {
      return this.webContents.load(url);
    }

    isDestroyed() {
      return !windows.has(this.id);
    }

    getBounds() {
      return this.maximized ? { x: 0, y: 0, width: 1920, height: 1080 } : { ...this.bounds };
    }

    getNormalBounds() {
      return { ...this.bounds };
    }

    setBounds(bounds) {
      Object.assign(this.bounds, bounds);
      this.emit("resize");
      this.emit("move");
    }

    isMaximized() {
      return this.maximized;
    }

    maximize() {
      this.maximized = true;
      this.emit("maximize");
    }

    unmaximize() {
      this.maximized = false;
      this.emit("unmaximize");
    }

    close() {
      if (!this.isDestroyed() && allowed(this, "close", new Preventable())) this.destroy();
    }

    destroy() {
      if (!windows.delete(this.id)) return;
      this.webContents.destroy();
      this.emit("closed");
      electron.app.windowClosed();
    }
  }
  return BrowserWindow;
}

module.exports = { browserWindowOf };
