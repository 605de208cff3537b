import assert from "node:assert/strict";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { launchChromium } from "../browser/chromium.mjs";
import { VERSIONS } from "../clients/node.mjs";
import { bounded, rejection } from "../clients/bounded.mjs";
import { startExample } from "../server/example.mjs";
import { fixture, servedFolder, temporaryFolder } from "../server/fixtures.mjs";
import { startFrontend } from "../server/frontend-process.mjs";
import { startServer } from "../server/process.mjs";

const COUNT = "SELECT COUNT(*) n FROM BisCore.Element";
const READ_ONLY = 65582;
const NOT_ENABLED = 65573;
const NOT_FOUND = 65574;

/** 2.x can be told no more than a port, so it needs a server that asks for no token. */
const optionsFor = (version) => (version.startsWith("2.") ? ["--localhost-ipc"] : []);
const targetFor = (version, server) => (version.startsWith("2.") ? { url: server.url } : server);
const channelFor = (version) => (/^[23]\./.test(version) ? "ipc-app" : "itwinjs-core/ipc-app");

for (const version of VERSIONS)
  describe(`LocalhostIpcApp of ${version}`, () => {
    let folder, server, frontend, file;

    before(async () => {
      folder = servedFolder("building");
      file = path.join(folder, "building.bim");
      server = await startServer(["--edit", "--grace", "1", "--port", "0", ...optionsFor(version), folder]);
      frontend = await startFrontend(version, targetFor(version, server));
    });
    after(async () => {
      await frontend?.kill();
      await server?.stop();
    });

    test("opens, queries and closes", async () => {
      const { key, iModelId } = await frontend.ask("openStandalone", file);
      assert.equal(iModelId, server.iModelId);
      assert.deepEqual(await frontend.ask("rows", key, COUNT), [{ n: 274 }]);
      const [root] = await frontend.ask("element", key, "0x1");
      assert.equal(root.classFullName, "BisCore:Subject");
      await frontend.ask("close", key);
      const snapshot = await frontend.ask("openSnapshot", file);
      assert.deepEqual(await frontend.ask("rows", snapshot.key, COUNT), [{ n: 274 }]);
      await frontend.ask("close", snapshot.key);
    });

    test("learns what is not there by number", async () => {
      const channel = channelFor(version);
      const { key } = await frontend.ask("openStandalone", file);
      const numberOf = async (...command) => (await rejection(frontend.ask(...command), command.join(" "))).errorNumber;
      assert.equal(await numberOf("openStandalone", file, 2), READ_ONLY);
      assert.equal(await numberOf("openStandalone", "/etc/passwd"), NOT_FOUND);
      assert.equal(await numberOf("openStandalone", fixture("building.bim")), NOT_FOUND);
      assert.equal(await numberOf("call", channel, "reverseTxns", key, 1), NOT_ENABLED);
      assert.equal(await numberOf("call", channel, "toString"), 32768);
      assert.equal(await numberOf("call", channel, "noSuchFunction"), 65606);
      assert.match((await rejection(frontend.ask("call", "no-such-channel", "x"), "channel")).message, /nothing handles/);
      assert.equal(await frontend.ask("call", channel, "hasPendingTxns", key), false);
      assert.deepEqual(await frontend.ask("rows", key, COUNT), [{ n: 274 }]);
    });

    test("sees a server that is killed", async () => {
      const second = await startServer(["--edit", "--port", "0", ...optionsFor(version), folder]);
      const other = await startFrontend(version, targetFor(version, second));
      try {
        await second.stop("SIGKILL");
        await bounded(other.closed, "close");
      } finally {
        await other.kill();
        await second.stop("SIGKILL");
      }
    });

    test("takes the server with it when it is killed", async () => {
      await frontend.kill();
      await bounded(server.exited, "end of the server", 30_000);
    });
  });

