import { once } from "node:events";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import readline from "node:readline";
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { bounded } from "../clients/bounded.mjs";
import { compileExample } from "../server/example.mjs";
import { temporaryFolder } from "../server/fixtures.mjs";

let viewer;
const started = new Set();
process.once("exit", () => started.forEach((application) => application.stop()));

const electronScript = fileURLToPath(new URL("process.cjs", import.meta.url));

/** Electron's side of a running application, as a test sees it: its windows, its pages, and the two processes. */
class Application {
  constructor(child, log, connection, pids) {
    this.child = child;
    this.log = log;
    this.connection = connection;
    this.pids = pids;
    this.last = 0;
    this.waiting = new Map();
    this.loaded = new Promise((resolve) => (this.pageLoaded = resolve));
    readline.createInterface({ input: connection }).on("line", (line) => this.take(JSON.parse(line)));
    connection.on("error", () => {});
  }

  take({ id, loaded, result, error }) {
    if (loaded) this.pageLoaded(loaded);
    const { resolve, reject } = this.waiting.get(id) ?? {};
    this.waiting.delete(id);
    if (error) reject?.(new Error(error));
    else resolve?.(result);
  }

  /** Asks the stand-in for Electron. */
  tell(command, ...args) {
    const id = ++this.last;
    const answer = new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    this.connection.write(`${JSON.stringify([id, command, ...args])}\n`);
    return bounded(answer, `${command} ${args[0] ?? ""}`, 30_000).catch((error) => {
      throw new Error(`${error.message}\n${this.log()}`);
    });
  }

  /** Asks the page. */
  async ask(command, ...args) {
    const { result, error } = await this.tell("ask", command, ...args);
    if (error) throw Object.assign(new Error(error.message), error);
    return result;
  }

  kill(which) {
    process.kill(this.pids[which], "SIGKILL");
  }

  /** Resolves when a process is gone. */
  async ends(which, limit = 15_000) {
    const end = Date.now() + limit;
    while (isAlive(this.pids[which])) {
      if (Date.now() > end) throw new Error(`${which} is still there\n${this.log()}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  stop() {
    started.delete(this);
    for (const pid of Object.values(this.pids)) if (isAlive(pid)) process.kill(pid, "SIGKILL");
    this.connection.destroy();
  }
}

/** A process that ended and was not waited for counts as gone. */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(fs.readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

/**
 * Starts the example ElectronViewer with the page of a folder.
 * @param first which process starts the other: "electron" or "jvm"
 */
export async function startApplication(web, first, cache = temporaryFolder("electron-cache")) {
  const folder = temporaryFolder("electron-app");
  const pidFile = path.join(folder, "jvm.pid");
  viewer ??= compileExample("ElectronViewer");
  // The shell becomes the JVM, so its number is the JVM's.
  const jvm = ["/bin/sh", "-c", `echo $$ > '${pidFile}'; exec "$@"`, "sh", ...viewer, web, cache];
  fs.writeFileSync(path.join(folder, "imodel4j.json"), JSON.stringify({ java: jvm }));
  const server = net.createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const electron = [process.execPath, electronScript, folder];
  const [command, ...args] = first === "electron" ? electron : [...jvm, ...electron];
  const child = spawn(command, args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ELECTRON_TEST_PORT: String(server.address().port) },
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (log += chunk));
  const ended = once(child, "exit").then(([code, signal]) => {
    throw new Error(`the application ended (${signal ?? code}):\n${log}`);
  });
  ended.catch(() => {});
  const within = (promise, what) => bounded(Promise.race([promise, ended]), what, 60_000);
  try {
    const [connection] = await within(once(server, "connection"), "start");
    const pids = { electron: JSON.parse(await firstLine(connection)).pid };
    const application = new Application(child, () => log, connection, pids);
    started.add(application);
    await within(application.loaded, "first page");
    pids.jvm = Number(fs.readFileSync(pidFile, "utf8"));
    return application;
  } catch (error) {
    // The other process ends with it.
    child.kill("SIGKILL");
    throw new Error(`${error.message}\n${log}`);
  } finally {
    server.close();
  }
}

/** What the other end says first; the lines after it are left. */
async function firstLine(connection) {
  let line = "";
  while (!line.endsWith("\n")) {
    const byte = connection.read(1);
    if (byte) line += byte;
    else await once(connection, "readable");
  }
  return line;
}
