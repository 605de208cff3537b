/* Finds the JVM: starts it, or was started by it. */
"use strict";
const { spawn } = require("node:child_process");
const crypto = require("node:crypto");

const PORT = "IMODEL4J_BRIDGE_PORT";
const SECRET = "IMODEL4J_BRIDGE_SECRET";
const READY_TIME = 60_000;
const MOST_OUTPUT = 1 << 16;

/** What a variable says, once: no process that is started from here on shall know it. */
function take(environment, name) {
  const value = environment[name];
  delete environment[name];
  return value;
}

/**
 * Where the JVM listens and the secret that it lets in, with the child process if it was started here. `java` is its command line as an array; the
 * secret reaches it by its environment. It has to print a line of `READY` and a JSON object with `bridgePort`.
 */
async function findJvm({ java, cwd, env, readyTimeout = READY_TIME }, environment = process.env) {
  const port = take(environment, PORT);
  const secret = take(environment, SECRET);
  if (port && secret) return { port: Number(port), secret };
  if (!Array.isArray(java) || java.length === 0) throw new Error('no JVM: "java" has to be its command line, as an array');
  return startJvm(java, { cwd, env: { ...environment, ...env } }, readyTimeout);
}

function startJvm([command, ...args], { cwd, env }, readyTimeout) {
  const secret = crypto.randomBytes(32).toString("base64url");
  const child = spawn(command, args, { cwd, env: { ...env, [SECRET]: secret }, stdio: ["ignore", "pipe", "inherit"], windowsHide: true });
  return new Promise((resolve, reject) => {
    let output = "";
    const fail = (problem) => {
      clearTimeout(timer);
      child.kill("SIGKILL");
      reject(new Error(`the backend did not start: ${problem}`));
    };
    const timer = setTimeout(() => fail(`no READY line within ${readyTimeout} ms`), readyTimeout);
    const ended = (code, signal) => fail(`it ended with ${signal ?? code}`);
    const heard = (chunk) => {
      output += chunk;
      const line = /^READY (\{.*\})\r?\n/m.exec(output);
      if (!line) return output.length > MOST_OUTPUT && fail("it prints something else");
      child.stdout.removeListener("data", heard);
      // Whatever else it prints is the application's; a pipe that nobody reads would stop it.
      child.stdout.pipe(process.stdout, { end: false });
      child.removeListener("exit", ended);
      clearTimeout(timer);
      try {
        resolve({ port: portOf(line[1]), secret, child });
      } catch (error) {
        fail(error.message);
      }
    };
    child.stdout.setEncoding("utf8").on("data", heard);
    child.once("error", (error) => fail(error.message));
    child.once("exit", ended);
  });
}

function portOf(facts) {
  const { bridgePort } = JSON.parse(facts);
  if (!Number.isInteger(bridgePort) || bridgePort < 1 || bridgePort > 65535) throw new Error("its READY line has no bridgePort");
  return bridgePort;
}

module.exports = { findJvm };
