import fs from "node:fs";
import init from "@sqlite.org/sqlite-wasm";
import { fixture } from "./fixtures.mjs";

/** Numbers that follow from a seed, so that a failing run can be repeated (xorshift32). */
export function randomFrom(seed) {
  let state = seed >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  for (let warm = 0; warm < 8; warm++) next();
  const below = (limit) => Math.floor(next() * limit);
  const hex = (digits) => Array.from({ length: digits }, () => below(16).toString(16)).join("");
  return {
    below,
    guid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
    text: (length) => Array.from({ length }, () => LETTERS[below(LETTERS.length)]).join(""),
    pick: (list) => list[below(list.length)],
  };
}

const LETTERS = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 äöüßéñ€漢字'\"\\%_<>&\t😀"];

/**
 * Writes a copy of the building with an iModelId, extents, global origin, fonts and a thumbnail of its own and `count` further walls whose
 * ids, labels, codes, federation GUIDs and places are random, by plain SQL.
 * @returns what was written: `{iModelId, extents, globalOrigin, fonts, thumbnail, total, walls: [{id, label, code, guid, origin}]}`
 */
export async function varyBuilding(target, seed, count) {
  const sqlite = await init({ print() {}, printErr() {} });
  const random = randomFrom(seed);
  const bytes = new Uint8Array(fs.readFileSync(fixture("building.bim")));
  const journal = bytes.slice(18, 20);
  bytes.set([1, 1], 18); // A database in memory has no write-ahead log.
  const db = new sqlite.oo1.DB();
  try {
    const { capi, wasm } = sqlite;
    const memory = wasm.allocFromTypedArray(bytes);
    const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE;
    db.checkRc(capi.sqlite3_deserialize(db.pointer, "main", memory, bytes.length, bytes.length, flags));
    const facts = write(db, random, count);
    const out = capi.sqlite3_js_db_export(db.pointer);
    out.set(journal, 18);
    fs.writeFileSync(target, out);
    return facts;
  } finally {
    db.close();
  }
}

function write(db, random, count) {
  const rows = (sql, bind) => db.exec({ sql, bind, rowMode: "object", returnValue: "resultRows" });
  const run = (sql, bind) => db.exec({ sql, bind });
  const triggers = rows("SELECT name, sql FROM sqlite_master WHERE type='trigger' AND tbl_name LIKE 'bis_%'");
  run("BEGIN");
  // The triggers call functions that only an iModel program has.
  for (const { name } of triggers) run(`DROP TRIGGER [${name}]`);
  const iModelId = random.guid();
  run("UPDATE be_Prop SET Data=? WHERE Namespace='be_Db' AND Name='DbGuid'", [guidBytes(iModelId)]);
  const setProperty = (name, value) =>
    run("UPDATE be_Prop SET StrData=? WHERE Namespace='dgn_Db' AND Name=?", [JSON.stringify(value), name]);
  const low = [-random.below(1_000) - 0.5, -random.below(1_000) / 4, -random.below(50)];
  const extents = { low, high: low.map((start) => start + 1 + random.below(4_000) / 8) };
  setProperty("Extents", extents);
  const globalOrigin = [random.below(1_000), -random.below(1_000), random.below(100) / 8];
  setProperty("Units", { globalOrigin, initialProjectCenter: [0, 0, 0] });
  const fonts = [1, 2, 3].map((type) => ({ id: 10 * type + random.below(9), type, name: `${random.text(9)}${type}` }));
  for (const { id, type, name } of fonts) run("INSERT INTO dgn_Font(Id, Type, Name) VALUES(?,?,?)", [id, type, name]);
  const [{ Id: view }] = rows("SELECT Id FROM bis_Element WHERE CodeValue='Iso' LIMIT 1");
  const thumbnail = { format: "png", height: 1 + random.below(99), width: 1 + random.below(99) };
  const image = Uint8Array.from({ length: 20 + random.below(200) }, () => random.below(256));
  const property = "INSERT INTO be_Prop(Namespace, Name, Id, SubId, TxnMode, StrData, Data) VALUES('dgn_View','Thumbnail',?,0,0,?,?)";
  run(property, [view, JSON.stringify(thumbnail), image]);
  const [wall] = rows("SELECT * FROM bis_Element WHERE UserLabel='Wall 0' ORDER BY Id LIMIT 1");
  const [shape] = rows("SELECT * FROM bis_GeometricElement3d WHERE ElementId=?", [wall.Id]);
  const [box] = rows("SELECT * FROM dgn_SpatialIndex WHERE ElementId=?", [wall.Id]);
  const insert = (table, row) => {
    const names = Object.keys(row);
    run(`INSERT INTO ${table}([${names.join("],[")}]) VALUES(${names.map(() => "?").join()})`, Object.values(row));
  };
  const used = new Set();
  const walls = [];
  while (walls.length < count) {
    // Ids of a briefcase: its number above 40 bits of a local one.
    const id = 2n ** 40n * BigInt(2 + random.below(4_000)) + BigInt(1 + random.below(2 ** 31));
    const code = `V-${random.text(1 + random.below(12)).trim()}-${walls.length}`;
    if (used.has(id)) continue;
    used.add(id);
    const label = random.text(1 + random.below(40));
    const guid = random.guid();
    const origin = [random.below(1_000) / 8, random.below(1_000) / 8 - 50, random.below(100) / 4];
    insert("bis_Element", { ...wall, Id: id, UserLabel: label, CodeValue: code, FederationGuid: guidBytes(guid) });
    const [x, y, z] = origin;
    insert("bis_GeometricElement3d", { ...shape, ElementId: id, Origin_X: x, Origin_Y: y, Origin_Z: z });
    const move = [x - shape.Origin_X, y - shape.Origin_Y, z - shape.Origin_Z];
    insert("dgn_SpatialIndex", {
      ElementId: id,
      MinX: box.MinX + move[0],
      MaxX: box.MaxX + move[0],
      MinY: box.MinY + move[1],
      MaxY: box.MaxY + move[1],
      MinZ: box.MinZ + move[2],
      MaxZ: box.MaxZ + move[2],
    });
    walls.push({ id: `0x${id.toString(16)}`, label, code, guid, origin });
  }
  for (const { sql } of triggers) run(sql);
  const [{ total }] = rows("SELECT COUNT(*) total FROM bis_Element");
  run("COMMIT");
  return { iModelId, extents, globalOrigin, fonts, thumbnail: { ...thumbnail, image: [...image] }, total, walls };
}

const guidBytes = (guid) => Uint8Array.from(guid.replaceAll("-", "").match(/../g), (pair) => parseInt(pair, 16));
