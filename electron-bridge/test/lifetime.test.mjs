import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import net from "node:net";
import { test } from "node:test";
import { started } from "./started.mjs";

const require = createRequire(import.meta.url);
const { connect } = require("../src/link.js");
const { startJvm } = require("./stand-in/jvm.js");

test("without its JVM the application ends", async (t) => {
  const { jvm, exited, open } = await started(t);
  await open();
  jvm.kill();
  assert.equal(await exited, 0);
});

test("without its JVM the application ends even when a page does not want to", async (t) => {
  const { jvm, exited, open } = await started(t);
  const { window } = await open();
  window.on("close", (event) => event.preventDefault());
  t.mock.timers.enable({ apis: ["setTimeout"] });
  jvm.kill();
  await once(window, "close");
  t.mock.timers.tick(5_000);
  assert.equal(await exited, 1);
});

test("the application that ends tells its JVM, and waits for it", async (t) => {
  const { jvm, electron, exited } = await started(t);
  electron.app.quit();
  await jvm.ended;
  assert.equal(await exited, 0);
});

test("calls that wait for the JVM are answered when it goes", async (t) => {
  const { jvm, open } = await started(t);
  jvm.setChannels(["itwin.ipc-app"], []);
  const { page, peer } = await open();
  const answer = page.window.itwinjs.invoke("itwin.ipc-app", "slow");
  await peer.next();
  jvm.kill();
  assert.equal((await answer).error.message, "the backend is gone");
});

test("a JVM that does not know the secret is not talked to", async (t) => {
  const jvm = await startJvm("right");
  t.after(() => jvm.stop());
  await assert.rejects(connect(jvm.port, "wrong"), /did not let the bridge in/);
});

test("something else that listens on the port gets no further", async (t) => {
  for (const answer of ["HTTP/1.1 400 Bad Request\r\n\r\n", Buffer.alloc(9, 255), Buffer.from([2, 0, 0, 0, 0, 0, 0, 0, 1, 33])]) {
    const server = net.createServer((socket) => socket.on("error", () => {}).write(answer)).listen(0, "127.0.0.1");
    t.after(() => server.close());
    await once(server, "listening");
    await assert.rejects(connect(server.address().port, "secret"), /did not let the bridge in/);
  }
});

test("the bridge ends at once when it can not start its JVM", async () => {
  const script = `
    const Module = require("node:module");
    const { makeElectron } = require("./test/stand-in/index.js");
    const electron = makeElectron({ ended: (code) => process.exit(code) });
    const load = Module._load;
    Module._load = (name, ...rest) => (name === "electron" ? electron : load(name, ...rest));
    require("./main.js");`;
  const child = spawn(process.execPath, ["-e", script], { cwd: new URL("..", import.meta.url), stdio: ["ignore", "ignore", "pipe"] });
  let told = "";
  child.stderr.on("data", (chunk) => (told += chunk));
  const [code] = await once(child, "close");
  assert.equal(code, 1);
  assert.match(told, /^imodel4j: no JVM/);
});
