import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import { started } from "./started.mjs";

const CHANNEL = "itwin.itwinjs-core/ipc-app";

async function opened(t) {
  const bridge = await started(t);
  bridge.jvm.setChannels([CHANNEL], ["itwin.rpc.objects"]);
  return { ...bridge, ...(await bridge.open()) };
}

test("a call goes to the backend and its answer to the page", async (t) => {
  const { page, peer } = await opened(t);
  const answer = page.window.itwinjs.invoke(CHANNEL, "log", 1, Uint8Array.of(1, 2), undefined, { a: new Float64Array([1.5]) });
  const call = await peer.next();
  assert.deepEqual([call.type, call.channel, call.method], [2, CHANNEL, "log"]);
  assert.deepEqual(call.data, [1, Uint8Array.of(1, 2), null, { a: Float64Array.of(1.5) }]);
  peer.answer(call, { result: [Uint8Array.of(9), undefined] });
  assert.deepEqual(await answer, { result: [Uint8Array.of(9), null] });
});

test("void is an answer without a result", async (t) => {
  const { page, peer } = await opened(t);
  const answer = page.window.itwinjs.invoke(CHANNEL, "log");
  peer.answer(await peer.next(), {});
  assert.deepEqual(await answer, {});
});

test("messages and pushes go both ways", async (t) => {
  const { page, peer } = await opened(t);
  const heard = new Promise((resolve) => page.window.itwinjs.addListener("itwin.txns/key", (_event, ...data) => resolve(data)));
  page.window.itwinjs.send("itwin.rpc.objects", { id: "1" });
  assert.deepEqual((await peer.next()).data, [{ id: "1" }]);
  peer.push("itwin.txns/key", "notifyCommit", 1);
  assert.deepEqual(await heard, ["notifyCommit", 1]);
});

test("the text of RPC answers is a string to pages", async (t) => {
  const { page, peer } = await opened(t);
  const heard = new Promise((resolve) => page.window.itwinjs.addListener("itwin.rpc.objects", (_event, answer) => resolve(answer)));
  peer.push("itwin.rpc.objects", { id: "1", result: { objects: Buffer.from('{"ä":1}'), data: [] } });
  assert.deepEqual(await heard, { id: "1", result: { objects: '{"ä":1}', data: [] } });
});

test("pages get their own answers only", async (t) => {
  const { jvm, shell, page, peer, electron, folder } = await opened(t);
  const second = once(jvm, "session");
  assert.deepEqual(await jvm.ask("openWindow", { url: "electron://frontend/two.html", folder }), {});
  const [otherPeer] = await second;
  await otherPeer.next();
  const other = electron.BrowserWindow.getAllWindows().find((window) => window !== shell.mainWindow).webContents.page;
  const answers = [page, other].map(({ window }) => window.itwinjs.invoke(CHANNEL, "which"));
  const [first, twin] = [await peer.next(), await otherPeer.next()];
  assert.equal(first.request, twin.request);
  otherPeer.answer(twin, { result: "second" });
  peer.answer(first, { result: "first" });
  assert.deepEqual(await Promise.all(answers), [{ result: "first" }, { result: "second" }]);
});

test("a page that is loaded again begins anew", async (t) => {
  const { jvm, contents, page, peer } = await opened(t);
  const answer = page.window.itwinjs.invoke(CHANNEL, "slow");
  const call = await peer.next();
  const next = once(jvm, "session");
  await contents.reload();
  const [again] = await next;
  assert.ok(peer.closed);
  assert.match((await answer).error.message, /the page is gone/);
  peer.answer(call, { result: "too late" });
  const fresh = contents.page.window.itwinjs.invoke(CHANNEL, "fast");
  const [, now] = [await again.next(), await again.next()];
  again.answer(now, { result: "fast" });
  assert.deepEqual(await fresh, { result: "fast" });
});

test("a page that is closed ends its session", async (t) => {
  const { jvm, window, peer } = await opened(t);
  const closed = once(jvm, "closed");
  window.destroy();
  assert.deepEqual(await closed, [peer.id]);
});

test("the backend asks a page and gets its answer once", async (t) => {
  const { jvm, electron, page, peer } = await opened(t);
  const { itwinjs } = page.window;
  itwinjs.addListener("itwin.questions", (_event, channel, ...question) => itwinjs.send(channel, { result: question.join() }));
  peer.push("itwin.questions", "itwin.questions-invoke_response-1", "why", 7);
  const answer = await peer.next();
  assert.deepEqual([answer.channel, answer.data], ["itwin.questions-invoke_response-1", [{ result: "why,7" }]]);
  itwinjs.send("itwin.questions-invoke_response-1", "again");
  await jvm.settle();
  assert.equal(peer.messages.length, 0);
  assert.equal(electron.ipcMain.listenerCount("itwin.questions-invoke_response-1"), 0);
});

