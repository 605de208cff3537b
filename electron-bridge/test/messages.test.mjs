import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";

const require = createRequire(import.meta.url);
const { MessageReader, encode } = require("../src/messages.js");
const { Frame, FrameReader, header } = require("../src/frames.js");

function through(message) {
  const heard = [];
  const reader = new MessageReader((whole) => heard.push(whole));
  const { text, parts } = encode(message);
  reader.text(new Uint8Array(text));
  for (const part of parts) reader.binary(new Uint8Array(part));
  assert.equal(heard.length, 1);
  return heard[0];
}

test("typed arrays of every kind come through as they are", () => {
  const kinds = [Uint8Array, Int8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array];
  const data = kinds.map((Kind) => Kind.from([0, 1, 127]));
  data.push(new Uint8Array(0), new DataView(Uint8Array.of(1, 2, 3).buffer), { deep: [Float64Array.of(1.5, -2)] });
  assert.deepEqual(through({ data }), { data });
});

test("views of a part of their memory carry that part only", () => {
  const whole = Float64Array.of(1, 2, 3, 4);
  assert.deepEqual(through({ data: [whole.subarray(1, 3)] }), { data: [Float64Array.of(2, 3)] });
});

test("a Buffer and an ArrayBuffer are bytes", () => {
  const bytes = Uint8Array.of(1, 2, 255);
  assert.deepEqual(through({ data: [Buffer.from(bytes), bytes.buffer.slice(0)] }), { data: [bytes, bytes] });
});

test("what only looks like a typed array stays what it is", () => {
  const data = [{ ipc: "binary", type: 0, index: 7 }, { ipc: "binary" }, new Uint8Array(1), null];
  assert.deepEqual(through({ data }), { data });
});

test("what JSON does not have is refused", () => {
  const cycle = {};
  cycle.self = cycle;
  assert.throws(() => encode({ data: [cycle] }), TypeError);
  assert.throws(() => encode({ data: [1n] }), TypeError);
});

test("frames may be cut anywhere", () => {
  const frames = [
    [Frame.TEXT, 1, "text"],
    [Frame.CLOSE, 7, ""],
    [Frame.BINARY, 2 ** 32 - 1, "x".repeat(300)],
  ];
  const bytes = Buffer.concat(frames.flatMap(([type, session, payload]) => [header(type, session, payload.length), Buffer.from(payload)]));
  for (let size = 1; size < 40; size++) {
    const heard = [];
    const reader = new FrameReader((type, session, payload) => heard.push([type, session, Buffer.from(payload).toString()]));
    for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
    assert.deepEqual(heard, frames);
  }
});

test("a stranger gets no memory for large frames", () => {
  const reader = new FrameReader(() => {});
  assert.throws(() => reader.push(header(Frame.WELCOME, 0, 2 ** 32 - 1)), /a frame of 4294967295 bytes/);
});
