import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The program under test; IMODEL names another one that understands the same `serve` command. */
const launcher = process.env.IMODEL ?? path.join(root, "imodel");

/**
 * Starts `imodel serve`, or what `program` says, with the given arguments and waits for its READY line.
 * @returns the facts of that line with `child`, `log()` and `stop()`
 */
export async function startServer(args, { limit = 60_000, command = launcher, program = ["serve"] } = {}) {
  const child = spawn(command, [...program, ...args], { stdio: ["ignore", "pipe", "pipe"], detached: true });
  let log = "";
  child.stderr.on("data", (chunk) => (log += chunk));
  const exited = new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal ?? code));
  });
  const end = () => killGroup(child, "SIGKILL");
  process.once("exit", end);
  const stop = async (signal = "SIGTERM") => {
    if (child.exitCode === null && child.signalCode === null) {
      killGroup(child, signal);
      const gone = await Promise.race([exited.then(() => true), pause(10_000)]);
      if (!gone) killGroup(child, "SIGKILL");
      await exited;
    }
    process.removeListener("exit", end);
  };
  const ready = new Promise((resolve) => {
    let out = "";
    child.stdout.on("data", (chunk) => {
      out += chunk;
      log += chunk;
      const line = /^READY (.*)$/m.exec(out);
      if (line && out.indexOf("\n", line.index) >= 0) resolve(JSON.parse(line[1]));
    });
  });
  const facts = await Promise.race([
    ready,
    exited.then((how) => new Error(`server ended (${how}) before it was ready:\n${log}`)),
    pause(limit).then(() => new Error(`server not ready within ${limit} ms:\n${log}`)),
  ]);
  if (facts instanceof Error) {
    await stop("SIGKILL");
    throw facts;
  }
  return { ...facts, child, exited, log: () => log, stop };
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms).unref());

/** The launcher may be a script around the Java process, so its whole group is ended. */
function killGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Already gone.
  }
}
