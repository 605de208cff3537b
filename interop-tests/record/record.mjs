/*
 * REFERENCE=folder node record/record.mjs: writes recorded/KEY.json, what the frontends see of the fixtures when the
 * reference backend serves them. Releases 3.8.0 to 5.13.3 must see the same; the run fails naming what they do not.
 */
import { execFile } from "node:child_process";
import fs from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { VERSIONS } from "../clients/node.mjs";
import { differences } from "../clients/plain.mjs";
import { servedFolder } from "../server/fixtures.mjs";
import { startServer } from "../server/process.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const keys = ["building", "all-types", "located", "empty"];
const server = await startServer([servedFolder(...keys), "--port", "0"], { command: `${here}reference-server.mjs` });
const records = {};
try {
  for (const version of VERSIONS.slice(1)) {
    const seen = await see(version);
    for (const key of keys) {
      records[key] ??= {};
      for (const [section, facts] of Object.entries(seen[key])) compare(version, key, section, facts);
    }
  }
} finally {
  await server.stop();
}
for (const key of keys) fs.writeFileSync(`${here}../recorded/${key}.json`, `${JSON.stringify(records[key], undefined, 1)}\n`);

async function see(version) {
  const command = [`${here}../clients/see.mjs`, version, server.url, ...keys];
  const { stdout } = await promisify(execFile)(process.execPath, command, { maxBuffer: 1 << 28 });
  return JSON.parse(stdout.trim().split("\n").at(-1));
}

function compare(version, key, section, facts) {
  const problems = facts?.$error ? [facts.$error.message] : differences(facts, records[key][section] ?? facts);
  for (const problem of problems) {
    console.error(`${version} ${key} ${section}: ${problem}`);
    process.exitCode = 1;
  }
  records[key][section] ??= facts;
}
