// The first page: what is served, its facts, and an ECSQL console. Talks to this server and to no other.
const READ = "IModelReadRpcInterface-3.8.0";
const PAGE_ROWS = 200;
const EXAMPLES = [
  ["Elements", "SELECT ECInstanceId, ECClassId, CodeValue, UserLabel FROM bis.Element"],
  ["Models", "SELECT ECInstanceId, ECClassId, ModeledElement.Id, IsPrivate FROM bis.Model"],
  ["Categories", "SELECT ECInstanceId, ECClassId, CodeValue FROM bis.Category ORDER BY CodeValue"],
  ["Views", "SELECT ECInstanceId, ECClassId, CodeValue, IsPrivate FROM bis.ViewDefinition"],
  ["Placed elements", "SELECT ECInstanceId, Category.Id, Origin, Yaw, BBoxLow, BBoxHigh FROM bis.GeometricElement3d"],
  ["Schemas", "SELECT Name, Alias, VersionMajor, VersionWrite, VersionMinor FROM meta.ECSchemaDef ORDER BY Name"],
  ["Elements by class", "SELECT ECClassId, COUNT(*) n FROM bis.Element GROUP BY ECClassId ORDER BY n DESC"],
];

const $ = (id) => document.getElementById(id);
const make = (tag, text, props) => Object.assign(document.createElement(tag), text === undefined ? {} : { textContent: text }, props);
let served = [], current, shown = 0, running, requests = 0;

/** One call of the RPC interface that frontends use. */
async function call(imodel, operation, args, signal) {
  const part = encodeURIComponent;
  const url = `/imodel4j/v1/mode/1/context/${part(imodel.iTwinId)}/imodel/${part(imodel.iModelId)}`
    + `/changeset/${imodel.changeset.id || 0}/${READ}-${operation}`;
  const response = await fetch(url, {
    method: "POST",
    signal,
    headers: { "Content-Type": "text/plain", "X-Correlation-Id": `page-${Date.now()}-${++requests}`, "X-Protocol-Version": "2" },
    body: JSON.stringify([{ key: imodel.key, iTwinId: imodel.iTwinId, iModelId: imodel.iModelId, changeset: imodel.changeset }, ...args]),
  });
  const text = await response.text();
  let value;
  try { value = text ? JSON.parse(text) : undefined; } catch { value = { message: text }; }
  if (!response.ok) throw new Error(value?.message || `The server answered ${response.status}`);
  return value;
}

async function query(imodel, ecsql, offset, count, signal) {
  const request = {
    kind: 1, valueFormat: 0, rowFormat: 1, query: ecsql, args: {}, includeMetaData: true,
    limit: { offset, count }, abbreviateBlobs: true, convertClassIdsToClassNames: true,
  };
  const answer = await call(imodel, "queryRows", [request], signal);
  if (answer.status >= 100 || answer.status === 2) throw new Error(answer.error || `Query ended with status ${answer.status}`);
  return answer;
}

const number = (value, digits = 0) => value.toLocaleString(undefined, { maximumFractionDigits: digits });

function cell(value) {
  if (value === null || value === undefined) return make("td", "–", { className: "nothing" });
  if (typeof value === "number") return make("td", String(value), { className: "number" });
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return make("td", text, { title: text.length > 60 ? text : "" });
}

function showHead(meta) {
  const row = make("tr");
  row.append(make("th", "#", { scope: "col" }));
  for (const column of meta) {
    const head = make("th", column.name, { scope: "col", title: column.className });
    head.append(make("small", column.extendedType || column.typeName));
    row.append(head);
  }
  $("result").tHead.replaceChildren(row);
  $("result").tBodies[0].replaceChildren();
}

function showRows(data, width) {
  const rows = data.map((values) => {
    const row = make("tr");
    row.append(make("th", String(++shown), { scope: "row" }));
    for (let i = 0; i < width; i++) row.append(cell(values[i]));
    return row;
  });
  $("result").tBodies[0].append(...rows);
}

function clearResult() {
  $("result").tHead.replaceChildren();
  $("result").tBodies[0].replaceChildren();
  $("more").hidden = true;
  $("outcome").textContent = "";
  $("problem").hidden = true;
  $("ecsql").removeAttribute("aria-invalid");
}

/** Shows an error; when the text itself is at fault, also where. */
async function showProblem(message, ecsql) {
  clearResult();
  $("problem-text").textContent = message;
  $("problem-place").textContent = "";
  $("problem").hidden = false;
  if (!ecsql) return;
  $("ecsql").setAttribute("aria-invalid", "true");
  const place = await placeOf(message, ecsql);
  if (!place) return;
  const lines = ecsql.split("\n");
  $("problem-text").textContent = `Line ${place.line}, column ${place.column}: ${message}`;
  $("problem-place").textContent = `${lines[place.line - 1] ?? ""}\n${" ".repeat(place.column - 1)}^`;
  const start = lines.slice(0, place.line - 1).reduce((sum, line) => sum + line.length + 1, 0) + place.column - 1;
  $("ecsql").focus();
  $("ecsql").setSelectionRange(start, Math.min(start + (place.length ?? 1), ecsql.length));
}

