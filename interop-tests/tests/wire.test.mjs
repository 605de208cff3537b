import assert from "node:assert/strict";
import { describe, test } from "node:test";
import zlib from "node:zlib";
import { READ, serveToWire } from "./served-wire.mjs";

const UNKNOWN = "deadbeef-0000-4000-8000-000000000002";
const NOT_FOUND = 65574;
const NOT_OPEN = { message: "iModel not found", isIModelNotFoundResponse: true };
const legacy = { headers: { "X-Protocol-Version": undefined } };

const { wire, other, rows, queryRows } = serveToWire();

describe("requests that cannot be read", () => {
  test("a request without correlation id is refused", async () => {
    const answer = await wire.post(`${READ}-getElementProps`, [wire.token, ["0x1"]], {
      headers: { "X-Correlation-Id": undefined },
    });
    assert.equal(answer.status, 400);
    assert.equal(answer.json.isError, true);
    assert.match(answer.json.message, /Missing required activity ID/);
    assert.equal(answer.headers["x-protocol-version"], undefined);
  });

  test("parameters outside the base64 alphabet are refused", async () => {
    const answer = await wire.send("GET", `${wire.path(`${READ}-getConnectionProps`)}?parameters=%25%3C%3E!`);
    assert.equal(answer.status, 400);
    assert.match(answer.json.message, /Malformed URL parameters/);
  });

  for (const [what, text] of [
    ["base64 of no JSON", "bm90IGpzb24="],
    ["base64 that ends early", "W3siaVR3"],
    ["base64 with stray padding", "=W10="],
  ])
    test(`parameters that are ${what} give an error`, async () => {
      const path = `${wire.path(`${READ}-getConnectionProps`)}?parameters=${encodeURIComponent(text)}`;
      const answer = await wire.send("GET", path);
      assert.ok(answer.status >= 400 && answer.status <= 500, `${answer.status} ${answer.text}`);
      assert.equal(answer.json.isError, true);
    });

  for (const body of ["{", "[1,", "nothing", "[\u0001]", '["\\ud8"]', "[NaN]", "[1]]", Buffer.from([0x5b, 0xff, 0xfe, 0x5d])])
    test(`the body ${JSON.stringify(body.toString("latin1"))} is reported as bad JSON`, async () => {
      const answer = await wire.post(`${READ}-getElementProps`, body);
      assert.equal(answer.status, 500, answer.text);
      assert.match(answer.json.message, /Invalid JSON/);
      assert.equal(answer.json.errorNumber, 32768);
    });

  test("a body of deeply nested arrays gives an error", async () => {
    const answer = await wire.post(`${READ}-getElementProps`, "[".repeat(200_000) + "]".repeat(200_000));
    assert.ok(answer.status >= 400, `${answer.status}`);
  });

  for (const args of [[], [null], [{}], {}, 5, null, ["building"], [[1]]])
    test(`the arguments ${JSON.stringify(args)} give an error`, async () => {
      const answer = await wire.post(`${READ}-getElementProps`, args);
      assert.ok(answer.status >= 400, `${answer.status} ${answer.text}`);
    });

  test("JSON sent as another content type is refused", async () => {
    const answer = await wire.post(`${READ}-getElementProps`, [wire.token, ["0x1"]], {
      headers: { "Content-Type": "application/json" },
    });
    assert.ok(answer.status >= 400, `${answer.status} ${answer.text}`);
  });
});

