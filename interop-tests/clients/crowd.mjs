/*
 * node clients/crowd.mjs VERSION URL SEED < plan: runs the clients of a plan at once in one frontend release and prints
 * one JSON line `{checks, problems}`. A plan is a list of `{key, facts, rounds}`, one for each client, with facts as
 * `varyBuilding` gives them.
 */
import fs from "node:fs";
import { randomFrom } from "../server/vary.mjs";
import { bounded } from "./bounded.mjs";
import { startInNode } from "./node.mjs";
import { differences, plain } from "./plain.mjs";

const [version, url, seed] = process.argv.slice(2);
const plan = JSON.parse(fs.readFileSync(0, "utf8"));
const session = await startInNode(version, { url });
const problems = [];
let checks = 0;

function same(actual, expected, what) {
  checks++;
  for (const each of differences(plain(actual), plain(expected))) problems.push(`${version} ${what}: ${each}`);
}

async function client({ key, facts, rounds }, number) {
  const random = randomFrom(Number(seed) + number * 7919);
  const imodel = await bounded(session.openByKey(key), `open ${key}`, 60_000);
  same(imodel.iModelId, facts.iModelId, `iModel of ${key}`);
  same(imodel.projectExtents, facts.extents, `extents of ${key}`);
  same(imodel.globalOrigin, facts.globalOrigin, `global origin of ${key}`);
  const { fonts } = await bounded(imodel.loadFontMap(), `fonts of ${key}`);
  const found = [...fonts.values()].map(({ id, type, name }) => ({ id, type, name }));
  same(found.sort((a, b) => a.id - b.id), facts.fonts, `fonts of ${key}`);
  for (let round = 0; round < rounds; round++) {
    const look = random.pick(LOOKS);
    await bounded(look(imodel, facts, random, key), `${look.name} of ${key}`, 60_000);
  }
  await imodel.close();
}

const LOOKS = [byId, byGuid, byCode, byLabel, byParameter, count, page, several, views];

async function byId(imodel, { walls }, random, key) {
  const wall = random.pick(walls);
  const [props] = await imodel.elements.getProps(wall.id);
  same(essence(props), essenceOf(wall), `${key} element ${wall.id}`);
}

async function byGuid(imodel, { walls }, random, key) {
  const wall = random.pick(walls);
  same(essence(await imodel.elements.loadProps(wall.guid)), essenceOf(wall), `${key} guid ${wall.guid}`);
}

async function byCode(imodel, { walls }, random, key) {
  const wall = random.pick(walls);
  const [{ code }] = await imodel.elements.getProps(wall.id);
  same(essence(await imodel.elements.loadProps({ ...code, value: ` ${wall.code} ` })), essenceOf(wall), `${key} code`);
}

async function byLabel(imodel, { walls }, random, key) {
  const wall = random.pick(walls);
  const found = await imodel.elements.queryIds({
    from: "Bldg.Wall",
    where: `UserLabel='${wall.label.replaceAll("'", "''")}'`,
  });
  same([...found].sort(), withLabel(walls, wall.label), `${key} label ${wall.label}`);
}

async function byParameter(imodel, { walls }, random, key) {
  const wall = random.pick(walls);
  const ecsql = "SELECT ECInstanceId, CodeValue, Origin FROM Bldg.Wall WHERE UserLabel=? AND CodeValue=?";
  const [x, y, z] = wall.origin;
  const rows = await session.rows(imodel, ecsql, [wall.label, wall.code]);
  same(rows, [{ id: wall.id, codeValue: wall.code, origin: { x, y, z } }], `${key} bound ${wall.label}`);
}

async function count(imodel, { total }, random, key) {
  same(await session.rows(imodel, "SELECT COUNT(*) n FROM BisCore.Element"), [{ n: total }], `${key} count`);
}

/** All walls in the order of their ids, in as many pages as the server likes. */
async function page(imodel, { walls }, random, key) {
  const ecsql = "SELECT ECInstanceId, UserLabel FROM Bldg.Wall WHERE ECInstanceId > 0xffffffffff ORDER BY ECInstanceId";
  const expected = [...walls].sort((a, b) => Number(a.id) - Number(b.id)).map(({ id, label }) => ({ id, userLabel: label }));
  same(await session.rows(imodel, ecsql), expected, `${key} all walls`);
}

async function several(imodel, { walls }, random, key) {
  const some = [random.pick(walls), random.pick(walls), random.pick(walls)];
  const props = await imodel.elements.getProps(some.map((wall) => wall.id));
  for (const wall of some)
    same(essence(props.find((each) => each.id === wall.id)), essenceOf(wall), `${key} one of several ${wall.id}`);
}

async function views(imodel, facts, random, key) {
  const id = await imodel.views.queryDefaultViewId();
  const view = await imodel.views.load(id);
  same([view.code.value, view.classFullName], ["Iso", "BisCore:OrthographicViewDefinition"], `${key} view`);
  if (session.generation === 5) return; // 5.x has no thumbnails.
  const { format, width, height, image } = await imodel.views.getThumbnail(id);
  same({ format, width, height, image: [...image] }, facts.thumbnail, `${key} thumbnail`);
}

const essence = (props) => props && [props.id, props.userLabel, props.federationGuid, props.code.value, props.placement.origin];
const essenceOf = ({ id, label, guid, code, origin }) => [id, label, guid, code, origin];
/** Labels are the same to an iModel when they differ in the case of ASCII letters only. */
const folded = (label) => label.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
const withLabel = (walls, label) => walls.filter((wall) => folded(wall.label) === folded(label)).map((wall) => wall.id).sort();

const outcomes = await Promise.allSettled(plan.map(client));
for (const { reason } of outcomes) if (reason) problems.push(`${version}: ${reason.message ?? reason}`);
process.stdout.write(`${JSON.stringify({ checks, problems: problems.slice(0, 20) })}\n`, () => process.exit(0));
