/* What the JVM can ask of the bridge, and what the bridge tells it. `ElectronFunctions` and `BridgeFunctions` are the other end. */
"use strict";
const { Conversation, failure } = require("./conversation.js");
const { Pages } = require("./pages.js");
const { SCHEME, serve } = require("./web-resources.js");
const { openWindow, siteOf, watchPosition } = require("./windows.js");

const SHELL = "itwin.imodel4j/shell";
const BRIDGE = "itwin.imodel4j/bridge";
const FUNCTIONS = ["openMainWindow", "openWindow"];

class Shell {
  /** `sites` takes the sites of the application's pages as they become known. */
  constructor(electron, link, sites) {
    this.electron = electron;
    this.sites = sites;
    this.mainWindow = undefined;
    this.folder = undefined;
    this.pages = new Pages(electron, link, (url) => sites.has(siteOf(url)));
    this.backend = new Conversation(
      (heard, ended) => link.own(heard, ended),
      (channel, data) => channel === SHELL && this.heard(data),
    );
    // The first message tells the JVM that this end is ready to be asked.
    this.tell("ready");
  }

  tell(method, ...args) {
    return this.backend.invoke(BRIDGE, method, args);
  }

  heard([first, ...rest]) {
    if (first === "channels") this.pages.setChannels(...rest);
    else this.asked(first, ...rest);
  }

  /** A question, with the channel on which it is answered. */
  async asked(answerChannel, name, ...args) {
    let answer;
    try {
      answer = FUNCTIONS.includes(name) ? { result: await this[name](...args) } : failure(`the bridge has no function ${name}`);
    } catch (error) {
      answer = failure(error.message);
    }
    this.backend.send(answerChannel, [answer]);
  }

  async openMainWindow(wanted) {
    await this.electron.app.whenReady();
    const { app } = this.electron;
    if (!this.wanted) {
      app.on("window-all-closed", () => process.platform === "darwin" || app.quit());
      app.on("activate", () => this.mainWindow || this.showMainWindow());
    }
    this.wanted = wanted;
    this.showMainWindow();
  }

  showMainWindow() {
    const { wanted } = this;
    const window = this.show(wanted);
    this.mainWindow = window;
    window.on("closed", () => {
      if (this.mainWindow === window) this.mainWindow = undefined;
    });
    const { name } = wanted;
    if (!name) return;
    watchPosition(window, {
      moved: (bounds) => {
        wanted.bounds = bounds;
        this.tell("windowMoved", name, bounds);
      },
      maximized: (yes) => {
        wanted.isMaximized = yes;
        this.tell("windowMaximized", name, yes);
      },
    });
  }

  async openWindow(wanted) {
    await this.electron.app.whenReady();
    this.show(wanted);
  }

  show(wanted) {
    this.sites.add(siteOf(wanted.url));
    if (wanted.folder && !this.folder) {
      this.folder = wanted.folder;
      this.electron.protocol.handle(SCHEME, (request) => serve(this.folder, request));
    }
    return openWindow(this.electron, wanted);
  }
}

module.exports = { Shell };