describe("multipart", () => {
  const boundary = "----interop";
  const part = (name, text) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`;
  const send = (body, type = `multipart/form-data; boundary=${boundary}`) =>
    wire.post(`${READ}-getElementProps`, body, { headers: { "Content-Type": type }, limit: 15_000 });
  const good = () => part("objects", JSON.stringify([wire.token, ["0x1"]]));

  test("a well-formed request is answered", async () => {
    const data = `--${boundary}\r\nContent-Disposition: form-data; name="data-0"; filename="blob"\r\nContent-Type: application/octet-stream\r\n\r\n\u0001\u0002\r\n`;
    const answer = await send(`${good()}${data}--${boundary}--\r\n`);
    assert.equal(answer.status, 200, answer.text);
    assert.equal(answer.json[0].id, "0x1");
  });

  for (const [what, body, type] of [
    ["no boundary parameter", () => good(), "multipart/form-data"],
    ["another boundary", () => good(), "multipart/form-data; boundary=other"],
    ["no objects part", () => `${part("data-0", "x")}--${boundary}--\r\n`],
    ["bad JSON in the objects part", () => `${part("objects", "[{")}--${boundary}--\r\n`],
    ["a marker that names no part", () =>
      `${part("objects", '[{"isBinary":true,"index":7,"size":3,"chunks":1}]')}--${boundary}--\r\n`],
    ["an empty body", () => ""],
    ["garbage", () => "\r\n\r\n--\r\n\u0000\u0001--"],
  ])
    test(`${what} gives an error`, async () => {
      const answer = await send(body(), type);
      assert.ok(answer.status >= 400, `${answer.status} ${answer.text}`);
    });
});

describe("what an operation names", () => {
  test("an unknown interface is named", async () => {
    const answer = await wire.post("NoSuchRpcInterface-1.0.0-doIt", [wire.token]);
    assert.equal(answer.status, 500);
    assert.equal(answer.json.message, 'RPC interface "NoSuchRpcInterface" is not initialized.');
    assert.equal(answer.json.errorNumber, 32768);
  });

  test("an unknown operation is named", async () => {
    const answer = await wire.post(`${READ}-doIt`, [wire.token]);
    assert.equal(answer.status, 500);
    assert.match(answer.json.message, /RPC interface class "IModelReadRpcInterface".*"doIt"/);
  });

  for (const version of ["4.0.0", "3.99.0", "0.1.0", "3.8.0-dev.1", "nonsense"])
    test(`version ${version} of an interface is refused in both dialects`, async () => {
      const operation = `IModelReadRpcInterface-${version}-getElementProps`;
      const answer = await wire.post(operation, [wire.token, ["0x1"]]);
      assert.equal(answer.status, 403, answer.text);
      const old = await wire.post(operation, [wire.token, ["0x1"]], legacy);
      assert.equal(old.status, 500);
      assert.equal(old.json.errorNumber, 135168);
    });

  for (const version of ["3.8.0", "3.7.0", "3.5.0", "3.0.0"])
    test(`version ${version} of the reading interface is answered`, async () => {
      const answer = await wire.post(`IModelReadRpcInterface-${version}-getElementProps`, [wire.token, ["0x1"]]);
      assert.equal(answer.status, 200, answer.text);
    });

  for (const path of ["/interop/imodel/x", "/-", "/IModelReadRpcInterface", "/a-b", "/%00-1-x", "/..%2f..%2fetc/imodel/passwd"])
    test(`the path ${path} does no harm`, async () => {
      const answer = await wire.send("POST", path, { body: "[]" });
      assert.ok(answer.status < 600 && !answer.text.includes("root:"), answer.text);
    });
});

describe("errors in both dialects", () => {
  test("a missing element", async () => {
    const body = { message: "element not found", errorNumber: NOT_FOUND, name: "Not Found", isError: true };
    const answer = await wire.post(`${READ}-getElementProps`, [wire.token, ["0x99999"]]);
    assert.equal(answer.status, 404);
    assert.deepEqual(answer.json, body);
    assert.equal(answer.headers["x-protocol-version"], "2");
    const old = await wire.post(`${READ}-getElementProps`, [wire.token, ["0x99999"]], legacy);
    assert.equal(old.status, 500);
    assert.deepEqual(old.json, body);
  });

  test("a token whose iModel is not open", async () => {
    const token = { ...wire.token, key: "gone", iModelId: UNKNOWN };
    const answer = await wire.post(`${READ}-getElementProps`, [token, ["0x1"]], { iModelId: UNKNOWN });
    assert.equal(answer.status, 404);
    assert.equal(answer.json.iTwinRpcCoreResponse, true);
    assert.equal(answer.json.managedStatus, "notFound");
    assert.deepEqual(JSON.parse(answer.json.responseValue), NOT_OPEN);
    const old = await wire.post(`${READ}-getElementProps`, [token, ["0x1"]], { ...legacy, iModelId: UNKNOWN });
    assert.equal(old.status, 404);
    assert.deepEqual(old.json, NOT_OPEN);
  });

  for (const key of ["nokey", "../building", "/etc/passwd", "building\u0000.bim", "x".repeat(5_000), 7, null, {}])
    test(`opening the key ${JSON.stringify(key).slice(0, 30)} gives an ordinary error`, async () => {
      const answer = await wire.post("SnapshotIModelRpcInterface-2.0.0-openRemote", [key]);
      assert.ok(answer.status >= 400, `${answer.status} ${answer.text}`);
      assert.equal(answer.json.isError, true);
      assert.equal(answer.json.isIModelNotFoundResponse, undefined);
    });

  test("connection properties without an iModel are refused", async () => {
    for (const args of [["nokey"], [], [{}], [{ iModelId: UNKNOWN, iTwinId: "" }]]) {
      const answer = await wire.post(`${READ}-getConnectionProps`, args, { iModelId: UNKNOWN });
      assert.ok(answer.status >= 400, `${JSON.stringify(args)} ${answer.status} ${answer.text}`);
    }
  });

  test("no thumbnail is no content", async () => {
    const answer = await wire.post(`${READ}-getViewThumbnail`, [wire.token, "0x11a"]);
    assert.equal(answer.status, 204);
    assert.equal(answer.bytes.length, 0);
  });
});

describe("operations that need geometry", () => {
  const reading = [
    "getMassProperties",
    "getMassPropertiesPerCandidate",
    "getGeometryContainment",
    "requestSnap",
    "getGeometrySummary",
    "generateElementMeshes",
  ].map((name) => [READ, name]);
  const tiles = ["requestTileTreeProps", "generateTileContent", "retrieveTileContent", "requestElementGraphics"];
  for (const [definition, name] of [...reading, ...tiles.map((tile) => ["IModelTileRpcInterface-3.2.0", tile])])
    test(`${name} says that it is not there`, async () => {
      const args = [wire.token, {}, {}, ""];
      const answer = await wire.post(`${definition}-${name}`, args);
      assert.equal(answer.status, 501, answer.text);
      const old = await wire.post(`${definition}-${name}`, args, legacy);
      assert.equal(old.status, 500);
      assert.equal(old.json.errorNumber, 65606);
      assert.match(old.json.message, new RegExp(name));
    });

  test("the tile format version and the absence of a tile cache are known", async () => {
    const version = await wire.post("IModelTileRpcInterface-3.2.0-queryVersionInfo", [wire.token]);
    assert.equal(version.status, 200, version.text);
    assert.equal(typeof version.json.formatVersion, "number");
    const cache = await wire.post("IModelTileRpcInterface-2.3.0-isUsingExternalTileCache", [], legacy);
    assert.equal(cache.status, 200, cache.text);
    assert.equal(cache.json, false);
  });
});

describe("tokens", () => {
  test("another changeset of a served iModel is not served", async () => {
    const { iTwinId, iModelId } = wire.token;
    const id = "0123456789abcdef0123456789abcdef01234567";
    const path = wire.path(`${READ}-getConnectionProps`).replace("/changeset/0/", `/changeset/${id}/`);
    const answer = await wire.send("POST", path, { body: JSON.stringify([{ iTwinId, iModelId, changeset: { id, index: 3 } }]) });
    assert.ok(answer.status >= 400, `${answer.status} ${answer.text}`);
  });

  test("the URL decides which iModel a checkpoint token means", async () => {
    const token = { ...wire.token, key: `${wire.iModelId}:` };
    const answer = await wire.post(`${READ}-getElementProps`, [token, ["0x1"]], { iModelId: other.iModelId });
    assert.equal(answer.status, 200, answer.text);
    assert.equal(answer.json[0].code.value, "empty");
  });

  test("a token without key means the checkpoint of the URL", async () => {
    const { iTwinId, iModelId, changeset } = wire.token;
    const opened = await wire.get(`${READ}-getConnectionProps`, [{ iTwinId, iModelId, changeset }]);
    assert.equal(opened.status, 200, opened.text);
    assert.equal(opened.json.key, `${iModelId}:`);
    const answer = await wire.post(`${READ}-getElementProps`, [{ iTwinId, iModelId, changeset }, ["0x1"]]);
    assert.equal(answer.status, 200, answer.text);
    assert.equal(answer.json[0].code.value, "Building");
  });
});

describe("carriage", () => {
  test("any operation is answered by GET, its arguments read as Latin-1", async () => {
    const answer = await wire.get(`${READ}-queryRows`, [wire.token, rows("SELECT 'é' x FROM BisCore.Element WHERE ECInstanceId=1")]);
    assert.equal(answer.status, 200, answer.text);
    assert.deepEqual(answer.json.data, [["é"]]);
  });

  test("POST bodies are UTF-8", async () => {
    const answer = await queryRows("SELECT 'é€😀' x FROM BisCore.Element WHERE ECInstanceId=1");
    assert.deepEqual(answer.json.data, [["é€😀"]]);
  });

  test("gzip carries the same answer", async () => {
    const query = "SELECT ECInstanceId, CodeValue FROM BisCore.Element ORDER BY ECInstanceId";
    const plain = await queryRows(query);
    const packed = await queryRows(query, {}, { headers: { "Accept-Encoding": "gzip" } });
    assert.equal(packed.headers["content-encoding"], "gzip");
    assert.deepEqual(JSON.parse(zlib.gunzipSync(packed.bytes)).data, plain.json.data);
  });

  test("a pre-flight request is answered on any path", async () => {
    for (const path of [wire.path(`${READ}-getElementProps`), wire.path("InitializeInterface-1.0.0-initialize")]) {
      const answer = await wire.send("OPTIONS", path, { headers: { Origin: "http://elsewhere.example" } });
      assert.equal(answer.status, 200);
      assert.equal(answer.headers["access-control-allow-origin"], "*");
      assert.match(answer.headers["access-control-allow-headers"], /X-Protocol-Version/i);
      assert.match(answer.headers["access-control-allow-methods"], /POST/);
    }
  });

  test("answers let a page of another origin read the protocol version", async () => {
    const answer = await wire.post(`${READ}-getElementProps`, [wire.token, ["0x1"]], {
      headers: { Origin: "http://elsewhere.example" },
    });
    assert.equal(answer.headers["access-control-allow-origin"], "*");
    assert.match(answer.headers["access-control-expose-headers"] ?? "", /X-Protocol-Version/i);
  });

  test("what may change is not marked immutable", async () => {
    const { iTwinId, iModelId, changeset } = wire.token;
    for (const answer of [
      await wire.get(`${READ}-getConnectionProps`, [{ iTwinId, iModelId, changeset }]),
      await wire.get(`${READ}-getModelProps`, [wire.token, ["0x1"]]),
    ]) {
      assert.equal(answer.status, 200, answer.text);
      assert.doesNotMatch(answer.headers["cache-control"] ?? "", /immutable/);
    }
  });

  test("nothing is an empty body", async () => {
    const missing = await wire.post(`${READ}-loadElementProps`, [wire.token, "0x99999", null]);
    assert.equal(missing.status, 200);
    assert.equal(missing.bytes.length, 0);
  });

  test("ping and ready answer", async () => {
    for (const path of ["/ping", "/ready"]) assert.equal((await wire.send("GET", path)).status, 200, path);
  });
});
