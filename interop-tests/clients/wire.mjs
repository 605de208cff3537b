import http from "node:http";
import net from "node:net";

const NOWHERE = "00000000-0000-0000-0000-000000000000";

/** Requests as they cross the wire, for what no frontend sends. */
export class Wire {
  /** `served` is one entry of READY's `iModels`. */
  talkTo(url, served) {
    this.url = url;
    this.iTwinId = served.iTwinId ?? NOWHERE;
    this.iModelId = served.iModelId;
    this.key = served.key;
  }

  /** The token of the iModel opened by its key. */
  get token() {
    return { key: this.key, iTwinId: this.iTwinId, iModelId: this.iModelId, changeset: { id: "", index: 0 } };
  }

  path(operation, { iModelId = this.iModelId } = {}) {
    return `/interop/v1.0/mode/1/context/${this.iTwinId}/imodel/${iModelId}/changeset/0/${operation}`;
  }

  post(operation, args, options = {}) {
    const body = typeof args === "string" || Buffer.isBuffer(args) ? args : JSON.stringify(args);
    return this.send("POST", this.path(operation, options), { body, ...options });
  }

  get(operation, args, options = {}) {
    const text = Buffer.from(JSON.stringify(args), "latin1").toString("base64");
    return this.send("GET", `${this.path(operation, options)}?parameters=${encodeURIComponent(text)}`, options);
  }

  /** One request; headers that are `undefined` are left out. */
  send(method, path, { body, headers = {}, limit = 20_000 } = {}) {
    const all = { "X-Correlation-Id": "interop", "X-Protocol-Version": "2", ...headers };
    if (body !== undefined) all["Content-Type"] ??= "text/plain";
    for (const [name, value] of Object.entries(all)) if (value === undefined || value === null) delete all[name];
    const { hostname, port } = new URL(this.url);
    return new Promise((resolve, reject) => {
      const request = http.request({ hostname, port, method, path, headers: all, agent: false }, (response) => {
        const chunks = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => resolve(answer(response, Buffer.concat(chunks))));
      });
      request.setTimeout(limit, () => request.destroy(new Error(`${method} ${path}: no answer within ${limit} ms`)));
      request.on("error", reject);
      request.end(body);
    });
  }

  /** Raw bytes on a socket of their own; gives all that came back until the server closed or `wait` has passed. */
  raw(bytes, { wait = 3_000, end = false } = {}) {
    const { hostname, port } = new URL(this.url);
    return new Promise((resolve) => {
      const socket = net.connect({ host: hostname, port: Number(port), allowHalfOpen: true });
      const chunks = [];
      let closed = false;
      const finish = () => {
        clearTimeout(timer);
        socket.destroy();
        resolve({ text: Buffer.concat(chunks).toString("latin1"), closed });
      };
      const timer = setTimeout(finish, wait);
      socket.on("data", (chunk) => chunks.push(chunk));
      socket.on("error", () => {
        closed = true;
        finish();
      });
      socket.on("end", () => {
        closed = true;
        finish();
      });
      socket.on("connect", () => (end ? socket.end(bytes) : socket.write(bytes)));
    });
  }
}

function answer(response, bytes) {
  const text = bytes.toString("utf8");
  return {
    status: response.statusCode,
    headers: response.headers,
    bytes,
    text,
    get json() {
      return JSON.parse(text);
    },
  };
}
