import assert from "node:assert/strict";
import fs from "node:fs";
import { after, before, describe, test } from "node:test";
import { servePage } from "../browser/bundle.mjs";
import { launchChromium, watch } from "../browser/chromium.mjs";
import { assertSame } from "../clients/plain.mjs";
import { servedFolder } from "../server/fixtures.mjs";
import { startServer } from "../server/process.mjs";

const KEYS = ["building", "all-types", "located", "empty"];

describe("frontend 5.9.2 in Chromium, from another origin than the server", () => {
  let server, site, browser, page, seen;

  before(async () => {
    [server, site, browser] = await Promise.all([
      startServer([servedFolder(...KEYS), "--port", "0"]),
      servePage(),
      launchChromium(),
    ]);
    page = await browser.newPage();
    seen = watch(page, [new URL(server.url).origin, new URL(site.url).origin]);
    await page.goto(site.url);
    await page.waitForFunction(() => window.start);
    await page.evaluate((url) => window.start(url), server.url);
  });
  after(async () => {
    await browser?.close();
    site?.close();
    await server?.stop();
  });

  for (const key of KEYS)
    test(`${key} is seen as recorded`, async () => {
      const record = JSON.parse(fs.readFileSync(new URL(`../recorded/${key}.json`, import.meta.url), "utf8"));
      const facts = await page.evaluate((name) => window.see(name), key);
      for (const [section, value] of Object.entries(facts)) assertSame(value, record[section], `${key} ${section}`);
    });

  test("errors keep their numbers across origins", async () => {
    const errors = await page.evaluate(() => window.fail("building"));
    assert.equal(errors.element[1], 65574, JSON.stringify(errors));
    assert.ok(errors.query[0].length > 0 && errors.key[0].length > 0, JSON.stringify(errors));
  });

  test("the page had no uncaught error", () => assert.deepEqual(seen.errors, []));
});
