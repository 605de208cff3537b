import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import crypto from "node:crypto";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { VERSIONS } from "../clients/node.mjs";
import { temporaryFolder } from "../server/fixtures.mjs";
import { startServer } from "../server/process.mjs";
import { varyBuilding } from "../server/vary.mjs";

/** Everything in this file follows from one number; SEED repeats a run. */
const seed = Number(process.env.SEED ?? crypto.randomInt(1, 2 ** 31));

describe(`iModels with random ids, labels, codes and GUIDs (SEED=${seed})`, () => {
  const KEYS = 8;
  const iModels = [];
  let server;

  before(async () => {
    const folder = temporaryFolder("varied");
    for (let at = 0; at < KEYS; at++) {
      const key = `varied-${at}`;
      iModels.push({ key, facts: await varyBuilding(path.join(folder, `${key}.bim`), seed + at, 40 + at * 20) });
    }
    server = await startServer([folder, "--port", "0"]);
  });
  after(() => server?.stop());

  for (const version of VERSIONS)
    test(`${version} reads what this run wrote`, async () => {
      await run(version, [{ ...iModels[VERSIONS.indexOf(version)], rounds: 60 }]);
    });

  test("64 clients of five releases ask different iModels at once", async () => {
    const plans = new Map(VERSIONS.map((version) => [version, []]));
    for (let client = 0; client < 64; client++)
      plans.get(VERSIONS[client % VERSIONS.length]).push({ ...iModels[client % KEYS], rounds: 12 });
    await Promise.all([...plans].map(([version, plan]) => run(version, plan)));
  });

  /** Fails unless every answer of every client of the plan was right. */
  async function run(version, plan) {
    const script = fileURLToPath(new URL("../clients/crowd.mjs", import.meta.url));
    const child = spawn(process.execPath, [script, version, server.url, String(seed)], { stdio: ["pipe", "pipe", "pipe"] });
    const limit = setTimeout(() => child.kill("SIGKILL"), 120_000);
    let out = "";
    let log = "";
    child.stdout.on("data", (chunk) => (out += chunk));
    child.stderr.on("data", (chunk) => (log += chunk));
    child.stdin.end(JSON.stringify(plan));
    const code = await new Promise((resolve) => child.once("close", resolve));
    clearTimeout(limit);
    assert.equal(code, 0, `${version} SEED=${seed}: ${log}`);
    const { checks, problems } = JSON.parse(out.trim().split("\n").at(-1));
    assert.deepEqual(problems, [], `SEED=${seed}`);
    assert.ok(checks >= plan.length * 2, `${checks} checks`);
  }
});
