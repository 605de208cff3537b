import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";

const { serve } = createRequire(import.meta.url)("../src/web-resources.js");

describe("electron://frontend/", () => {
  let base, folder;

  before(() => {
    base = fs.mkdtempSync(path.join(os.tmpdir(), "imodel4j-web-"));
    folder = path.join(base, "web");
    fs.mkdirSync(path.join(folder, "sub", "..secret"), { recursive: true });
    fs.mkdirSync(path.join(base, "web-beside"));
    for (const name of ["index.html", "a b.js", "sub/x.json", "sub/..secret/in.txt", "%2e%2e.txt"]) fs.writeFileSync(path.join(folder, name), `<${name}>`);
    for (const name of ["outside.txt", "web-beside/outside.txt"]) fs.writeFileSync(path.join(base, name), "outside");
    fs.symlinkSync(path.join(base, "outside.txt"), path.join(folder, "link.txt"));
    fs.symlinkSync(base, path.join(folder, "up"));
    fs.symlinkSync(path.join(folder, "sub"), path.join(folder, "inside"));
  });
  after(() => fs.rmSync(base, { recursive: true, force: true }));

  const ask = (url, method = "GET") => serve(folder, { url, method });
  const served = async (url) => {
    const response = ask(url);
    return [response.status, response.headers.get("content-type"), await response.text()];
  };

  test("serves the files of the folder with their types", async () => {
    assert.deepEqual(await served("electron://frontend/"), [200, "text/html", "<index.html>"]);
    assert.deepEqual(await served("electron://frontend/index.html?x=1#y"), [200, "text/html", "<index.html>"]);
    assert.deepEqual(await served("electron://frontend/a%20b.js"), [200, "text/javascript", "<a b.js>"]);
    assert.deepEqual(await served("electron://frontend/inside/x.json"), [200, "application/json", "<sub/x.json>"]);
    const head = ask("electron://frontend/sub/x.json", "HEAD");
    assert.deepEqual([head.status, head.headers.get("content-length"), await head.text()], [200, "12", ""]);
  });

  for (const [what, url, status] of [
    ["dots", "electron://frontend/../outside.txt", 404],
    ["dots in the middle", "electron://frontend/sub/../../outside.txt", 404],
    ["encoded dots", "electron://frontend/%2e%2e/outside.txt", 404],
    ["encoded slashes", "electron://frontend/..%2foutside.txt", 403],
    ["dots and slashes, all encoded", "electron://frontend/sub%2f%2e%2e%2f%2e%2e%2foutside.txt", 403],
    ["twice encoded dots", "electron://frontend/%252e%252e/outside.txt", 404],
    ["backslashes", "electron://frontend/..%5coutside.txt", 403],
    ["plain backslashes", "electron://frontend/..\\outside.txt", 403],
    ["a NUL", "electron://frontend/index.html%00.txt", 403],
    ["a drive", "electron://frontend/c:/outside.txt", 403],
    ["an alternate stream", "electron://frontend/index.html::$DATA", 403],
    ["an absolute path", "electron://frontend//etc/passwd", 404],
    ["a link to a file outside", "electron://frontend/link.txt", 403],
    ["a link to the folder above", "electron://frontend/up/outside.txt", 403],
    ["a folder beside that begins alike", "electron://frontend/up/web-beside/outside.txt", 403],
    ["a folder", "electron://frontend/sub", 403],
    ["the folder itself", "electron://frontend/sub/..", 200],
    ["a file as a folder", "electron://frontend/index.html/x", 404],
    ["what is not there", "electron://frontend/none.html", 404],
    ["broken escapes", "electron://frontend/%zz", 400],
    ["another host", "electron://elsewhere/index.html", 403],
  ])
    test(`answers ${what} with ${status}`, async () => {
      const response = ask(url);
      assert.equal(response.status, status);
      assert.doesNotMatch(await response.text(), /outside/);
    });

  test("knows no methods that write", () => {
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) assert.equal(ask("electron://frontend/index.html", method).status, 405);
  });
});
