import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";

const { findJvm } = createRequire(import.meta.url)("../src/jvm.js");

const node = (script) => [process.execPath, "-e", script];

test("a bridge that the JVM has started takes port and secret out of the environment", async () => {
  const environment = { IMODEL4J_BRIDGE_PORT: "1234", IMODEL4J_BRIDGE_SECRET: "s", PATH: "/bin" };
  assert.deepEqual(await findJvm({ java: ["never"] }, environment), { port: 1234, secret: "s" });
  assert.deepEqual(environment, { PATH: "/bin" });
});

test("the JVM gets a secret by its environment, a new one each time, and says its port", async () => {
  const script = `
    const secret = process.env.IMODEL4J_BRIDGE_SECRET;
    if (process.argv.join(" ").includes(secret)) process.exit(1);
    console.log("a line before");
    console.log("READY " + JSON.stringify({ bridgePort: secret.length, more: process.env.MORE }));
    setInterval(() => {}, 1000);`;
  const found = [await findJvm({ java: node(script), env: { MORE: "1" } }), await findJvm({ java: node(script) })];
  for (const { port, secret, child } of found) {
    assert.equal(port, secret.length);
    assert.ok(secret.length >= 43);
    child.kill("SIGKILL");
  }
  assert.notEqual(found[0].secret, found[1].secret);
});

for (const [what, options, problem] of [
  ["no command", {}, /no JVM/],
  ["a command line as one text", { java: "java -jar x.jar" }, /as an array/],
  ["a command that is not there", { java: ["/no/such/java"] }, /did not start: spawn/],
  ["a JVM that ends", { java: node("process.exit(3)") }, /did not start: it ended with 3/],
  ["a JVM that is never ready", { java: node("setInterval(() => {}, 1000)"), readyTimeout: 100 }, /no READY line/],
  ["a JVM without a port", { java: node("console.log('READY {}'); setInterval(() => {}, 1000)") }, /no bridgePort/],
  ["a JVM with a port that is none", { java: node(`console.log('READY {"bridgePort":70000}')`) }, /no bridgePort/],
  ["a JVM that prints something else", { java: node("setInterval(() => console.log('x'.repeat(9999)), 1)") }, /prints something else/],
])
  test(`${what} is told`, () => assert.rejects(findJvm(options, { ...process.env }), problem));
