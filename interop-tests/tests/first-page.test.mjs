import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launchChromium, watch } from "../browser/chromium.mjs";
import { bounded } from "../clients/bounded.mjs";
import { servedFolder } from "../server/fixtures.mjs";
import { startServer } from "../server/process.mjs";

describe("the first page in Chromium", () => {
  let server, browser, page, seen;

  before(async () => {
    [server, browser] = await Promise.all([
      startServer([servedFolder("all-types", "building"), "--port", "0"]),
      launchChromium(),
    ]);
    page = await browser.newPage();
    page.setDefaultTimeout(15_000);
    seen = watch(page, [new URL(server.url).origin]);
    await page.goto(`${server.url}/`);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  const rowTexts = () => page.locator("#result tbody tr").evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));
  const run = async (ecsql) => {
    await page.fill("#ecsql", ecsql);
    await page.click("#run");
  };

  test("lists the served iModels", async () => {
    await page.locator("#served button").nth(1).waitFor();
    const keys = await page.locator("#served button strong").allTextContents();
    assert.deepEqual(keys.sort(), ["all-types", "building"]);
  });

  test("shows the facts of the chosen iModel", async () => {
    await page.locator("#served button", { hasText: "building" }).click();
    await page.locator("#facts dd", { hasText: "33333333-2222-4333-8444-555555555555" }).waitFor();
    await page.locator("#facts dd", { hasText: /^274$/ }).waitFor();
    await page.locator("#classes li", { hasText: "Bldg.Wall" }).first().waitFor({ state: "attached" });
  });

  test("shows the rows of a statement in a table", async () => {
    await run("SELECT ECInstanceId, ECClassId, UserLabel FROM Bldg.Wall WHERE UserLabel='Wall 0' ORDER BY ECInstanceId");
    await page.locator("#result tbody tr").nth(2).waitFor();
    const heads = await page.locator("#result thead th").allTextContents();
    assert.match(heads.join(), /ECInstanceId.*ECClassId.*UserLabel/);
    assert.deepEqual((await rowTexts()).map(([, id, , label]) => [id, label]), [["0x22", "Wall 0"], ["0x72", "Wall 0"], ["0xc2", "Wall 0"]]);
  });

  test("fetches further rows when asked", async () => {
    await run("SELECT ECInstanceId FROM BisCore.Element ORDER BY ECInstanceId");
    await page.locator("#more").click();
    await page.waitForFunction(() => document.querySelectorAll("#result tbody tr").length === 274);
    const ids = (await rowTexts()).map(([, id]) => Number(id));
    assert.equal(new Set(ids).size, 274);
    assert.deepEqual(ids, [...ids].sort((a, b) => a - b));
  });

  test("says what is wrong with a statement", async () => {
    await run("SELECT nope FROM BisCore.Element");
    await page.locator("#problem:not([hidden])").waitFor();
    assert.match(await page.locator("#problem").textContent(), /nope/);
    assert.equal(await page.locator("#result tbody tr").count(), 0);
  });

  test("shows text from an iModel as text", async () => {
    await run("SELECT '<img src=x onerror=\"window.hacked=1\">' x FROM BisCore.Element WHERE ECInstanceId=1");
    await page.locator("#result td", { hasText: "<img" }).waitFor();
    assert.equal(await page.evaluate(() => window.hacked), undefined);
  });

  test("asks nothing of other hosts and has no error", () => {
    assert.deepEqual(seen.foreign, []);
    assert.deepEqual(seen.errors, []);
  });
});

describe("the first page of an edit server in Chromium", () => {
  let server, browser, page;

  before(async () => {
    [server, browser] = await Promise.all([startServer(["--edit", "--grace", "1", "--port", "0", servedFolder("building")]), launchChromium()]);
    page = await browser.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`${server.url}/`);
    await page.locator("#facts dd", { hasText: /^274$/ }).waitFor();
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  test("survives being loaded again", async () => {
    await page.reload();
    await page.locator("#facts dd", { hasText: /^274$/ }).waitFor();
    assert.equal(server.child.exitCode, null);
  });

  test("says that its host is gone and takes no more statements", async () => {
    await server.stop("SIGKILL");
    await page.locator("#state", { hasText: "The host has ended" }).waitFor();
    assert.ok(await page.locator("#run").isDisabled());
    assert.ok(await page.locator("#ecsql").isDisabled());
  });

  test("takes the host with it when it is closed", async () => {
    const other = await startServer(["--edit", "--grace", "1", "--port", "0", servedFolder("building")]);
    try {
      await page.goto(`${other.url}/`);
      await page.locator("#facts dd", { hasText: /^274$/ }).waitFor();
      await page.close();
      assert.equal(await bounded(other.exited, "end of the server", 30_000), 0);
    } finally {
      await other.stop("SIGKILL");
    }
  });
});
