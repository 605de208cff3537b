/*
 * What goes over the socket to the JVM:
 *
 *   frame = type (1 byte) session (4 bytes) length (4 bytes) payload
 *
 * Numbers are big-endian. Session 0 is the bridge itself, every page has one of its own. `ElectronFrame` is the other end.
 */
"use strict";

const Frame = Object.freeze({ HELLO: 1, WELCOME: 2, OPEN: 3, CLOSE: 4, TEXT: 5, BINARY: 6 });
const HEADER_BYTES = 9;
/** Before the JVM has shown that it is the one we look for, it gets to store this much with us. */
const STRANGER_BYTES = 4096;
const MOST_BYTES = 2 ** 30;

function header(type, session, length) {
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.writeUInt8(type, 0);
  bytes.writeUInt32BE(session, 1);
  bytes.writeUInt32BE(length, 5);
  return bytes;
}

/** Cuts a stream of bytes into frames and gives each to `heard(type, session, payload)`, where payload owns its memory. */
class FrameReader {
  constructor(heard) {
    this.heard = heard;
    this.limit = STRANGER_BYTES;
    this.head = Buffer.alloc(HEADER_BYTES);
    this.headFilled = 0;
    this.body = undefined;
    this.bodyFilled = 0;
  }

  /** The other end is the JVM: it may send large frames. */
  trust() {
    this.limit = MOST_BYTES;
  }

  /** Takes what arrived; throws when it can not be a frame. */
  push(chunk) {
    for (let at = 0; at < chunk.length; ) at += this.body ? this.fillBody(chunk, at) : this.fillHead(chunk, at);
  }

  fillHead(chunk, at) {
    const taken = chunk.copy(this.head, this.headFilled, at, at + HEADER_BYTES - this.headFilled);
    this.headFilled += taken;
    if (this.headFilled === HEADER_BYTES) {
      const length = this.head.readUInt32BE(5);
      if (length > this.limit) throw new Error(`a frame of ${length} bytes`);
      this.body = new Uint8Array(length);
      this.bodyFilled = 0;
      if (length === 0) this.complete();
    }
    return taken;
  }

  fillBody(chunk, at) {
    const taken = Math.min(this.body.length - this.bodyFilled, chunk.length - at);
    this.body.set(chunk.subarray(at, at + taken), this.bodyFilled);
    this.bodyFilled += taken;
    if (this.bodyFilled === this.body.length) this.complete();
    return taken;
  }

  complete() {
    const payload = this.body;
    this.body = undefined;
    this.headFilled = 0;
    this.heard(this.head.readUInt8(0), this.head.readUInt32BE(1), payload);
  }
}

module.exports = { Frame, FrameReader, header };
