/*
 * Stands in for Electron's executable: node process.cjs APP runs the main script of imodel4j-electron-bridge with a stand-in for the module `electron`,
 * whose pages Chromium shows. A test is connected at the port in ELECTRON_TEST_PORT and says what to do, line by line.
 */
"use strict";
const Module = require("node:module");
const net = require("node:net");
const path = require("node:path");
const readline = require("node:readline");
const { makeElectron } = require("../../electron-bridge/test/stand-in/index.js");
const { chromiumPages } = require("./chromium-pages.cjs");

const answers = { showOpenDialog: { canceled: false, filePaths: ["/chosen/building.bim"] } };
const browser = import("../browser/chromium.mjs").then(({ launchChromium }) => launchChromium());
const electron = makeElectron({
  appPath: path.resolve(process.argv[2]),
  openPage: chromiumPages(() => electron, browser),
  // What Chromium needs for its end is not the application's.
  ended: (code) => process.exit(code),
  answers,
});

const load = Module._load;
Module._load = (name, ...rest) => (name === "electron" ? electron : load(name, ...rest));

const commands = {
  async ask(...args) {
    const [window] = electron.BrowserWindow.getAllWindows();
    return window.webContents.page.page.evaluate((given) => window.ask(...given), args);
  },
  bounds: () => electron.BrowserWindow.getAllWindows()[0].getNormalBounds(),
  move: (bounds) => electron.BrowserWindow.getAllWindows()[0].setBounds(bounds),
  asked: () => electron.asked,
  quit: () => electron.app.quit(),
};

const test = net.connect(Number(process.env.ELECTRON_TEST_PORT), "127.0.0.1");
const tell = (what) => test.write(`${JSON.stringify(what)}\n`);
test.on("error", () => process.exit(2));
tell({ pid: process.pid });
electron.app.on("web-contents-created", (_event, contents) => {
  const load = contents.load.bind(contents);
  contents.load = async (url) => {
    await load(url);
    tell({ loaded: url });
  };
});
readline.createInterface({ input: test }).on("line", async (line) => {
  const [id, name, ...args] = JSON.parse(line);
  try {
    tell({ id, result: await commands[name](...args) });
  } catch (error) {
    tell({ id, error: error.message });
  }
});

require("../../electron-bridge/main.js");
