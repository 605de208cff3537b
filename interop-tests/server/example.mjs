import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "./fixtures.mjs";
import { startServer } from "./process.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const sourceOf = (name) => path.join(root, "examples/src/main/java/org/imodel4j/examples", `${name}.java`);

/** The Java of the program and the path of its libraries. */
function program() {
  // Builds the libraries when they are not there.
  execFileSync(path.join(root, "imodel"), ["--version"]);
  const home = path.join(root, "cli/target/imodel");
  const [, java] = /^java='(.*)'$/m.exec(fs.readFileSync(path.join(home, "launch"), "utf8"));
  return { java, libraries: path.join(home, "lib/*") };
}

const command = (java, libraries, ...rest) => [java, "--enable-native-access=ALL-UNNAMED", "-cp", libraries, ...rest];

/** Runs an example from its source with the libraries and the Java of the program, and waits for its READY line. */
export function startExample(name, ...args) {
  const { java, libraries } = program();
  const [first, ...rest] = command(java, libraries, sourceOf(name));
  return startServer([...args, temporaryFolder("example")], { command: first, program: rest });
}

/** Compiles an example; gives the command that runs it, for tests that start it several times. */
export function compileExample(name) {
  const { java, libraries } = program();
  const classes = temporaryFolder("classes");
  execFileSync(path.join(path.dirname(java), "javac"), ["-proc:none", "-cp", libraries, "-d", classes, sourceOf(name)]);
  return command(java, [classes, libraries].join(path.delimiter), `org.imodel4j.examples.${name}`);
}
