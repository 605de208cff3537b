import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "./fixtures.mjs";
import { startServer } from "./process.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What runs an example from its source with the libraries and the Java of the program. */
export function exampleCommand(name) {
  // Builds the libraries when they are not there.
  execFileSync(path.join(root, "imodel"), ["--version"]);
  const home = path.join(root, "cli/target/imodel");
  const [, java] = /^java='(.*)'$/m.exec(fs.readFileSync(path.join(home, "launch"), "utf8"));
  const source = path.join(root, "examples/src/main/java/org/imodel4j/examples", `${name}.java`);
  return [java, "--enable-native-access=ALL-UNNAMED", "-cp", path.join(home, "lib/*"), source];
}

/** Runs an example and waits for its READY line. */
export function startExample(name, ...args) {
  const [command, ...program] = exampleCommand(name);
  return startServer([...args, temporaryFolder("example")], { command, program });
}
