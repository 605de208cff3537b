/* What pages may ask of Electron itself, under the names that the generations of iTwin.js have for it. */
"use strict";
const { EventEmitter } = require("node:events");
const { failure } = require("./conversation.js");

/** From 4.x on, and in the last releases of 3.x. */
const DIALOG = ["itwin.itwinjs-electron/dialog", "itwin.electron-dialog"];
/** Before. */
const SAFE = "itwin.electron-safe";
const NOT_FOUND = 65606;
const MEMBERS = ["dialog", "shell", "app"];
/** Addresses that may be given to other programs; others could start one. */
const EXTERNAL = ["https:", "http:", "mailto:"];

function functionOf(owner, name) {
  const offered = typeof name === "string" && !(name in EventEmitter.prototype) && !(name in Object.prototype);
  return offered && typeof owner[name] === "function" ? owner[name] : undefined;
}

const isExternal = (url) => URL.canParse(url) && EXTERNAL.includes(new URL(url).protocol);

async function call(electron, member, name, args) {
  const owner = MEMBERS.includes(member) ? electron[member] : undefined;
  const found = owner && functionOf(owner, name);
  if (!found) return failure(`illegal electron ${member === "dialog" ? "dialog " : ""}method`, NOT_FOUND, "Function Not Found");
  if (member === "shell" && name === "openExternal" && !isExternal(args[0])) return failure("this address is not opened");
  try {
    return { result: await found.apply(owner, args) };
  } catch (error) {
    return failure(error.message);
  }
}

/** Answers the pages that `trusts(event)` lets through. */
function handleDialogs(electron, trusts) {
  const handle = (channel, method, answer) =>
    electron.ipcMain.handle(channel, (event, called, ...args) => {
      if (!trusts(event)) throw new Error("only pages of the application may open dialogs");
      return called === method ? answer(...args) : failure(`Method "${called}" not found on ${channel}`, NOT_FOUND, "Function Not Found");
    });
  for (const channel of DIALOG) handle(channel, "callDialog", (name, ...args) => call(electron, "dialog", name, args));
  handle(SAFE, "callElectron", (member, name, ...args) => call(electron, member, name, args));
}

module.exports = { DIALOG_CHANNELS: [...DIALOG, SAFE], handleDialogs };