describe("an edit server", () => {
  let folder, server;

  before(async () => {
    folder = servedFolder("building", "empty");
    server = await startServer(["--edit", "--stay", "--port", "0", folder]);
  });
  after(() => server?.stop());

  test("never shows two frontends each other's answers", async () => {
    const [one, two] = await Promise.all(["5.13.3", "4.11.7"].map((version) => startFrontend(version, server)));
    try {
      const [building, empty] = await Promise.all([
        one.ask("openStandalone", path.join(folder, "building.bim")),
        two.ask("openStandalone", path.join(folder, "empty.bim")),
      ]);
      const [{ n }] = await two.ask("rows", empty.key, COUNT);
      const asked = [];
      for (let round = 0; round < 100; round++) {
        asked.push(one.ask("rows", building.key, COUNT).then((rows) => assert.deepEqual(rows, [{ n: 274 }])));
        asked.push(two.ask("rows", empty.key, COUNT).then((rows) => assert.deepEqual(rows, [{ n }])));
      }
      assert.notEqual(n, 274);
      await Promise.all(asked);
      await one.kill();
      assert.deepEqual(await two.ask("rows", empty.key, COUNT), [{ n }]);
    } finally {
      await Promise.all([one.kill(), two.kill()]);
    }
  });

  test("opens files of folders that are allowed", async () => {
    const allowed = servedFolder("located");
    const elsewhere = path.join(allowed, "located.bim");
    fs.symlinkSync(fixture("all-types.bim"), path.join(allowed, "link.bim"));
    const wider = await startServer(["--edit", "--stay", "--port", "0", "--allow-path", allowed, folder]);
    const [narrow, wide] = await Promise.all([startFrontend("5.9.2", server), startFrontend("5.9.2", wider)]);
    try {
      assert.equal((await rejection(narrow.ask("openSnapshot", elsewhere), "not allowed")).errorNumber, NOT_FOUND);
      assert.ok((await wide.ask("openSnapshot", elsewhere)).iModelId);
      assert.equal((await rejection(wide.ask("openSnapshot", path.join(allowed, "link.bim")), "link")).errorNumber, NOT_FOUND);
    } finally {
      await Promise.all([narrow.kill(), wide.kill()]);
      await wider.stop();
    }
  });

  test("outlives a frontend that is loaded again", async () => {
    const waiting = await startServer(["--edit", "--grace", "15", "--port", "0", folder]);
    let frontend = await startFrontend("5.9.2", waiting);
    try {
      for (let load = 0; load < 3; load++) {
        await frontend.kill();
        frontend = await startFrontend("5.9.2", waiting);
        assert.ok((await frontend.ask("openSnapshot", path.join(folder, "building.bim"))).iModelId);
      }
      await frontend.kill();
      await bounded(waiting.exited, "end of the server", 60_000);
    } finally {
      await frontend.kill();
      await waiting.stop();
    }
  });

  test("tells its frontends when it ends", async () => {
    const ending = await startServer(["--edit", "--port", "0", folder]);
    const frontend = await startFrontend("5.13.3", ending);
    try {
      await ending.stop();
      const { code, reason } = await bounded(frontend.closed, "close");
      assert.deepEqual([code, reason], [1001, "the backend shuts down"]);
    } finally {
      await frontend.kill();
    }
  });
});

describe("pages in Chromium", () => {
  let folder, foreign, server, browser;

  before(async () => {
    folder = servedFolder("building");
    foreign = http.createServer((request, response) => response.setHeader("content-type", "text/html").end("<!doctype html>"));
    await new Promise((resolve) => foreign.listen(0, "127.0.0.1", resolve));
    [server, browser] = await Promise.all([startServer(["--edit", "--stay", "--port", "0", folder]), launchChromium()]);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
    foreign?.close();
  });

  /** Whether a page can connect to a websocket and use HTTP. */
  const reaches = async (pageUrl, ipcUrl, url) => {
    const page = await browser.newPage();
    await page.goto(pageUrl);
    const seen = await page.evaluate(
      async ([ipcUrl, url]) => ({
        ipc: await new Promise((resolve) => {
          const socket = new WebSocket(ipcUrl);
          socket.onopen = () => resolve(true);
          socket.onclose = () => resolve(false);
        }),
        http: await fetch(`${url}/ready`, { method: "POST" }).then((response) => response.ok, () => false),
      }),
      [ipcUrl, url],
    );
    await page.close();
    return seen;
  };
  const foreignUrl = () => `http://127.0.0.1:${foreign.address().port}`;

  test("of the server reach it without a token", async () => {
    const withoutToken = server.ipcUrl.split("?")[0];
    assert.deepEqual(await reaches(`${server.url}/`, withoutToken, server.url), { ipc: true, http: true });
  });

  test("of other origins do not, even with the token", async () => {
    assert.deepEqual(await reaches(foreignUrl(), server.ipcUrl, server.url), { ipc: false, http: false });
  });

  test("of an origin that is allowed do", async () => {
    const open = await startServer(["--edit", "--stay", "--port", "0", "--allow-origin", foreignUrl(), folder]);
    try {
      assert.deepEqual(await reaches(foreignUrl(), open.ipcUrl.split("?")[0], open.url), { ipc: true, http: true });
    } finally {
      await open.stop();
    }
  });
});

describe("the functions of an application", () => {
  let server;

  before(async () => {
    const file = path.join(temporaryFolder("walls"), "building.bim");
    fs.copyFileSync(fixture("building.bim"), file);
    server = await startExample("OwnIpcFunctions", file);
  });
  after(() => server?.stop());

  for (const version of VERSIONS.filter((each) => !each.startsWith("2.")))
    test(`are called by ${version}, which hears its notifications`, async () => {
      const frontend = await startFrontend(version, server);
      try {
        await frontend.ask("listen", "walls-events");
        assert.equal(await frontend.ask("call", "walls", "countWalls", "building", "Wall 0"), 3);
        assert.deepEqual(frontend.events, [["wallsCounted", 3]]);
        const slow = frontend.ask("call", "walls", "nextNote");
        for (let i = 0; i < 20; i++) assert.equal(await frontend.ask("call", "walls", "countWalls", "building", "none"), 0);
        await frontend.ask("call", "walls", "note", "awake");
        assert.equal(await slow, "awake");
      } finally {
        await frontend.kill();
      }
    });

  test("ask a frontend of 5.13.3 back", async () => {
    const [asked, other] = await Promise.all([startFrontend("5.13.3", server), startFrontend("5.13.3", server)]);
    try {
      await Promise.all([asked.ask("handle", "walls-questions"), other.ask("handle", "walls-questions")]);
      assert.equal(await asked.ask("call", "walls", "askBack", "why"), `answer(why) of ${asked.child.pid}`);
    } finally {
      await Promise.all([asked.kill(), other.kill()]);
    }
  });
});
