import assert from "node:assert/strict";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { launchChromium, watch } from "../browser/chromium.mjs";
import { bounded } from "../clients/bounded.mjs";
import { startApplication } from "../mobile/application.mjs";
import { MOBILE_APPS, serveApp } from "../mobile/bundle.mjs";
import { servedFolder } from "../server/fixtures.mjs";

const COUNT = "SELECT COUNT(*) n FROM BisCore.Element";
const NOT_FOUND = 65574;
const GRACE_SECONDS = 2;
const LIMIT = 30_000;

let browser;
const sites = new Map();

before(async () => {
  const releases = [...new Set(Object.values(MOBILE_APPS).map(({ release }) => release))];
  browser = await launchChromium();
  for (const release of releases) sites.set(release, await serveApp(release));
});
after(async () => {
  await browser?.close();
  for (const site of sites.values()) site.close();
});

for (const [title, app] of Object.entries(MOBILE_APPS))
  describe(`${title} with the ${app.example}`, () => {
    let site, application, second, page, seen, file, key;

    before(async () => {
      file = path.join(servedFolder("building"), "building.bim");
      site = sites.get(app.release);
      [application, second] = await Promise.all([1, 2].map(() => startApplication(app.example, GRACE_SECONDS)));
      [page, seen] = await load(application);
    });
    after(async () => {
      await page?.close();
      await Promise.all([application?.kill(), second?.kill()]);
    });

    /** Loads the page for a host; its errors are collected. */
    async function load({ hash }) {
      const loaded = await browser.newPage();
      const watched = watch(loaded, [new URL(site.url).origin]);
      await loaded.route("https://**", (route) => route.abort());
      await loaded.goto(site.url + hash);
      await loaded.waitForFunction(() => window.app);
      return [loaded, watched];
    }
    const ask = (name, ...args) => bounded(page.evaluate(([name, args]) => window.app[name](...args), [name, args]), name, LIMIT);
    const eventually = (what, ...args) => page.waitForFunction(what, ...args, { timeout: LIMIT });

    test("starts, opens and queries", async () => {
      assert.match(application.hash, new RegExp(`^#port=\\d+${app.secret ? "/[-_\\w]{32}" : ""}&platform=${app.platform}$`));
      assert.deepEqual(await ask("start", app.name), { isValid: true, native: true });
      ({ key } = await ask("openStandalone", file));
      assert.deepEqual(await ask("rows", key, COUNT), [{ n: 274 }]);
      const [root] = await ask("element", key, "0x1");
      assert.equal(root.classFullName, "BisCore:Subject");
    });

    test("writes settings and reads them back", async () => {
      assert.deepEqual(await ask("settings"), { number: 4.5, text: "Straße €", yes: true, bytes: [0, 127, 255] });
    });

    test("calls the interface and the functions of the application, and hears it", async () => {
      await ask("listen", "walls-events");
      assert.deepEqual(await ask("countWalls", key, "Wall 0"), [3, 3]);
      await eventually(() => window.app.seen().events.some(([name, count]) => name === "wallsCounted" && count === 3));
    });

    test("learns what goes wrong", async () => {
      const errors = await ask("errors", key);
      assert.equal(errors.missing, NOT_FOUND);
      assert.equal(errors.unknownFunction, 65606);
      assert.equal(errors.unknownChannel, 32768);
      assert.notEqual(errors.statement, "no error");
    });

    test("is told what happens to the device", async () => {
      application.tell("memory");
      application.tell("orientation");
      application.tell("terminate");
      if (app.name === "MobileApp") application.tell("token Bearer me");
      await eventually(
        (names) => names.every((name) => window.app.seen().events.some(([event]) => event === name)),
        ["MemoryWarning", "OrientationChanged", "WillTerminate", ...(app.name === "MobileApp" ? ["AuthAccessTokenChanged"] : [])],
      );
    });

    test("hears push channels of RPC", async () => {
      application.tell(`push ${await ask("subscribe", "walls")} a wall, 3 m`);
      await eventually(() => window.app.seen().events.some(([name, message]) => name === "pushed" && message === "a wall, 3 m"));
    });

    test("comes back on another port while a request runs, which is not run twice", async () => {
      await ask("waitForNotes");
      assert.deepEqual(await ask("rows", key, COUNT), [{ n: 274 }]);
      application.tell("background");
      await eventually(() => window.app.seen().closes === 1);
      application.tell("memory");
      application.tell("foreground");
      const address = await application.line("RECONNECT");
      assert.notEqual(parseInt(address), application.port);
      await page.evaluate((to) => window._imodeljs_rpc_reconnect(to), address);
      // What a page sends by IPC before its socket is open again is lost in the page.
      await eventually(() => window.app.seen().opens === 2);
      await ask("note", "first");
      await eventually(() => window.app.seen().notes.length === 1);
      assert.deepEqual((await ask("seen")).notes, ["rpc first"]);
      // A second run of the first request would have taken this one.
      await ask("note", "second");
      assert.equal(await ask("nextNote"), "second");
      assert.deepEqual(await ask("rows", key, COUNT), [{ n: 274 }]);
      const { events } = await ask("seen");
      assert.equal(events.filter(([name]) => name === "MemoryWarning").length, 2);
      application.hash = `#port=${address}&platform=${app.platform}`;
    });

    test("had no uncaught error", () => assert.deepEqual(seen.errors, []));

    test("gives way to another page", async () => {
      const closes = (await ask("seen")).closes;
      const [other] = await load(application);
      await bounded(other.evaluate((name) => window.app.start(name), app.name), "start of the other page", LIMIT);
      await eventually((before) => window.app.seen().closes > before, closes);
      await page.close();
      page = other;
      ({ key } = await ask("openStandalone", file));
      assert.deepEqual(await ask("rows", key, COUNT), [{ n: 274 }]);
    });

    test("lets nobody else in", async () => {
      const connects = (from, address) =>
        from.evaluate(
          (url) =>
            new Promise((resolve) => {
              const socket = new WebSocket(url);
              socket.onopen = () => resolve(true);
              socket.onclose = () => resolve(false);
            }),
          `ws://localhost:${address}`,
        );
      const [, address] = /port=([^&]*)/.exec(application.hash);
      const foreign = await browser.newPage();
      assert.equal(await connects(foreign, address), false, "a page without an origin");
      if (app.secret) assert.equal(await connects(page, parseInt(address)), false, "a page that does not know the secret");
      await foreign.close();
      assert.deepEqual(await ask("rows", key, COUNT), [{ n: 274 }]);
    });

    test("takes the host with it when it is closed", async () => {
      await page.close();
      await bounded(application.line("ENDED"), "end of the host", LIMIT);
      await bounded(application.exited, "end of the application", LIMIT);
    });

    test("sees a host that is killed", async () => {
      [page] = await load(second);
      await ask("start", app.name);
      await second.kill();
      await eventually(() => window.app.seen().closes === 1);
    });
  });
