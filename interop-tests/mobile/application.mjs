import { spawn } from "node:child_process";
import { once } from "node:events";
import readline from "node:readline";
import { compiledExampleCommand } from "../server/compiled-example.mjs";
import { temporaryFolder } from "../server/fixtures.mjs";

/** A mobile application without its page: the host in a process, and the device, which a test plays by lines. */
export async function startApplication(example, graceSeconds) {
  const [command, ...args] = compiledExampleCommand(example);
  const child = spawn(command, [...args, temporaryFolder("device"), String(graceSeconds)], { stdio: ["pipe", "pipe", "pipe"] });
  const application = new Application(child);
  process.once("exit", application.end);
  Object.assign(application, JSON.parse(await application.line("READY")));
  return application;
}

class Application {
  constructor(child) {
    this.child = child;
    this.lines = [];
    this.waiting = [];
    this.log = "";
    this.end = () => child.kill("SIGKILL");
    this.exited = once(child, "exit").then(() => {
      process.removeListener("exit", this.end);
      for (const { reject } of this.waiting) reject(new Error(`the application ended:\n${this.log}`));
    });
    child.stderr.on("data", (chunk) => (this.log += chunk));
    readline.createInterface({ input: child.stdout }).on("line", (line) => {
      this.log += `${line}\n`;
      this.lines.push(line);
      this.settle();
    });
  }

  /** What follows a word in the next line that begins with it. */
  line(word) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no line ${word}:\n${this.log}`)), 60_000);
      timer.unref();
      this.waiting.push({ word, resolve, reject });
      this.settle();
    });
  }

  settle() {
    this.waiting = this.waiting.filter(({ word, resolve }) => {
      const at = this.lines.findIndex((line) => line.split(" ")[0] === word);
      if (at >= 0) resolve(this.lines.splice(at, 1)[0].slice(word.length + 1));
      return at < 0;
    });
  }

  /** The device says something. */
  tell(line) {
    this.child.stdin.write(`${line}\n`);
  }

  async kill(signal = "SIGKILL") {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill(signal);
    await this.exited;
  }
}
