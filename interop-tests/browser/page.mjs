/* The page that runs the frontend in Chromium; a test calls `window.see` in it. */
import * as common from "@itwin/core-common";
import * as frontend from "@itwin/core-frontend";
import * as schemaRpc from "@itwin/ecschema-rpcinterface-common";
import { bounded, rejection } from "../clients/bounded.mjs";
import { sectionsOf } from "../clients/observe.mjs";
import { startSession } from "../clients/session.mjs";

const modules = { frontend, common, schemaRpc };
const display = { publicPath: `${location.origin}/public/`, renderSys: {}, localization: new common.EmptyLocalization() };
let session;

window.start = async (url) => {
  session = await bounded(startSession("5.9.2", modules, { url, display }), "start");
};

/** All sections of the iModel with a key, and what goes wrong as a real application would see it. */
window.see = async (key) => {
  const imodel = await bounded(session.openByKey(key), `open ${key}`);
  const seen = {};
  for (const [name, look] of Object.entries(sectionsOf(5))) seen[name] = await bounded(look(session, imodel), name, 60_000);
  return seen;
};

window.fail = async (key) => {
  const imodel = await bounded(session.openByKey(key), `open ${key}`);
  const errors = {
    key: await rejection(session.openByKey("no-such-key"), "unknown key", 10_000),
    element: await rejection(imodel.elements.getProps("0xfffffff"), "missing element", 10_000),
    query: await rejection(session.rows(imodel, "SELECT nope FROM BisCore.Element"), "bad statement", 10_000),
  };
  return Object.fromEntries(Object.entries(errors).map(([name, error]) => [name, [error.message, error.errorNumber ?? null]]));
};
