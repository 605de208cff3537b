/* Electron's main process for an application whose backend is an ElectronHost of imodel4j in a JVM. */
"use strict";
const { connect } = require("./link.js");
const { findJvm } = require("./jvm.js");
const { handleDialogs } = require("./dialogs.js");
const { registerScheme } = require("./web-resources.js");
const { Shell } = require("./shell.js");
const { guardPages, siteOf } = require("./windows.js");

/** Windows may refuse to close, and the JVM may not end by itself; neither keeps the other waiting longer than this. */
const PATIENCE = 5_000;

/**
 * Finds the JVM and does what it asks for. Has to be called before Electron's app is ready, and once. When either of the two processes goes, the
 * other goes; so it does when there is no JVM.
 *
 * @param options `{java, cwd?, env?, readyTimeout?}`: the command line of the JVM as an array, its folder, further environment variables, and the
 *   milliseconds until it has to be ready. `java` is not needed, and not used, when the JVM has started Electron.
 * @returns a promise for the `Shell`, which has the `mainWindow`
 */
async function startBridge(options = {}) {
  const electron = require("electron");
  const { app } = electron;
  const sites = new Set();
  registerScheme(electron.protocol);
  guardPages(app, (url) => sites.has(siteOf(url)));
  let child;
  try {
    const jvm = await findJvm(options);
    child = jvm.child;
    const link = await connect(jvm.port, jvm.secret);
    const shell = new Shell(electron, link, sites);
    handleDialogs(electron, (event) => shell.pages.trusts(event));
    endTogether(app, link, child);
    return shell;
  } catch (error) {
    console.error(`imodel4j: ${error.message}`);
    child?.kill("SIGKILL");
    app.exit(1);
    throw error;
  }
}

function endTogether(app, link, child) {
  const running = () => child && child.exitCode === null && child.signalCode === null;
  link.on("close", (error) => {
    if (error) console.error(`imodel4j: ${error.message}`);
    // A page that asks whether to leave keeps its window open; without its backend there is nothing to stay for.
    setTimeout(() => app.exit(1), PATIENCE).unref();
    app.quit();
  });
  app.on("will-quit", (event) => {
    link.end();
    if (!running()) return;
    event.preventDefault();
    const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
    child.once("exit", () => {
      clearTimeout(timer);
      app.exit(0);
    });
  });
}

module.exports = { startBridge };
