import assert from "node:assert/strict";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { bounded, rejection } from "../clients/bounded.mjs";
import { VERSIONS } from "../clients/node.mjs";
import { startExample } from "../server/example.mjs";
import { servedFolder } from "../server/fixtures.mjs";
import { startFrontend } from "../server/frontend-process.mjs";
import { startServer } from "../server/process.mjs";

const COUNT = "SELECT COUNT(*) n FROM BisCore.Element";
const isOf2 = (version) => version.startsWith("2.");
const hasOldNames = (version) => /^[23]\./.test(version);
const appChannel = (version) => (hasOldNames(version) ? "ipc-app" : "itwinjs-core/ipc-app");
const nativeChannel = (version) => (hasOldNames(version) ? "nativeApp" : "itwinjs-core/nativeApp");

/** 2.x can be told no more than a port, so its servers ask for no token. */
const portOnly = (version, server) => (isOf2(version) ? { url: server.url } : server);

/**
 * The hosts and what pairs with them. `server` starts one for a folder with building.bim and a release, `frontend` the other end; `settings` says
 * that the host keeps settings, `alone` that its ends do not depend on each other.
 */
const HOSTS = [
  {
    host: "WebViewerHost",
    app: "IModelApp",
    transport: "HTTP",
    server: (folder) => startServer([folder, "--port", "0"]),
    frontend: (version, server) => startFrontend(version, { url: server.url, viewer: true }),
    open: (frontend) => frontend.ask("openRemote", "building"),
    alone: true,
  },
  {
    host: "WebEditHost",
    app: "LocalhostIpcApp",
    transport: "websocket",
    server: (folder, version) =>
      startServer(["--edit", "--grace", "1", "--port", "0", ...(isOf2(version) ? ["--localhost-ipc"] : []), folder]),
    frontend: (version, server) => startFrontend(version, portOnly(version, server)),
    open: (frontend, folder) => frontend.ask("openStandalone", path.join(folder, "building.bim")),
  },
  {
    host: "NativeHost",
    app: "LocalhostIpcApp",
    transport: "websocket",
    server: (_folder, version) => startExample("SmallestNativeHost", isOf2(version) ? "port" : "token"),
    frontend: (version, server) => startFrontend(version, portOnly(version, server)),
    open: (frontend, folder) => frontend.ask("openStandalone", path.join(folder, "building.bim")),
    settings: true,
  },
];

for (const row of HOSTS)
  for (const version of row.versions ?? VERSIONS)
    describe(`${row.host} and ${row.app} of ${version} over ${row.transport}`, () => {
      let folder, server, frontend;
      const start = async () => {
        server = await row.server(folder, version);
        frontend = await row.frontend(version, server);
      };

      before(async () => {
        folder = servedFolder("building");
        await start();
      });
      after(async () => {
        await frontend?.kill();
        await server?.stop("SIGKILL");
      });

      test("open and query an iModel", async () => {
        const { key } = await row.open(frontend, folder);
        assert.deepEqual(await frontend.ask("rows", key, COUNT), [{ n: 274 }]);
        await frontend.ask("close", key);
      });

      if (row.settings)
        test("keep a setting", async () => {
          const call = (...args) => frontend.ask("call", nativeChannel(version), ...args);
          const id = await call("storageMgrOpen", "pairing");
          await call("storageSet", id, "greeting", "hello");
          await call("storageSet", id, "size", 1.5);
          assert.equal(await call("storageGet", id, "greeting"), "hello");
          assert.equal(await call("storageGet", id, "size"), 1.5);
          assert.equal(await call("checkInternetConnectivity"), 0);
          await call("storageMgrClose", id, false);
        });

      if (row.alone) {
        test("outlive each other", async () => {
          await frontend.kill();
          frontend = await row.frontend(version, server);
          const { key } = await row.open(frontend, folder);
          await server.stop("SIGKILL");
          await rejection(frontend.ask("rows", key, COUNT), "a query without a server", 60_000);
        });
      } else {
        test("end together when the host is killed, within a second", async () => {
          await frontend.ask("chat", appChannel(version));
          await server.stop("SIGKILL");
          const { silent } = await bounded(frontend.closed, "close");
          assert.ok(silent <= 1000, `heard nothing for ${silent} ms`);
          await frontend.kill();
        });

        test("end together when the frontend is killed", async () => {
          await start();
          await row.open(frontend, folder);
          await frontend.kill();
          await bounded(server.exited, "end of the host", 60_000);
        });
      }
    });
