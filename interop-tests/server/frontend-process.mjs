import { spawn } from "node:child_process";
import { once } from "node:events";
import readline from "node:readline";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("../clients/edit.mjs", import.meta.url));

/**
 * Starts a frontend of a release in a process of its own, since a process can hold one only. `target` has the server's `url` and, for
 * a LocalhostIpcApp that can be given it, its `ipcUrl`; with `viewer` it is one that knows HTTP only.
 */
export async function startFrontend(version, target, { limit = 60_000 } = {}) {
  const { url, ipcUrl, viewer } = target;
  const child = spawn(process.execPath, ["--experimental-websocket", "--no-warnings", script, version, JSON.stringify({ url, ipcUrl, viewer })], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  const frontend = new FrontendProcess(child, limit);
  await frontend.ready;
  return frontend;
}

class FrontendProcess {
  constructor(child, limit) {
    this.child = child;
    this.limit = limit;
    this.events = [];
    this.waiting = new Map();
    this.log = "";
    this.last = 0;
    child.stderr.on("data", (chunk) => (this.log += chunk));
    this.ready = this.expect("ready");
    this.closed = new Promise((resolve) => (this.closedWith = resolve));
    readline.createInterface({ input: child.stdout }).on("line", (line) => this.heard(JSON.parse(line)));
    const end = () => child.kill("SIGKILL");
    process.once("exit", end);
    child.once("exit", () => {
      process.removeListener("exit", end);
      this.fail(new Error(`the frontend ended: ${this.log}`));
    });
  }

  heard(line) {
    if (line.event) this.events.push(line.event);
    else if (line.closed) this.closedWith(line.closed);
    else this.settle(line.ready ? "ready" : line.id, line);
  }

  settle(id, { result, error }) {
    const { resolve, reject } = this.waiting.get(id) ?? {};
    this.waiting.delete(id);
    if (error) reject?.(Object.assign(new Error(error.message), error));
    else resolve?.(result);
  }

  fail(error) {
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }

  expect(id) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no answer to ${id}: ${this.log}`)), this.limit);
      timer.unref();
      this.waiting.set(id, { resolve, reject });
    });
  }

  /** Runs a command of the frontend and gives its result. */
  ask(command, ...args) {
    const id = ++this.last;
    const answer = this.expect(id);
    this.child.stdin.write(`${JSON.stringify([id, command, ...args])}\n`);
    return answer;
  }

  /** Ends the process as a crash would. */
  async kill() {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      this.child.kill("SIGKILL");
      await once(this.child, "exit");
    }
  }
}
