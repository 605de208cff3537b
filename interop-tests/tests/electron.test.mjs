import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { rejection } from "../clients/bounded.mjs";
import { startApplication } from "../electron/application.mjs";
import { ELECTRON_APPS, bundleApp } from "../electron/bundle.mjs";
import { temporaryFolder } from "../server/fixtures.mjs";
import { varyBuilding } from "../server/vary.mjs";

const COUNT = "SELECT COUNT(*) n FROM BisCore.Element";
const BOUNDS = { x: 40, y: 30, width: 900, height: 700 };
const OPEN = { canceled: false, filePaths: ["/chosen/building.bim"] };

/** Polls until a page's answer is there: the window is left alone for a moment before its place is stored. */
async function eventually(ask, limit = 10_000) {
  for (const end = Date.now() + limit; ; ) {
    const answer = await ask();
    if (answer !== undefined && answer !== null) return answer;
    if (Date.now() > end) throw new Error("it does not happen");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

for (const version of Object.keys(ELECTRON_APPS))
  describe(`ElectronHost and ElectronApp of ${version} over the IPC of Electron`, () => {
    const channel = /^[23]\./.test(version) ? "ipc-app" : "itwinjs-core/ipc-app";
    let web, cache, file, facts, application;

    before(async () => {
      cache = temporaryFolder("electron-cache");
      file = path.join(temporaryFolder("electron-files"), "building.bim");
      facts = await varyBuilding(file, Number(version.replaceAll(".", "")), 3);
      web = await bundleApp(version);
      application = await startApplication(web, "electron", cache);
    });
    after(() => application?.stop());

    test("starts with a host that Electron has started", async () => {
      assert.deepEqual(await application.ask("start"), { valid: true, native: true, ipc: true });
    });

    test("opens files and queries", async () => {
      for (const command of ["openStandalone", "openSnapshot"]) {
        const { key, iModelId } = await application.ask(command, file);
        assert.equal(iModelId, facts.iModelId);
        assert.deepEqual(await application.ask("rows", key, COUNT), [{ n: facts.total }]);
        assert.equal((await application.ask("element", key, "0x1")).classFullName, "BisCore:Subject");
        const [view] = await application.ask("rows", key, "SELECT ECInstanceId id FROM BisCore.ViewDefinition WHERE CodeValue='Iso'");
        const { image, width, height } = (await application.ask("thumbnail", key, view.id)) ?? facts.thumbnail;
        assert.deepEqual({ image, width, height }, { image: facts.thumbnail.image, width: facts.thumbnail.width, height: facts.thumbnail.height });
        await application.ask("close", key);
      }
    });

    test("calls the application's own interface with bytes", async () => {
      for (const count of [0, 1, 100_000]) assert.equal(await application.ask("reversed", count), true);
    });

    test("stores settings and reads them back", async () => {
      const values = { number: 1.5, text: "ä€", yes: true, no: false, bytes: [0, 1, 255] };
      assert.deepEqual(await application.ask("settings", values), values);
    });

    test("asks for dialogs", async () => {
      assert.deepEqual(await application.ask("dialog", "showOpenDialog", { title: version }), OPEN);
      assert.deepEqual(await application.tell("asked"), [["dialog", "showOpenDialog", { title: version }]]);
    });

    test("learns what is not there", async () => {
      assert.equal((await rejection(application.ask("call", channel, "none"), "none")).errorNumber, 65606);
      assert.match((await rejection(application.ask("call", "none", "none"), "channel")).message, /No handler registered/);
      assert.equal((await rejection(application.ask("openStandalone", "/none.bim"), "file")).errorNumber, 65574);
      assert.deepEqual(await application.ask("goneKey"), { message: "iModel not found", isIModelNotFoundResponse: true });
    });

    test("quits when its JVM is killed", async () => {
      await application.tell("move", BOUNDS);
      const stored = await eventually(() => application.ask("setting", "iTwinApp", "windowSizeAndPos-main"));
      assert.deepEqual(JSON.parse(stored), BOUNDS);
      application.kill("jvm");
      await application.ends("electron");
    });

    test("is shown where it was by a JVM that starts Electron, which ends when Electron is killed", async () => {
      application = await startApplication(web, "jvm", cache);
      assert.deepEqual(await application.tell("bounds"), BOUNDS);
      await application.ask("start");
      const { iModelId } = await application.ask("openSnapshot", file);
      assert.equal(iModelId, facts.iModelId);
      application.kill("electron");
      await application.ends("jvm");
    });
  });

describe("An application with Electron", () => {
  test("ends both processes when it quits", async () => {
    const web = temporaryFolder("electron-web");
    fs.writeFileSync(path.join(web, "index.html"), "<!doctype html>");
    for (const first of ["electron", "jvm"]) {
      const application = await startApplication(web, first);
      application.tell("quit").catch(() => {});
      await Promise.all([application.ends("electron"), application.ends("jvm")]);
    }
  });
});
