/* The windows of the application: how they are made, what they may not do, and where they were. */
"use strict";
const path = require("node:path");

const PRELOAD = path.join(__dirname, "..", "preload.js");
const SAVE_DELAY = 200;
const REFUSED = -102;
const RETRY_DELAY = 100;

/** Pages get the two objects of the preload script and nothing else of Electron or Node.js, whatever an application asks for. */
const PREFERENCES = Object.freeze({
  preload: PRELOAD,
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  experimentalFeatures: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
});

/** The scheme and host of a URL, which are what makes two pages of one site; empty when it is no URL. */
function siteOf(url) {
  if (!URL.canParse(url)) return "";
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}

/** Keeps all pages on the sites that `isOurs(url)` knows: other addresses get neither the window nor a new one. */
function guardPages(app, isOurs) {
  app.on("web-contents-created", (_created, contents) => {
    const stay = (event, url = event.url) => {
      if (!isOurs(url)) event.preventDefault();
    };
    contents.on("will-navigate", stay);
    contents.on("will-redirect", stay);
    contents.on("will-frame-navigate", stay);
    contents.on("will-attach-webview", (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) =>
      isOurs(url)
        ? { action: "allow", overrideBrowserWindowOptions: { autoHideMenuBar: true, webPreferences: { ...PREFERENCES } } }
        : { action: "deny" },
    );
  });
}

/** Bounds that no screen shows any longer keep their size only. */
function visible(screen, bounds) {
  const shown = screen.getAllDisplays().some(({ workArea }) => {
    const across = Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x);
    const down = Math.min(bounds.y + bounds.height, workArea.y + workArea.height) - Math.max(bounds.y, workArea.y);
    return across > 0 && down > 0;
  });
  return shown ? bounds : { width: bounds.width, height: bounds.height };
}

/** Tells `moved(bounds)` and `maximized(yes)` when the user has left the window alone for a moment. */
function watchPosition(window, { moved, maximized }) {
  let timer;
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    if (window.isDestroyed()) return;
    moved(window.getNormalBounds());
    maximized(window.isMaximized());
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(save, SAVE_DELAY);
  };
  for (const event of ["resize", "move", "maximize", "unmaximize"]) window.on(event, later);
  window.on("close", () => timer && save());
}

/** The page of a development server that is still starting is asked for again. */
function retryRefused(contents) {
  contents.on("did-fail-load", (_event, code, _description, _url, isMainFrame) => {
    if (code === REFUSED && isMainFrame) setTimeout(() => contents.isDestroyed() || contents.reload(), RETRY_DELAY);
  });
}

/**
 * Opens a window and begins to load its page.
 * @param wanted `{url, icon?, developmentServer?, options?, bounds?, isMaximized?}`, where options are those of BrowserWindow
 */
function openWindow({ BrowserWindow, screen }, wanted) {
  const window = new BrowserWindow({
    autoHideMenuBar: true,
    ...(wanted.icon ? { icon: wanted.icon } : {}),
    ...wanted.options,
    ...(wanted.bounds ? visible(screen, wanted.bounds) : {}),
    webPreferences: { ...wanted.options?.webPreferences, ...PREFERENCES },
  });
  if (wanted.isMaximized) window.maximize();
  if (wanted.developmentServer) retryRefused(window.webContents);
  // The window shows what went wrong, or is about to try again.
  window.loadURL(wanted.url).catch(() => {});
  return window;
}

module.exports = { guardPages, openWindow, siteOf, watchPosition };
