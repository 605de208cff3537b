import assert from "node:assert/strict";
import { after, afterEach, before } from "node:test";
import { Wire } from "../clients/wire.mjs";
import { servedFolder } from "../server/fixtures.mjs";
import { startServer } from "../server/process.mjs";

export const READ = "IModelReadRpcInterface-3.8.0";

/**
 * Serves two iModels, opened by key, for a whole test file, and asks after each test whether the server still answers:
 * whatever a test sent, it goes on serving.
 */
export function serveToWire() {
  const wire = new Wire();
  const other = new Wire();
  let server;

  before(async () => {
    server = await startServer([servedFolder("building", "empty"), "--port", "0"]);
    for (const [each, key] of [[wire, "building"], [other, "empty"]]) {
      each.talkTo(server.url, server.iModels.find((served) => served.key === key));
      const opened = await each.post("SnapshotIModelRpcInterface-2.0.0-openRemote", [key]);
      assert.equal(opened.status, 200, opened.text);
    }
  });
  after(() => server?.stop());
  afterEach(async () => {
    const root = await wire.post(`${READ}-getElementProps`, [wire.token, ["0x1"]]);
    assert.equal(root.status, 200, root.text);
    assert.equal(root.json[0].classFullName, "BisCore:Subject");
  });

  const rows = (query, more = {}) => ({
    kind: 1,
    valueFormat: 1,
    rowFormat: 2,
    query,
    args: {},
    includeMetaData: true,
    limit: { offset: 0, count: -1 },
    ...more,
  });
  const queryRows = (query, more, options) => wire.post(`${READ}-queryRows`, [wire.token, rows(query, more)], options);
  return { wire, other, rows, queryRows };
}
