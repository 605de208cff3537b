/* The whole main script of an application that needs nothing else in Electron: its settings are in imodel4j.json. */
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { app } = require("electron");
const { startBridge } = require("./src/index.js");

const folder = app.getAppPath();
const settings = path.join(folder, "imodel4j.json");
const options = fs.existsSync(settings) ? JSON.parse(fs.readFileSync(settings, "utf8")) : {};
// What went wrong has been told by then, and the application ends.
startBridge({ cwd: folder, ...options }).catch(() => {});
