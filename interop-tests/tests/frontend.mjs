import fs from "node:fs";
import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { bounded, rejection } from "../clients/bounded.mjs";
import { startInNode } from "../clients/node.mjs";
import { sectionsOf } from "../clients/observe.mjs";
import { assertSame } from "../clients/plain.mjs";
import { expected, fixture, servedFolder } from "../server/fixtures.mjs";
import { startServer } from "../server/process.mjs";

const KEYS = ["building", "all-types", "located", "empty"];
const NOWHERE = "00000000-0000-0000-0000-000000000000";
const UNKNOWN = "deadbeef-0000-4000-8000-000000000001";
const NOT_FOUND = 65574;

/** All tests of one release; a test file calls this once, since a process holds one release only. */
export function frontendTests(version) {
  const generation = Number(version.split(".")[0]);
  const open = new Map();
  let folder, server, session;

  before(async () => {
    folder = servedFolder(...KEYS);
    server = await startServer([folder, "--port", "0"]);
    session = await startInNode(version, { url: server.url });
    for (const key of KEYS) open.set(key, await bounded(session.openByKey(key), `open ${key}`));
  });
  after(async () => {
    for (const imodel of open.values()) await imodel.close();
    await session?.shutdown();
    await server?.stop();
  });

  for (const key of KEYS) {
    const record = JSON.parse(fs.readFileSync(new URL(`../recorded/${key}.json`, import.meta.url), "utf8"));
    const served = () => server.iModels.find((each) => each.key === key);

    describe(`${key} seen by ${version}`, () => {
      for (const [section, look] of Object.entries(sectionsOf(generation)))
        test(`${section} as recorded`, async () => {
          const seen = await bounded(look(session, open.get(key)), section, 60_000);
          assertSame(seen, record[section], `${key} ${section}`);
        });

      test("opens as a checkpoint by iModel and changeset", async () => {
        const { iTwinId, iModelId } = served();
        const imodel = await bounded(session.openCheckpoint(iTwinId, iModelId), "open checkpoint");
        const { connection, elements } = sectionsOf(generation);
        assertSame(await connection(session, imodel), record.connection, "connection");
        assertSame(await bounded(elements(session, imodel), "elements"), record.elements, "elements");
        await bounded(imodel.close(), "close");
      });
    });
  }

  for (const key of ["building", "all-types"])
    describe(`the records beside ${key} hold for ${version}`, () => {
      const records = expected(key);
      const members = (found) => Object.values(found);

      test("elements", async () => {
        const all = members(records.elements);
        const seen = await bounded(open.get(key).elements.getProps(all.map((props) => props.id)), "elements");
        const byId = new Map(seen.map((props) => [props.id, props]));
        for (const props of all) assertSame(byId.get(props.id), props, `element ${props.id}`);
      });

      test("models", async () => {
        for (const props of members(records.models)) {
          const [seen] = await bounded(open.get(key).models.getProps(props.id), "models");
          assertSame(seen, props, `model ${props.id}`);
        }
      });

      for (const [at, query] of records.queries.entries()) {
        const format = { ecSqlPropertyNames: 0, indexes: 1, jsPropertyNames: 2 }[query.format] ?? query.format;
        // 2.x has the JavaScript names form only.
        if (generation === 2 && format !== 2) continue;
        test(`query ${at} in format ${format}: ${query.ecsql.slice(0, 90)}`, async () => {
          const ask = () =>
            generation === 2
              ? session.rows(open.get(key), query.ecsql)
              : session.rowsOfLoop(open.get(key), query.ecsql, format);
          if (query.error) await rejection(ask(), query.ecsql);
          else assertSame(await bounded(ask(), query.ecsql), query.rows, query.ecsql);
        });
      }
    });

  test("a result of many pages arrives whole and in order", async () => {
    const ecsql =
      "SELECT a.ECInstanceId x, b.ECInstanceId y FROM BisCore.Element a, BisCore.Element b ORDER BY a.ECInstanceId, b.ECInstanceId";
    const rows = await bounded(session.rows(open.get("building"), ecsql), "many rows", 60_000);
    assert.equal(rows.length, 274 * 274);
    const place = ({ x, y }) => Number(x) * 2 ** 20 + Number(y);
    assert.ok(rows.every((row, at) => at === 0 || place(rows[at - 1]) < place(row)));
  });

  test("the located iModel is where its record says", async () => {
    const record = expected("located");
    const imodel = open.get("located");
    assertSame(imodel.ecefLocation.origin, record.ecef.origin, "ECEF origin");
    const centre = imodel.spatialToCartographicFromEcef({ x: 0, y: 0, z: 0 });
    for (const name of ["latitude", "longitude", "height"])
      assert.ok(Number.isFinite(name === "height" ? centre.height : centre[name]), name);
    const back = imodel.cartographicToSpatialFromEcef(centre);
    for (const axis of ["x", "y", "z"]) assert.ok(Math.abs(back[axis]) < 1e-3, `${axis} ${back[axis]}`);
  });

  describe(`errors reach ${version} in time`, () => {
    const limit = 10_000;

    for (const key of ["no-such-key", "", "../building", "..%2fbuilding", "building.bim", "/etc/passwd"])
      test(`opening the key '${key}' rejects`, async () => {
        await rejection(session.openByKey(key), `key '${key}'`, limit);
      });

    test("opening a file that is not served rejects", async () => {
      await rejection(session.openByFile("/etc/passwd"), "openFile", limit);
      await rejection(session.openByFile(fixture("ecsql/bis.bim")), "openFile", limit);
    });

    test("opening an unknown iModel as a checkpoint rejects", async () => {
      await rejection(session.openCheckpoint(NOWHERE, UNKNOWN), "unknown checkpoint", limit);
    });

    test("a missing element is reported by its number", async () => {
      const error = await rejection(open.get("building").elements.getProps("0xfffffff"), "missing element", limit);
      assert.equal(error.errorNumber, NOT_FOUND, error.message);
      const model = await rejection(open.get("building").models.getProps("0xfffffff"), "missing model", limit);
      assert.equal(model.errorNumber, NOT_FOUND, model.message);
    });

    for (const ecsql of [
      "SELECT nope FROM BisCore.Element",
      "SELECT ECInstanceId FROM No.Such",
      "SELECT",
      "",
      "not a statement at all",
      "DELETE FROM BisCore.Element",
      `SELECT ${"(".repeat(5_000)}1`,
    ])
      test(`the statement '${ecsql.slice(0, 40)}' rejects`, async () => {
        const error = await rejection(session.rows(open.get("building"), ecsql), ecsql, limit);
        assert.ok(error.message?.length > 0, "message");
      });

    test("malformed ids and unknown classes reject", async () => {
      const imodel = open.get("building");
      await rejection(imodel.models.queryProps({ from: "No.Such" }), "unknown class", limit);
      await rejection(imodel.elements.queryProps({ from: "BisCore.Element", where: "1=" }), "where", limit);
      await rejection(imodel.views.load("0xfffffff"), "view", limit);
    });

    test("the connection still answers after all that", async () => {
      const [root] = await bounded(open.get("building").elements.getProps("0x1"), "root");
      assert.equal(root.classFullName, "BisCore:Subject");
    });
  });

  describe(`tools of ${version}`, () => {
    test("the development tools answer", async () => {
      const imodel = open.get("building");
      const tools = session.rpc(session.common.DevToolsRpcInterface);
      assert.equal(await bounded(tools.ping(session.token(imodel)), "ping"), true);
      const stats = await bounded(tools.stats(session.token(imodel), 0), "stats");
      assert.ok(stats.process.pid > 0 && stats.os.totalmem > 0, JSON.stringify(stats));
      const versions = await bounded(tools.versions(session.token(imodel)), "versions");
      assert.ok(versions.application, JSON.stringify(versions));
    });

    test("every interface of the client is available and compatible", async () => {
      const endpoints = await bounded(session.common.RpcManager.describeAvailableEndpoints(), "endpoints");
      for (const definition of session.interfaces) {
        const found = endpoints.find((each) => each.interfaceName === definition.interfaceName);
        assert.ok(found, `${definition.interfaceName} in ${JSON.stringify(endpoints)}`);
        assert.equal(found.compatible, true, `${found.interfaceName} ${found.interfaceVersion}`);
      }
    });

    if (generation === 5)
      test("schema keys are those of the file", async () => {
        const imodel = open.get("building");
        const keys = await bounded(
          session.rpc(session.schemaRpc.ECSchemaRpcInterface).getSchemaKeys(session.token(imodel)),
          "schema keys",
        );
        const rows = await session.rows(
          imodel,
          "SELECT Name name, VersionMajor [read], VersionWrite [write], VersionMinor [minor] FROM meta.ECSchemaDef",
        );
        const byName = (list) => [...list].sort((a, b) => (a.name < b.name ? -1 : 1));
        assertSame(byName(keys), byName(rows), "schema keys");
      });
  });

  describe(`${version} outlives its server`, () => {
    test("a checkpoint connection goes on with a restarted server", async () => {
      const { iTwinId, iModelId } = server.iModels.find((each) => each.key === "building");
      const imodel = await bounded(session.openCheckpoint(iTwinId, iModelId), "open checkpoint");
      const [expectedRoot] = await imodel.elements.getProps("0x1");
      const { port } = new URL(server.url);
      await server.stop();
      await rejection(imodel.elements.getProps("0x1"), "no server", 15_000);
      server = await startServer([folder, "--port", port]);
      const [root] = await bounded(imodel.elements.getProps("0x1"), "after the restart", 15_000);
      assertSame(root, expectedRoot, "root");
      const rows = await bounded(session.rows(imodel, "SELECT COUNT(*) n FROM BisCore.Element"), "query", 15_000);
      assertSame(rows, [{ n: 274 }], "count");
      await imodel.close();
    });

    test("a checkpoint that the restarted server no longer serves rejects", async () => {
      const { iTwinId, iModelId } = server.iModels.find((each) => each.key === "building");
      const imodel = await bounded(session.openCheckpoint(iTwinId, iModelId), "open checkpoint");
      const { port } = new URL(server.url);
      await server.stop();
      server = await startServer([servedFolder("empty"), "--port", port]);
      await rejection(imodel.elements.getProps("0x1"), "no longer served", 15_000);
      await imodel.close();
    });
  });
}
