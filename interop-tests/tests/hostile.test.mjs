import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { READ, serveToWire } from "./served-wire.mjs";

const { wire, queryRows } = serveToWire();

describe("queries that would not end", () => {
  const status = (answer) => {
    assert.equal(answer.status, 200, answer.text);
    return answer.json.status;
  };
  const endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c) SELECT COUNT(*) FROM c";
  const product =
    "SELECT COUNT(*) FROM BisCore.Element a, BisCore.Element b, BisCore.Element c, BisCore.Element d WHERE a.CodeValue||b.CodeValue=c.CodeValue||d.CodeValue";

  for (const [what, query] of [["endless recursion", endless], ["a cartesian product", product]])
    test(`${what} stops at its time quota`, async () => {
      const started = Date.now();
      const answer = await queryRows(query, { quota: { time: 1 } });
      assert.notEqual(status(answer), 1);
      assert.ok(Date.now() - started < 15_000, `${Date.now() - started} ms`);
    });

  test("a later request with the same restart token cancels the first", async () => {
    const first = queryRows(product, { restartToken: "again", quota: { time: 15 } });
    await new Promise((resolve) => setTimeout(resolve, 500));
    const second = await queryRows("SELECT 1 FROM BisCore.Element LIMIT 1", { restartToken: "again" });
    assert.equal(status(second), 1, second.text);
    const cancelled = await first;
    assert.equal(status(cancelled), 2, cancelled.text);
  });

  test("ping answers while every query thread is busy", async () => {
    const busy = Array.from({ length: 16 }, () => queryRows(product, { quota: { time: 3 } }));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const started = Date.now();
    assert.equal((await wire.send("GET", "/ping")).status, 200);
    assert.ok(Date.now() - started < 2_000, `${Date.now() - started} ms`);
    await Promise.all(busy);
  });

  for (const [what, query] of [
    ["10 MB long", `SELECT ECInstanceId FROM BisCore.Element WHERE CodeValue='${"x".repeat(10 << 20)}'`],
    ["nested 100,000 deep", `SELECT ${"(".repeat(100_000)}1${")".repeat(100_000)} FROM BisCore.Element`],
    ["100,000 operators long", `SELECT 1${"+1".repeat(100_000)} FROM BisCore.Element`],
    ["50,000 names deep", `SELECT ECInstanceId FROM BisCore.Element WHERE Model${".Id".repeat(50_000)}=1`],
  ])
    test(`a statement ${what} is answered in time`, async () => {
      const answer = await queryRows(query, { quota: { time: 5 }, limit: { offset: 0, count: 1 } }, { limit: 30_000 });
      assert.ok(answer.status === 200 || answer.status >= 400, `${answer.status}`);
    });
});

describe("sockets", () => {
  const head = (length) =>
    `POST ${wire.path(`${READ}-getElementProps`)} HTTP/1.1\r\nHost: x\r\nX-Correlation-Id: c\r\nContent-Type: text/plain\r\nContent-Length: ${length}\r\n\r\n`;
  const body = () => JSON.stringify([wire.token, ["0x1"]]);

  test("a header flood is refused", async () => {
    const many = Array.from({ length: 20_000 }, (_, at) => `X-Flood-${at}: ${"y".repeat(50)}\r\n`).join("");
    const { text, closed } = await wire.raw(`GET /ping HTTP/1.1\r\nHost: x\r\n${many}\r\n`);
    assert.ok(closed || /^HTTP\/1\.1 4\d\d/.test(text), text.slice(0, 100));
    assert.ok(!text.startsWith("HTTP/1.1 200"), text.slice(0, 100));
  });

  test("a URL without end is refused", async () => {
    const { text, closed } = await wire.raw(`GET /${"u".repeat(1 << 20)} HTTP/1.1\r\nHost: x\r\n\r\n`);
    assert.ok(closed || /^HTTP\/1\.1 4\d\d/.test(text), text.slice(0, 100));
    assert.ok(!text.startsWith("HTTP/1.1 200"), text.slice(0, 100));
  });

  test("bytes that are no HTTP are refused", async () => {
    for (const bytes of ["\u0000\u0001\u0002\r\n\r\n", "GET\r\n\r\n", "POST /x HTTP/9.9\r\n\r\n", "\r\n\r\n\r\n"]) {
      const { text } = await wire.raw(bytes, { wait: 1_000 });
      assert.ok(!text.startsWith("HTTP/1.1 200"), text.slice(0, 100));
    }
  });

  test("a request whose sender has closed its half is still answered", async () => {
    const text = body();
    const answer = await wire.raw(head(text.length) + text, { end: true, wait: 8_000 });
    assert.match(answer.text, /^HTTP\/1\.1 200/);
    assert.match(answer.text, /BisCore:Subject/);
  });

  test("half a body followed by a close does no harm", async () => {
    const answer = await wire.raw(head(1_000) + "[{", { end: true, wait: 3_000 });
    assert.ok(!answer.text.startsWith("HTTP/1.1 200"), answer.text.slice(0, 100));
  });

  test("forty slow bodies do not keep others waiting", async () => {
    const slow = Array.from({ length: 40 }, () => wire.raw(`${head(5_000)}[`, { wait: 4_000 }));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const started = Date.now();
    const answer = await wire.post(`${READ}-getElementProps`, [wire.token, ["0x1"]]);
    assert.equal(answer.status, 200);
    assert.ok(Date.now() - started < 3_000, `${Date.now() - started} ms`);
    await Promise.all(slow);
  });

  test("a body that contradicts its length is refused", async () => {
    for (const length of ["-1", "abc", "99999999999999999999"]) {
      const { text } = await wire.raw(head(length) + "[]", { wait: 1_500 });
      assert.ok(!text.startsWith("HTTP/1.1 200"), text.slice(0, 100));
    }
  });
});
