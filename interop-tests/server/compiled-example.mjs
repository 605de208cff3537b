import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const sources = ["socket/src/main", "examples/src/main"].map((folder) => path.join(root, folder));
const classes = ["socket/target/classes", "examples/target/classes"].map((folder) => path.join(root, folder));

/** What runs an example that is more than one file, with the libraries and the Java of the program. */
export function compiledExampleCommand(name) {
  // Builds the libraries when they are not there.
  execFileSync(path.join(root, "imodel"), ["--version"]);
  const home = path.join(root, "cli/target/imodel");
  const [, java] = /^java='(.*)'$/m.exec(fs.readFileSync(path.join(home, "launch"), "utf8"));
  if (!areCompiled(name)) compile(path.dirname(path.dirname(java)));
  const classPath = [path.join(home, "lib/*"), ...classes].join(path.delimiter);
  return [java, "--enable-native-access=ALL-UNNAMED", "-cp", classPath, `org.imodel4j.examples.${name}`];
}

function areCompiled(name) {
  const compiled = path.join(classes[1], "org/imodel4j/examples", `${name}.class`);
  if (!fs.existsSync(compiled)) return false;
  const { mtimeMs } = fs.statSync(compiled);
  return sources.every((folder) =>
    fs.readdirSync(folder, { recursive: true }).every((file) => fs.statSync(path.join(folder, file)).mtimeMs <= mtimeMs),
  );
}

function compile(jdk) {
  const options = ["-q", "-B", "-pl", "examples", "-am", "package", "-Dmaven.test.skip", "-Dspotless.check.skip", "-Danimal.sniffer.skip"];
  execFileSync(path.join(root, "mvnw"), options, { cwd: root, stdio: "inherit", env: { ...process.env, JAVA_HOME: jdk } });
}
