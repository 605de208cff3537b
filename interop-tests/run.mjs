/*
 * node run.mjs [FILE...]: installs what is missing and runs all tests and those of ../electron-bridge, or the named files, with node:test's summary. The
 * program under test is ../imodel, or what IMODEL names. A skipped test counts as a failure.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { install } from "./install.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
install();
const named = process.argv.slice(2);
const testsIn = (folder) =>
  fs
    .readdirSync(path.join(here, folder))
    .filter((name) => name.endsWith(".test.mjs"))
    .sort()
    .map((name) => path.join(here, folder, name));
const files = named.length > 0 ? named : [...testsIn("tests"), ...testsIn("../electron-bridge/test")];
const { status, stdout } = spawnSync(process.execPath, ["--test", "--test-concurrency=2", "--test-reporter=spec", ...files], {
  stdio: ["ignore", "pipe", "inherit"],
  maxBuffer: 1 << 28,
});
process.stdout.write(stdout);
const left = /^ℹ (?:skipped|todo) [1-9]/m.exec(stdout.toString());
if (left) console.error(`not every test ran: ${left[0]}`);
process.exitCode = left ? 1 : (status ?? 1);
