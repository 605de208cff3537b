/* The JVM's end of the socket, for tests that need no JVM. */
"use strict";
const { EventEmitter, once } = require("node:events");
const net = require("node:net");
const { Frame, FrameReader, header } = require("../../src/frames.js");
const { MessageReader, Type, encode } = require("../../src/messages.js");

const LIMITS = { textBytes: 100_000, binaryBytes: 1_000_000, binaryParts: 10 };

/** One session, with the messages that came of it. */
class Peer extends EventEmitter {
  constructor(jvm, id) {
    super();
    this.jvm = jvm;
    this.id = id;
    this.sequence = 0;
    this.closed = false;
    this.messages = [];
    this.reader = new MessageReader((message) => {
      this.messages.push(message);
      this.emit("message", message);
    });
  }

  async next(matches = () => true) {
    for (;;) {
      const at = this.messages.findIndex(matches);
      if (at >= 0) return this.messages.splice(at, 1)[0];
      await once(this, "message");
    }
  }

  post(message) {
    const { text, parts } = encode({ ...message, sequence: this.sequence++ });
    this.jvm.write(Frame.TEXT, this.id, text);
    for (const part of parts) this.jvm.write(Frame.BINARY, this.id, part);
  }

  push(channel, ...data) {
    this.post({ type: Type.PUSH, channel, data });
  }

  answer({ channel, request }, data) {
    this.post({ type: Type.RESPONSE, channel, response: request, data });
  }
}

class Jvm extends EventEmitter {
  constructor(server, secret) {
    super();
    this.server = server;
    this.port = server.address().port;
    this.secret = secret;
    this.sessions = new Map();
    this.welcomes = true;
    server.on("connection", (socket) => this.connected(socket));
  }

  connected(socket) {
    this.socket = socket;
    this.ended = once(socket, "close");
    const reader = new FrameReader((type, id, payload) => this.heard(type, id, payload));
    reader.trust();
    socket.on("data", (chunk) => reader.push(chunk));
    socket.on("error", () => {});
    this.emit("connected", socket);
  }

  heard(type, id, payload) {
    if (type === Frame.HELLO) {
      this.hello = Buffer.from(payload).toString();
      if (!this.welcomes || this.hello !== this.secret) return this.socket.destroy();
      this.bridge = this.open(0);
      this.write(Frame.WELCOME, 0, Buffer.from(JSON.stringify(LIMITS)));
    } else if (type === Frame.OPEN) this.open(id);
    else if (type === Frame.TEXT) this.sessions.get(id).reader.text(payload);
    else if (type === Frame.BINARY) this.sessions.get(id).reader.binary(payload);
    else {
      this.sessions.get(id).closed = true;
      this.emit("closed", id);
    }
  }

  open(id) {
    const peer = new Peer(this, id);
    this.sessions.set(id, peer);
    this.emit("session", peer);
    return peer;
  }

  write(type, id, payload) {
    this.socket.write(Buffer.concat([header(type, id, payload.length), payload]));
  }

  /** Asks the bridge for something and gives its answer. */
  async ask(method, ...args) {
    const channel = `itwin.imodel4j/shell-invoke_response-${++Jvm.questions}`;
    this.bridge.push("itwin.imodel4j/shell", channel, method, ...args);
    return (await this.bridge.next((message) => message.channel === channel)).data[0];
  }

  /** Waits until the bridge has done what it was told before, and what it sent until then has arrived. */
  async settle() {
    await this.ask("nothing");
  }

  setChannels(handled, listened) {
    this.bridge.push("itwin.imodel4j/shell", "channels", handled, listened);
  }

  /** The newest session of a page. */
  async page() {
    while (this.sessions.size < 2) await once(this, "session");
    return [...this.sessions.values()].at(-1);
  }

  kill() {
    this.socket.destroy();
  }

  stop() {
    this.socket?.destroy();
    this.server.close();
  }
}
Jvm.questions = 0;

async function startJvm(secret = "secret") {
  const server = net.createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  return new Jvm(server, secret);
}

module.exports = { LIMITS, startJvm };