/** Where the text is wrong: the parser knows for its syntax, and of a name the message tells which. */
async function placeOf(message, ecsql) {
  try {
    const response = await fetch("/page/check", { method: "POST", headers: { "Content-Type": "text/plain" }, body: ecsql });
    const place = response.ok ? await response.json() : {};
    if (place.line) return place;
  } catch { /* The message stands without its place. */ }
  for (const [, quoted] of message.matchAll(/'([^']+)'/g)) {
    const name = quoted.replace(/[[\]]/g, "");
    const at = ecsql.toLowerCase().indexOf(name.toLowerCase());
    if (at < 0 || name === ecsql) continue;
    const before = ecsql.slice(0, at).split("\n");
    return { line: before.length, column: before.at(-1).length + 1, length: name.length };
  }
  return undefined;
}

async function run(ecsql, offset) {
  if (!current) return;
  running?.abort();
  const abort = running = new AbortController();
  if (offset === 0) { clearResult(); shown = 0; }
  $("outcome").textContent = "Running …";
  const started = performance.now();
  try {
    const answer = await query(current, ecsql, offset, PAGE_ROWS, abort.signal);
    if (running !== abort) return;
    if (offset === 0) showHead(answer.meta);
    showRows(answer.data, answer.meta.length);
    const more = answer.data.length > 0 && (answer.status === 3 || answer.data.length === PAGE_ROWS);
    $("more").hidden = !more;
    $("more").onclick = () => run(ecsql, shown);
    const time = number(performance.now() - started);
    $("outcome").textContent = `${number(shown)} ${shown === 1 ? "row" : "rows"}${more ? " so far" : ""} · ${time} ms`;
  } catch (error) {
    if (running === abort && error.name !== "AbortError") await showProblem(error.message, ecsql);
  }
}

function fact(name, value) {
  if (value === undefined || value === null || value === "") return;
  $("facts").append(make("dt", name), make("dd", value));
}

function extentsText(extents) {
  if (!extents) return undefined;
  const size = ["x", "y", "z"].map((axis, i) => {
    const at = (point) => Array.isArray(point) ? point[i] : point[axis] ?? 0;
    return at(extents.high) - at(extents.low);
  });
  return size.map((length) => number(length, 2)).join(" × ") + " m";
}

async function choose(imodel) {
  current = imodel;
  for (const button of $("served").querySelectorAll("button"))
    button.setAttribute("aria-current", String(button.dataset.key === imodel.key));
  clearResult();
  $("facts").replaceChildren();
  $("classes").replaceChildren();
  fact("Name", imodel.name);
  fact("File", imodel.file);
  fact("Key", imodel.key);
  fact("iModel id", imodel.iModelId);
  fact("iTwin id", imodel.iTwinId);
  fact("Changeset", imodel.changeset.id || "none");
  fact("Extents", extentsText(imodel.extents));
  fact("On the globe", imodel.ecefLocation ? "yes" : "no");
  try {
    const [counts, classes] = await Promise.all([
      query(imodel, "SELECT (SELECT COUNT(*) FROM bis.Element), (SELECT COUNT(*) FROM bis.Model)", 0, 1),
      query(imodel, "SELECT ECClassId, COUNT(*) n FROM bis.Element GROUP BY ECClassId ORDER BY n DESC", 0, 15),
    ]);
    if (current !== imodel) return;
    fact("Elements", number(counts.data[0][0]));
    fact("Models", number(counts.data[0][1]));
    for (const [name, count] of classes.data) {
      const item = make("li");
      const meter = make("meter", undefined, { max: classes.data[0][1], value: count });
      meter.setAttribute("aria-hidden", "true");
      item.append(make("span", name), make("span", number(count)), meter);
      $("classes").append(item);
    }
  } catch (error) {
    if (current === imodel) await showProblem(error.message);
  }
}

function showServed() {
  $("served").replaceChildren(...served.map((imodel) => {
    const item = make("li"), button = make("button", undefined, { type: "button" });
    button.dataset.key = imodel.key;
    button.append(make("strong", imodel.key), make("small", imodel.name));
    button.onclick = () => choose(imodel);
    item.append(button);
    return item;
  }));
  $("state").textContent = `${served.length} ${served.length === 1 ? "iModel" : "iModels"} served`;
}

/** With a host of its own, the page lives as long as its connection to it does. */
async function accompanyHost() {
  const { path } = await (await fetch("/page/ipc")).json();
  if (!path) return;
  const socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}${path}`);
  socket.onclose = () => {
    running?.abort();
    running = current = undefined;
    for (const control of document.querySelectorAll("button, select, textarea")) control.disabled = true;
    document.body.classList.add("ended");
    $("state").textContent = "The host has ended. Start it again and load this page anew.";
  };
}

async function start() {
  try {
    await accompanyHost();
    served = await (await fetch("/page/imodels")).json();
    showServed();
    if (served.length) await choose(served[0]);
  } catch (error) {
    $("state").textContent = "The server does not answer";
  }
}

$("example").append(make("option", "Choose …", { value: "", hidden: true, selected: true }));
for (const [name, text] of EXAMPLES) $("example").append(make("option", name, { value: text }));
$("example").onchange = () => { $("ecsql").value = $("example").value; $("ecsql").focus(); };
$("console").onsubmit = (event) => { event.preventDefault(); run($("ecsql").value.trim(), 0); };
$("ecsql").onkeydown = (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); $("console").requestSubmit(); }
};
start();
