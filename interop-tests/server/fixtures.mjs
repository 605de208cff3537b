import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const folder = process.env.IMODEL4J_FIXTURES ?? fileURLToPath(new URL("../../testkit/src/main/fixtures/", import.meta.url));

const temporary = [];
process.once("exit", () => temporary.forEach((made) => fs.rmSync(made, { recursive: true, force: true })));

/** A folder of its own under the system's temporary one, removed when the process ends. */
export function temporaryFolder(name) {
  const made = fs.mkdtempSync(path.join(os.tmpdir(), `imodel4j-${name}-`));
  temporary.push(made);
  return made;
}

/** Copies fixture iModels, named without extension, to a new folder that a server may serve. */
export function servedFolder(...names) {
  const target = temporaryFolder("served");
  for (const name of names) {
    fs.copyFileSync(fixture(`${name}.bim`), path.join(target, `${name}.bim`));
    fs.chmodSync(path.join(target, `${name}.bim`), 0o644);
  }
  return target;
}

export const fixture = (name) => path.join(folder, name);

export const expected = (name) => JSON.parse(fs.readFileSync(fixture(`${name}.expected.json`), "utf8"));
