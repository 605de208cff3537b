/*
 * Pages of the stand-in for Electron that Chromium runs: the preload script before the page, ipcRenderer over a binding of Playwright, and
 * electron:// as a site of https, since Chromium alone knows no other schemes.
 */
"use strict";
const fs = require("node:fs");

const SITE = "https://frontend.electron.invalid/";
const SCHEME = "electron://frontend/";
const AGENT = "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) viewer/1.0.0 Chrome/140.0.0.0 Electron/43.0.0 Safari/537.36";

/** Runs in the page, before everything else; `preload` is the script's text. */
function prepare(preload) {
  const listeners = new Map();
  const of = (channel) => listeners.get(channel) ?? listeners.set(channel, []).get(channel);
  const remove = (channel, listener) => {
    const at = of(channel).indexOf(listener);
    if (at >= 0) of(channel).splice(at, 1);
  };
  const ipcRenderer = {
    on: (channel, listener) => of(channel).push(listener),
    once: (channel, listener) => {
      const once = (...heard) => (remove(channel, once), listener(...heard));
      of(channel).push(once);
    },
    removeListener: remove,
    send: (channel, ...data) => void globalThis.electronIpc("send", channel, data),
    invoke: (channel, ...data) => globalThis.electronIpc("invoke", channel, data),
  };
  const contextBridge = { exposeInMainWorld: (name, api) => (globalThis[name] = api) };
  globalThis.electronDeliver = (channel, data) => {
    for (const listener of [...of(channel)]) listener({}, ...data);
  };
  new Function("require", preload)(() => ({ contextBridge, ipcRenderer }));
}

/** Opens pages in a browser. What they ask of other sites stays unanswered. */
function chromiumPages(electron, browser) {
  return async (contents, url) => {
    const context = await (await browser).newContext({ userAgent: AGENT });
    const page = await context.newPage();
    const original = (address) => (address.startsWith(SITE) ? SCHEME + address.slice(SITE.length) : address);
    page.on("pageerror", (error) => console.error(`page: ${error.stack}`));
    await page.route("**/*", (route) => serve(electron(), route, original));
    await page.exposeBinding("electronIpc", ({ frame }, kind, channel, data) => {
      const from = original(frame.url());
      return kind === "invoke" ? electron().ipcMain.invoked(contents, from, channel, data) : electron().ipcMain.sent(contents, from, channel, data);
    });
    await page.addInitScript(prepare, fs.readFileSync(contents.preload, "utf8"));
    const shown = {
      page,
      deliver: (channel, data) =>
        void page.evaluate(([name, what]) => globalThis.electronDeliver(name, what), [channel, data]).catch(() => {}),
      close: () => context.close().catch(() => {}),
    };
    contents.page = shown;
    await page.goto(url.replace(SCHEME, SITE));
    return shown;
  };
}

async function serve(electron, route, original) {
  const request = route.request();
  const url = original(request.url());
  if (!url.startsWith(SCHEME)) return route.abort();
  const response = await electron.protocol.handlers.get("electron")({ url, method: request.method() });
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

module.exports = { chromiumPages };
