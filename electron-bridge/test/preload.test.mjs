import assert from "node:assert/strict";
import { test } from "node:test";
import { started } from "./started.mjs";

async function opened(t) {
  const bridge = await started(t);
  bridge.jvm.setChannels(["itwin.ipc-app"], []);
  return { ...bridge, ...(await bridge.open()) };
}

test("pages reach channels of iTwin.js only", async (t) => {
  const { page } = await opened(t);
  for (const name of ["itwinjs", "imodeljs_api"]) {
    const api = page.window[name];
    for (const channel of ["electron", "ELECTRON_BROWSER_REQUIRE", "", "itwin", undefined, { startsWith: () => true }])
      for (const call of [api.send, api.invoke, api.addListener, api.on, api.once, api.removeListener])
        assert.throws(() => call(channel, () => {}), /illegal channel name/);
  }
  assert.deepEqual(Object.keys(page.window), ["itwinjs", "imodeljs_api"]);
});

test("listeners get data and no handle on Electron", async (t) => {
  const { jvm, page, peer } = await opened(t);
  const heard = [];
  const listener = (event, ...data) => heard.push([event, ...data]);
  page.window.itwinjs.addListener("itwin.x", listener);
  page.window.itwinjs.once("itwin.x", listener);
  peer.push("itwin.x", 1);
  await jvm.settle();
  page.window.itwinjs.removeListener("itwin.x", listener);
  peer.push("itwin.x", 2);
  await jvm.settle();
  assert.deepEqual(heard, [
    [{}, 1],
    [{}, 1],
  ]);
});

test("pages up to 2.10 have other names for the same", async (t) => {
  const { page, peer } = await opened(t);
  const api = page.window.imodeljs_api;
  const heard = new Promise((resolve) => api.on("imodeljs.ipcApp-notify", (_event, ...data) => resolve(data)));
  const answer = api.invoke("imodeljs.ipc-app", "log");
  const call = await peer.next();
  assert.equal(call.channel, "itwin.ipc-app");
  peer.answer(call, { result: 1 });
  assert.deepEqual(await answer, { result: 1 });
  peer.push("itwin.ipcApp-notify", "notifyApp");
  assert.deepEqual(await heard, ["notifyApp"]);
});
