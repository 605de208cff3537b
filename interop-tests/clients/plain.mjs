/**
 * What a client holds, as plain JSON that can be stored and compared: bytes become `{"$bytes": base64}`, maps and sets
 * become arrays, objects with `toJSON` are asked for it, absent and undefined are the same.
 */
export function plain(value) {
  if (value === undefined || value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : { $number: String(value) };
  if (value instanceof Uint8Array) return { $bytes: base64(value) };
  if (value instanceof Map) return [...value].map(plain);
  if (value instanceof Set) return [...value].map(plain);
  if (Array.isArray(value)) return value.map((item) => plain(item) ?? null);
  if (typeof value.toJSON === "function") return plain(value.toJSON());
  const result = {};
  for (const [name, member] of Object.entries(value)) {
    const known = plain(member);
    if (known !== undefined) result[name] = known;
  }
  return result;
}

function base64(bytes) {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** Paths at which two JSON values differ, at most `limit` of them, each with both values. */
export function differences(actual, expected, limit = 8) {
  const found = [];
  compare(actual, expected, "", found, limit);
  return found;
}

function compare(actual, expected, path, found, limit) {
  if (found.length >= limit || Object.is(actual, expected)) return;
  const both = isTree(actual) && isTree(expected) && Array.isArray(actual) === Array.isArray(expected);
  if (!both) {
    // -0 and 0 are one number in JSON text.
    if (actual === expected) return;
    found.push(`${path || "(value)"}: ${excerpt(actual)} instead of ${excerpt(expected)}`);
    return;
  }
  for (const name of new Set([...Object.keys(expected), ...Object.keys(actual)]))
    compare(actual[name], expected[name], `${path}/${name}`, found, limit);
}

const isTree = (value) => typeof value === "object" && value !== null;
const excerpt = (value) => (value === undefined ? "nothing" : JSON.stringify(value).slice(0, 160));

/** Throws naming the first differences unless both values are equal as JSON. */
export function assertSame(actual, expected, what) {
  const found = differences(plain(actual), plain(expected));
  if (found.length > 0) throw new Error(`${what}:\n  ${found.join("\n  ")}`);
}
