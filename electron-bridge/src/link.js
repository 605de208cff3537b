/* The socket to the JVM, and the sessions on it. */
"use strict";
const net = require("node:net");
const { EventEmitter } = require("node:events");
const { Frame, FrameReader, header } = require("./frames.js");
const { MessageReader, encode } = require("./messages.js");

const HELLO_TIME = 10_000;
/** What may wait for the JVM to read it. */
const UNREAD_BYTES = 256 * 2 ** 20;
const NOTHING = Buffer.alloc(0);

/** One numbered conversation; `heard(message)` and `ended(why)` are set by whoever opens it. */
class Session {
  constructor(link, id, heard, ended) {
    this.link = link;
    this.id = id;
    this.ended = ended;
    this.sequence = 0;
    this.reader = new MessageReader(heard);
  }

  /** Sends a message; throws, and sends nothing of it, when it is larger than the JVM takes. */
  post(message) {
    const { text, parts } = encode({ ...message, sequence: this.sequence });
    this.link.check(text, parts);
    this.sequence++;
    this.link.write(Frame.TEXT, this.id, text);
    for (const part of parts) this.link.write(Frame.BINARY, this.id, part);
  }

  close() {
    if (this.link.forget(this)) this.link.write(Frame.CLOSE, this.id, NOTHING);
  }
}

/** Emits `close`, with what went wrong if something did, when the JVM is gone. */
class Link extends EventEmitter {
  constructor(socket, limits) {
    super();
    this.socket = socket;
    this.limits = limits;
    this.sessions = new Map();
    this.lastId = 0;
  }

  /** Session 0, which is the bridge's own and there from the start. */
  own(heard, ended = () => {}) {
    return this.add(new Session(this, 0, heard, ended));
  }

  /** Begins a session. */
  open(heard, ended) {
    const session = this.add(new Session(this, ++this.lastId, heard, ended));
    this.write(Frame.OPEN, session.id, NOTHING);
    return session;
  }

  add(session) {
    this.sessions.set(session.id, session);
    return session;
  }

  forget(session) {
    return this.sessions.delete(session.id);
  }

  check(text, parts) {
    const { textBytes, binaryBytes, binaryParts } = this.limits;
    const bytes = parts.reduce((sum, part) => sum + part.length, 0);
    if (text.length > textBytes || bytes > binaryBytes || parts.length > binaryParts) throw new Error("the message is too large");
    if (this.socket.writableLength > UNREAD_BYTES) throw new Error("the backend does not read what it is sent");
  }

  write(type, session, payload) {
    if (!this.socket.writable) return;
    this.socket.write(header(type, session, payload.length));
    if (payload.length > 0) this.socket.write(payload);
  }

  heard(type, id, payload) {
    const session = this.sessions.get(id);
    // What was on its way when a page went away.
    if (!session) return;
    if (type === Frame.TEXT) session.reader.text(payload);
    else if (type === Frame.BINARY) session.reader.binary(payload);
    else if (type === Frame.CLOSE && this.forget(session)) session.ended(Buffer.from(payload).toString());
  }

  /** Tells the JVM that this is the end. */
  end() {
    this.socket.end();
  }

  gone(error) {
    for (const session of [...this.sessions.values()]) if (this.forget(session)) session.ended("the backend is gone");
    this.emit("close", error);
  }
}

/** Connects to the JVM that listens on a loopback port and knows the secret; rejects when it does not welcome us. */
function connect(port, secret) {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host: "127.0.0.1", port, noDelay: true });
    let link;
    let failure;
    const reader = new FrameReader((type, session, payload) => {
      if (link) return link.heard(type, session, payload);
      if (type !== Frame.WELCOME) throw new Error("no welcome");
      link = new Link(socket, JSON.parse(Buffer.from(payload).toString()));
      reader.trust();
      clearTimeout(limit);
      resolve(link);
    });
    const limit = setTimeout(() => socket.destroy(new Error("the backend does not answer")), HELLO_TIME);
    socket.once("connect", () => {
      const payload = Buffer.from(secret);
      socket.write(Buffer.concat([header(Frame.HELLO, 0, payload.length), payload]));
    });
    socket.on("data", (chunk) => {
      try {
        reader.push(chunk);
      } catch (error) {
        socket.destroy(error);
      }
    });
    socket.on("error", (error) => (failure = error));
    socket.once("close", () => {
      clearTimeout(limit);
      if (link) link.gone(failure);
      else reject(new Error(`the backend did not let the bridge in: ${failure?.message ?? "it closed the connection"}`));
    });
  });
}

module.exports = { connect };
