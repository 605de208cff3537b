/*
 * Installs what the tests need, each package folder from its own lock file: the tools of this folder and the frontends
 * below `frontends/`. A folder that is already as its lock file says is left alone.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));

export function install() {
  const frontends = fs.readdirSync(path.join(here, "frontends")).map((name) => path.join(here, "frontends", name));
  for (const folder of [here, ...frontends.sort()]) if (!isInstalled(folder)) installFrom(folder);
}

/** npm leaves its own copy of the lock file in node_modules as the last thing. */
function isInstalled(folder) {
  const done = path.join(folder, "node_modules", ".package-lock.json");
  return fs.existsSync(done) && fs.statSync(done).mtimeMs >= fs.statSync(path.join(folder, "package-lock.json")).mtimeMs;
}

function installFrom(folder) {
  console.log(`installing ${path.relative(process.cwd(), folder) || "."}`);
  // The frontends' peer ranges contradict each other within a release; their exact versions are all named here.
  const options = ["ci", "--legacy-peer-deps", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status, error } = spawnSync("npm", options, { cwd: folder, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) throw error ?? new Error(`npm ci failed in ${folder} (${status})`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) install();
