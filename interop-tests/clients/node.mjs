import { createRequire } from "node:module";
import { startSession } from "./session.mjs";

/** The releases that the tests run, oldest first. */
export const VERSIONS = ["2.19.53", "3.8.0", "4.11.7", "5.9.2", "5.13.3"];

/**
 * Starts the given frontend release in this process with the renderer that draws nothing. A process can hold one
 * release only: each keeps its state in process-wide registries.
 */
export async function startInNode(version, options) {
  return startSession(version, await loadInNode(version), options);
}

/** The packages of a release, in a process that looks like a browser to them. */
export async function loadInNode(version) {
  pretendWindow();
  const load = createRequire(new URL(`../frontends/${version}/package.json`, import.meta.url));
  const modules = version.startsWith("2.")
    ? { frontend: load("@bentley/imodeljs-frontend"), common: load("@bentley/imodeljs-common") }
    : { frontend: load("@itwin/core-frontend"), common: load("@itwin/core-common") };
  if (version.startsWith("5.")) modules.schemaRpc = load("@itwin/ecschema-rpcinterface-common");
  return modules;
}

/** The frontends look at a few members of the browser even when they draw nothing. */
function pretendWindow() {
  globalThis.window = {
    navigator: { platform: "Linux", maxTouchPoints: 0, userAgent: "node" },
    location: { href: "http://127.0.0.1/", search: "", hash: "" },
    addEventListener() {},
    removeEventListener() {},
  };
  globalThis.XMLHttpRequest = NoFile;
  globalThis.requestAnimationFrame = (draw) => setTimeout(draw, 16, performance.now());
  globalThis.cancelAnimationFrame = clearTimeout;
}

/** 2.x fetches its texts this way; there are none here, so texts stay keys. */
class NoFile {
  open() {}
  overrideMimeType() {}
  setRequestHeader() {}
  send() {
    this.readyState = 4;
    this.status = 404;
    this.responseText = "";
    setImmediate(() => this.onreadystatechange?.());
  }
}