test("pages can not take the answers of each other", async (t) => {
  const { jvm, electron, shell, folder, peer, page } = await opened(t);
  await jvm.ask("openWindow", { url: "electron://frontend/two.html", folder });
  await jvm.settle();
  const other = electron.BrowserWindow.getAllWindows().find((window) => window !== shell.mainWindow).webContents.page;
  peer.push("itwin.questions", "itwin.questions-invoke_response-5", "why");
  await jvm.settle();
  other.window.itwinjs.send("itwin.questions-invoke_response-5", "forged");
  page.window.itwinjs.send("itwin.questions-invoke_response-5", "own");
  assert.deepEqual((await peer.next()).data, ["own"]);
});

test("questions that no page answers do not pile up", async (t) => {
  const { jvm, electron, peer } = await opened(t);
  for (let n = 1; n <= 1_200; n++) peer.push("itwin.questions", `itwin.questions-invoke_response-${n}`);
  await jvm.settle();
  const waiting = electron.ipcMain.eventNames().filter((name) => /invoke_response/.test(name));
  assert.ok(waiting.length > 0 && waiting.length <= 1_000, `${waiting.length}`);
});

test("channels come and go", async (t) => {
  const { jvm, page, peer } = await opened(t);
  await assert.rejects(page.window.itwinjs.invoke("itwin.own", "f"), /No handler registered for 'itwin.own'/);
  jvm.setChannels(["itwin.own"], []);
  await jvm.settle();
  await assert.rejects(page.window.itwinjs.invoke(CHANNEL, "f"), /No handler registered/);
  page.window.itwinjs.send("itwin.rpc.objects", 1);
  const answer = page.window.itwinjs.invoke("itwin.own", "f");
  peer.answer(await peer.next(), { result: 1 });
  assert.deepEqual(await answer, { result: 1 });
});

test("what can not be sent is answered with an error, and the page goes on", async (t) => {
  const { page, peer } = await opened(t);
  const { itwinjs } = page.window;
  const messageOf = async (...args) => (await itwinjs.invoke(CHANNEL, ...args)).error.message;
  assert.match(await messageOf("big", "x".repeat(200_000)), /too large/);
  assert.match(await messageOf("bytes", new Uint8Array(2_000_000)), /too large/);
  assert.match(await messageOf("parts", Array(11).fill(new Uint8Array(1))), /too large/);
  assert.match(await messageOf("bigint", 1n), /BigInt/);
  assert.match(await messageOf(7), /without the name of a function/);
  const answer = itwinjs.invoke(CHANNEL, "small");
  const call = await peer.next();
  assert.equal(call.sequence, 1);
  peer.answer(call, { result: 1 });
  assert.deepEqual(await answer, { result: 1 });
});

test("pages of other sites are not heard", async (t) => {
  const { jvm, electron, contents, peer } = await opened(t);
  const { ipcMain } = electron;
  for (const url of ["https://evil.example/", "electron://frontend.evil/", "file:///etc/passwd", "about:blank"]) {
    await assert.rejects(ipcMain.invoked(contents, url, CHANNEL, ["f"]), /only pages of the application/);
    await assert.rejects(ipcMain.invoked(contents, url, "itwin.itwinjs-electron/dialog", ["callDialog", "showOpenDialog"]), /only pages/);
    ipcMain.sent(contents, url, "itwin.rpc.objects", [1]);
    ipcMain.sent(contents, url, "itwin.imodel4j/page", []);
  }
  await jvm.settle();
  assert.equal(peer.messages.length, 0);
  assert.ok(!peer.closed);
});

test("a session that the backend ends is begun anew with the next message", async (t) => {
  const { jvm, page, peer } = await opened(t);
  const answer = page.window.itwinjs.invoke(CHANNEL, "f");
  await peer.next();
  jvm.write(4, peer.id, Buffer.from("a frame is too large"));
  assert.equal((await answer).error.message, "a frame is too large");
  const next = once(jvm, "session");
  const again = page.window.itwinjs.invoke(CHANNEL, "f");
  const [fresh] = await next;
  assert.notEqual(fresh.id, peer.id);
  fresh.answer(await fresh.next(), { result: 1 });
  assert.deepEqual(await again, { result: 1 });
});

test("a page that can not be reached does not end the others", async (t) => {
  const { jvm, contents, page, peer } = await opened(t);
  const send = contents.send;
  contents.send = () => {
    throw new Error("Render frame was disposed");
  };
  peer.push("itwin.txns/key", 1);
  await jvm.settle();
  contents.send = send;
  const heard = new Promise((resolve) => page.window.itwinjs.addListener("itwin.txns/key", (_event, ...data) => resolve(data)));
  peer.push("itwin.txns/key", 2);
  assert.deepEqual(await heard, [2]);
});
