import Module, { createRequire } from "node:module";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const require = createRequire(import.meta.url);
const { makeElectron } = require("./stand-in/index.js");
const { bareWorlds } = require("./stand-in/pages.js");
const { startJvm } = require("./stand-in/jvm.js");

let current;
const load = Module._load;
Module._load = function (request, ...rest) {
  return request === "electron" ? current : load.call(this, request, ...rest);
};
const { startBridge } = require("../src/index.js");

/** A bridge that a stand-in for the JVM has started, and the stand-in for Electron below it. */
export async function started(t, options = {}) {
  const jvm = await startJvm();
  t.after(() => jvm.stop());
  const exited = new Promise((resolve) => (options.ended = resolve));
  const electron = makeElectron({ openPage: bareWorlds(() => electron), ...options });
  current = electron;
  process.env.IMODEL4J_BRIDGE_PORT = String(jvm.port);
  process.env.IMODEL4J_BRIDGE_SECRET = "secret";
  const shell = await startBridge();
  await jvm.bridge.next((message) => message.method === "ready");
  const folder = webFolder(t);
  const open = async (more = {}) => {
    const answer = await jvm.ask("openMainWindow", { url: "electron://frontend/index.html", folder, ...more });
    if (answer.error) throw new Error(answer.error.message);
    const peer = await jvm.page();
    await peer.next((message) => message.channel === "itwin.imodel4j/page");
    return { window: shell.mainWindow, contents: shell.mainWindow.webContents, page: shell.mainWindow.webContents.page, peer };
  };
  return { jvm, electron, shell, exited, folder, open };
}

export function webFolder(t) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "imodel4j-web-"));
  t.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  fs.writeFileSync(path.join(folder, "index.html"), "<!doctype html>");
  return folder;
}
