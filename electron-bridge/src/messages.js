/*
 * Messages of one session. A message is a text frame, a JSON array of the message's JSON as a string and the number of binary frames after it,
 * and these binary frames. In the JSON, {"ipc":"binary","type":T,"index":I} stands for the typed array of kind T whose bytes are binary frame I.
 */
"use strict";

const Type = Object.freeze({ SEND: 0, PUSH: 1, INVOKE: 2, RESPONSE: 3 });
/** The kinds by their number. */
const KINDS = [
  Uint8Array,
  Int8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  DataView,
];

function kindOf(value) {
  if (value instanceof ArrayBuffer) return 0;
  return ArrayBuffer.isView(value) ? KINDS.findIndex((kind) => value instanceof kind) : -1;
}

const bytesOf = (value) =>
  value instanceof ArrayBuffer ? new Uint8Array(value) : new Uint8Array(value.buffer, value.byteOffset, value.byteLength);

/** The text and the binary frames of a message; throws a TypeError for what JSON does not have, such as cycles and BigInt. */
function encode(message) {
  const parts = [];
  const json = JSON.stringify(message, function (key, value) {
    // Not `value`: a Buffer has been turned into something else by its toJSON there.
    const type = kindOf(this[key]);
    return type < 0 ? value : { ipc: "binary", type, index: parts.push(bytesOf(this[key])) - 1 };
  });
  return { text: Buffer.from(JSON.stringify([json, parts.length])), parts };
}

function revived(value, parts) {
  const known = value?.ipc === "binary" && KINDS[value.type] && parts[value.index];
  if (!known) return value;
  const Kind = KINDS[value.type];
  const width = Kind.BYTES_PER_ELEMENT ?? 1;
  return new Kind(known.buffer, known.byteOffset, Math.floor(known.byteLength / width));
}

/** Puts frames together to messages and gives each to `heard(message)`. */
class MessageReader {
  constructor(heard) {
    this.heard = heard;
    this.parts = [];
    this.json = undefined;
    this.missing = 0;
  }

  text(payload) {
    const [json, count] = JSON.parse(Buffer.from(payload.buffer).toString());
    this.json = json;
    this.parts = [];
    this.missing = count;
    this.checkComplete();
  }

  binary(payload) {
    this.parts.push(payload);
    this.missing--;
    this.checkComplete();
  }

  checkComplete() {
    if (this.missing > 0) return;
    const { json, parts } = this;
    this.json = undefined;
    this.parts = [];
    this.heard(JSON.parse(json, parts.length > 0 ? (_key, value) => revived(value, parts) : undefined));
  }
}

module.exports = { Type, MessageReader, encode };
