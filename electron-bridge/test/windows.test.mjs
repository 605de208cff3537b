import assert from "node:assert/strict";
import { test } from "node:test";
import { started } from "./started.mjs";

const BOUNDS = { x: 10, y: 20, width: 640, height: 480 };

test("windows keep pages apart from the computer, whatever the application asks for", async (t) => {
  const { open } = await started(t);
  const loose = { nodeIntegration: true, contextIsolation: false, sandbox: false, webSecurity: false, preload: "/evil.js", zoomFactor: 2 };
  const { window } = await open({ options: { width: 700, title: "Viewer", webPreferences: loose } });
  const { webPreferences, width, title, autoHideMenuBar } = window.options;
  assert.deepEqual([width, title, autoHideMenuBar, webPreferences.zoomFactor], [700, "Viewer", true, 2]);
  assert.deepEqual(
    [webPreferences.nodeIntegration, webPreferences.nodeIntegrationInWorker, webPreferences.nodeIntegrationInSubFrames],
    [false, false, false],
  );
  assert.deepEqual([webPreferences.contextIsolation, webPreferences.sandbox, webPreferences.webSecurity], [true, true, true]);
  assert.match(webPreferences.preload, /electron-bridge.preload\.js$/);
});

test("the scheme is privileged before the app is ready, and serves the folder", async (t) => {
  const { electron, open } = await started(t);
  assert.deepEqual(electron.protocol.schemes.get("electron"), {
    standard: true,
    secure: true,
    supportFetchAPI: true,
    stream: true,
    codeCache: true,
  });
  await open();
  const response = electron.protocol.handlers.get("electron")({ url: "electron://frontend/", method: "GET" });
  assert.equal(await response.text(), "<!doctype html>");
});

test("pages stay on their site", async (t) => {
  const { open } = await started(t);
  const { contents } = await open();
  for (const url of ["https://evil.example/", "http://localhost:3000/", "electron://evil/", "file:///etc/passwd", "javascript:alert(1)", "about:blank"]) {
    assert.equal(contents.navigate(url), false, url);
    assert.deepEqual(contents.open(url), { action: "deny" }, url);
  }
  for (const event of ["will-redirect", "will-attach-webview"]) {
    let prevented = false;
    contents.emit(event, { url: "https://evil.example/", preventDefault: () => (prevented = true) });
    assert.ok(prevented, event);
  }
  assert.equal(contents.navigate("electron://frontend/other.html"), true);
});

test("windows that pages open are as strict as the first", async (t) => {
  const { open } = await started(t);
  const { contents } = await open();
  const { action, overrideBrowserWindowOptions } = contents.open("electron://frontend/popup.html");
  assert.equal(action, "allow");
  assert.deepEqual(
    [overrideBrowserWindowOptions.webPreferences.sandbox, overrideBrowserWindowOptions.webPreferences.contextIsolation],
    [true, true],
  );
});

test("the main window's position is told when the user has left it alone", async (t) => {
  const { jvm, open } = await started(t);
  const { window } = await open({ name: "main" });
  t.mock.timers.enable({ apis: ["setTimeout"] });
  for (let x = 0; x < 50; x++) window.setBounds({ ...BOUNDS, x });
  t.mock.timers.tick(199);
  await jvm.settle();
  assert.equal(jvm.bridge.messages.length, 0);
  t.mock.timers.tick(1);
  const told = [await jvm.bridge.next(), await jvm.bridge.next()];
  assert.deepEqual(
    told.map(({ method, data }) => [method, ...data]),
    [
      ["windowMoved", "main", { ...BOUNDS, x: 49 }],
      ["windowMaximized", "main", false],
    ],
  );
});

test("what was not told yet is told when the window is closed", async (t) => {
  const { jvm, open } = await started(t);
  const { window } = await open({ name: "main" });
  window.setBounds(BOUNDS);
  window.maximize();
  window.close();
  const told = [await jvm.bridge.next(), await jvm.bridge.next()];
  assert.deepEqual(
    told.map(({ data }) => data[1]),
    [BOUNDS, true],
  );
});

test("windows without a name are not remembered", async (t) => {
  const { jvm, open } = await started(t);
  const { window } = await open();
  window.setBounds(BOUNDS);
  window.close();
  await jvm.ended;
  assert.equal(jvm.bridge.messages.length, 0);
});

test("the main window opens where it was, and maximized if it was", async (t) => {
  const { open } = await started(t);
  const { window } = await open({ name: "main", bounds: BOUNDS, isMaximized: true, options: { width: 1 } });
  assert.deepEqual(window.getNormalBounds(), BOUNDS);
  assert.ok(window.isMaximized());
});

test("a place that no screen shows any longer is not used", async (t) => {
  const { open } = await started(t);
  const { window } = await open({ name: "main", bounds: { ...BOUNDS, x: 5_000 } });
  assert.deepEqual(window.getNormalBounds(), { ...BOUNDS, x: 0, y: 0 });
});

test("the page of a development server that is not there yet is asked for again", async (t) => {
  const { electron, open } = await started(t);
  const { contents } = await open({ url: "http://localhost:3000", developmentServer: true, folder: undefined });
  assert.equal(electron.protocol.handlers.size, 0);
  let loads = 0;
  contents.reload = async () => loads++;
  t.mock.timers.enable({ apis: ["setTimeout"] });
  contents.emit("did-fail-load", {}, -102, "ERR_CONNECTION_REFUSED", "http://localhost:3000", true);
  contents.emit("did-fail-load", {}, -102, "ERR_CONNECTION_REFUSED", "http://localhost:3000/frame", false);
  contents.emit("did-fail-load", {}, -3, "ERR_ABORTED", "http://localhost:3000", true);
  t.mock.timers.tick(100);
  assert.equal(loads, 1);
  assert.equal(contents.navigate("http://localhost:3000/next"), true);
});

test("the last window that is closed ends the application, except on macOS", async (t) => {
  const { jvm, electron, exited, open, shell } = await started(t);
  const { window } = await open();
  const platform = Object.getOwnPropertyDescriptor(process, "platform");
  t.after(() => Object.defineProperty(process, "platform", platform));
  Object.defineProperty(process, "platform", { ...platform, value: "darwin" });
  window.close();
  assert.equal(shell.mainWindow, undefined);
  electron.app.emit("activate");
  assert.ok(shell.mainWindow);
  Object.defineProperty(process, "platform", { ...platform, value: "linux" });
  shell.mainWindow.close();
  assert.equal(await exited, 0);
  await jvm.ended;
});

test("the backend is told what the bridge does not know", async (t) => {
  const { jvm } = await started(t);
  assert.match((await jvm.ask("constructor")).error.message, /no function constructor/);
});
