import { plain } from "./plain.mjs";

/**
 * What a frontend sees of an open iModel, in sections: each takes a session and a connection and gives plain JSON that is
 * the same whichever backend answered. Sections ask the iModel itself what it holds, so they fit any file.
 */
const sections = {
  connection,
  elements,
  elementLookups,
  elementQueries,
  models,
  modelExtents,
  codeSpecs,
  classes,
  views,
  subCategories,
  fonts,
  coordinates,
  toolTips,
};

/** Sections that need operations of 3.x and later, and of 4.x and later. */
const laterSections = { queryFormats, parameters, rangeOperations, customView, blobs };
const latestSections = { usedSubCategories };

/** The sections that a release can look at. */
export function sectionsOf(generation) {
  return {
    ...sections,
    ...(generation >= 3 ? laterSections : {}),
    ...(generation >= 4 ? latestSections : {}),
  };
}

async function connection(session, imodel) {
  return plain({
    name: imodel.name,
    rootSubject: imodel.rootSubject,
    projectExtents: imodel.projectExtents,
    globalOrigin: imodel.globalOrigin,
    ecefLocation: imodel.ecefLocation && { ...imodel.ecefLocation.toJSON(), transform: undefined },
    ecefTransform: imodel.ecefLocation && imodel.getEcefTransform(),
    cartographicCentre: imodel.ecefLocation && imodel.spatialToCartographicFromEcef(imodel.projectExtents.center),
    iTwinId: session.iTwinId(imodel),
    iModelId: imodel.iModelId,
    changesetId: imodel.changeset.id,
    isReadonly: imodel.isReadonly,
    isOpen: imodel.isOpen,
    noGcsDefined: imodel.noGcsDefined,
  });
}

async function ids(session, imodel, className, where = "") {
  const rows = await session.rows(imodel, `SELECT ECInstanceId FROM ${className} ${where} ORDER BY ECInstanceId`);
  return rows.map((row) => row.id);
}

async function elements(session, imodel) {
  const all = await ids(session, imodel, "BisCore.Element");
  const found = {};
  for (let at = 0; at < all.length; at += 200)
    for (const props of await imodel.elements.getProps(all.slice(at, at + 200))) found[props.id] = props;
  return plain(found);
}

/** One element of each class, by its id, its federation GUID and its code. */
async function elementLookups(session, imodel) {
  const found = [];
  for (const id of await oneOfEachClass(session, imodel)) {
    const [props] = await imodel.elements.getProps(id);
    const byId = await imodel.elements.loadProps(id);
    const byGuid = props.federationGuid && (await imodel.elements.loadProps(props.federationGuid));
    const byCode = props.code.value && (await imodel.elements.loadProps(props.code));
    found.push({
      id,
      byId: JSON.stringify(plain(byId)) === JSON.stringify(plain(props)),
      byGuid: byGuid?.id,
      byCode: byCode?.id,
    });
  }
  const missing = await imodel.elements.loadProps("0xfffffff");
  const several = await imodel.elements.getProps(["0x1", "0xfffffff", "0x1"]);
  return plain({ found, missing: missing ?? null, several: several.map((props) => props.id) });
}

async function oneOfEachClass(session, imodel) {
  const ecsql = "SELECT MIN(ECInstanceId) ident FROM BisCore.Element GROUP BY ECClassId";
  const found = (await session.rows(imodel, ecsql)).map((row) => toId(row.ident));
  return found.sort((a, b) => Number(a) - Number(b));
}

/** An aggregate of ids arrives as a number in some releases' dialect and as a hexadecimal text in others. */
const toId = (value) => (typeof value === "number" ? `0x${value.toString(16)}` : value);

async function elementQueries(session, imodel) {
  const named = { from: "BisCore.GeometricElement3d", where: "UserLabel IS NOT NULL", orderBy: "ECInstanceId DESC" };
  return plain({
    ids: await imodel.elements.queryIds({ from: "BisCore.DefinitionElement" }).then(sorted),
    limited: await imodel.elements.queryIds({ ...named, limit: 3, offset: 2 }),
    bound: await imodel.elements.queryIds({ from: "BisCore.Element", where: "UserLabel=?", bindings: ["Wall 0"] }),
    only: await imodel.elements.queryIds({ from: "BisCore.PhysicalElement", only: true }),
    props: await imodel.elements.queryProps({ ...named, limit: 4 }),
    entityIds: await imodel.queryEntityIds({ from: "BisCore.Model" }).then(sorted),
    rootSubject: imodel.elements.rootSubjectId,
  });
}

const sorted = (set) => [...set].sort((a, b) => Number(a) - Number(b));

async function models(session, imodel) {
  const all = await ids(session, imodel, "BisCore.Model");
  const props = await imodel.models.getProps(all);
  await imodel.models.load(all);
  const states = all.map((id) => imodel.models.getLoaded(id));
  return plain({
    props: Object.fromEntries(props.map((each) => [each.id, each])),
    states: states.map((state) => [state.id, state.classFullName, state.name, state.isGeometricModel]),
    geometric: await imodel.models.queryProps({ from: "BisCore.GeometricModel3d", orderBy: "ECInstanceId" }),
    dictionary: await imodel.models.getDictionaryModel(),
  });
}

const geometricModels = (session, imodel) => ids(session, imodel, "BisCore.GeometricModel");

async function modelExtents(session, imodel) {
  const found = {};
  for (const id of await geometricModels(session, imodel)) {
    if (session.generation === 2) {
      const [range] = await imodel.models.queryModelRanges(id);
      found[id] = plain(range);
    } else {
      const [answer] = await imodel.models.queryExtents(id);
      found[id] = plain(answer.extents);
    }
  }
  return found;
}

async function codeSpecs(session, imodel) {
  const rows = await session.rows(imodel, "SELECT ECInstanceId, Name FROM BisCore.CodeSpec ORDER BY ECInstanceId");
  const found = [];
  for (const { id, name } of rows) {
    const byId = await imodel.codeSpecs.getById(id);
    const byName = await imodel.codeSpecs.getByName(name);
    found.push({ id: byId.id, idOfName: byName.id, name: byId.name, properties: byId.toJSON?.() ?? byId.properties });
  }
  return plain(found);
}

async function classes(session, imodel) {
  const used = await session.rows(imodel, "SELECT DISTINCT ECClassId FROM BisCore.Element");
  const names = [...new Set(used.map((row) => row.className.replace(".", ":")))].sort();
  const hierarchies = {};
  for (const name of [...names, "BisCore:GeometricElement3d", "BisCore:PhysicalModel", "BisCore:ElementOwnsUniqueAspect"])
    hierarchies[name] = await session.read.getClassHierarchy(session.token(imodel), name);
  const view = await imodel.findClassFor("BisCore:OrthographicViewDefinition", undefined);
  return plain({ hierarchies, view: view?.name });
}

async function views(session, imodel) {
  const list = await imodel.views.getViewList({});
  const props = await imodel.views.queryProps({ from: "BisCore.ViewDefinition", orderBy: "ECInstanceId" });
  const states = {};
  for (const { id } of list) states[id] = await viewState(await imodel.views.load(id), imodel);
  return plain({ default: await imodel.views.queryDefaultViewId(), list, props, states });
}

/** A loaded view in facts that every release has; `load()` fetches the models that its selector names. */
async function viewState(view, imodel) {
  await view.load();
  const selected = view.isSpatialView() ? [...view.modelSelector.models].sort() : undefined;
  return {
    className: view.classFullName,
    code: view.code,
    origin: view.getOrigin(),
    extents: view.getExtents(),
    rotation: view.getRotation(),
    cameraOn: view.is3d() ? view.isCameraOn : undefined,
    categories: [...view.categorySelector.categories].sort(),
    models: selected,
    loadedModels: selected?.map((id) => imodel.models.getLoaded(id)?.classFullName ?? null),
    displayStyle: [view.displayStyle.id, view.displayStyle.classFullName, view.displayStyle.code],
    background: view.backgroundColor.tbgr,
    renderMode: view.viewFlags.renderMode,
    grid: view.viewFlags.grid,
    // The extents of an empty 2d model are a null range whose numbers are the release's own.
    modelExtents: !view.is3d() && view.getViewedExtents().isNull ? null : undefined,
  };
}

async function subCategories(session, imodel) {
  const categories = await ids(session, imodel, "BisCore.Category");
  await imodel.subcategories.load(categories)?.promise;
  const found = {};
  for (const id of categories) {
    const members = [...(imodel.subcategories.getSubCategories(id) ?? [])].sort();
    found[id] = members.map((each) => [each, imodel.subcategories.getSubCategoryAppearance(each)?.toJSON()]);
  }
  return plain(found);
}

async function fonts(session, imodel) {
  const map = await imodel.loadFontMap();
  const found = [...map.fonts.values()].map((font) => ({ id: font.id, name: font.name, type: font.type }));
  return plain(found);
}

async function coordinates(session, imodel) {
  const points = [{ x: 0, y: 0, z: 0 }, { x: 10, y: -20, z: 3 }];
  const geoPoints = [{ x: 25, y: 60, z: 0 }];
  const read = session.read;
  const old = session.generation === 2;
  const toGeo = { [old ? "targetDatum" : "target"]: "WGS84", iModelCoords: points };
  const toModel = { [old ? "sourceDatum" : "source"]: "WGS84", geoCoords: geoPoints };
  const token = session.token(imodel);
  const send = (request) => (old ? JSON.stringify(request) : request);
  return plain({
    geo: await read.getGeoCoordinatesFromIModelCoordinates(token, send(toGeo)),
    model: await read.getIModelCoordinatesFromGeoCoordinates(token, send(toModel)),
  });
}

async function toolTips(session, imodel) {
  const found = {};
  for (const id of await oneOfEachClass(session, imodel)) found[id] = await imodel.getToolTipMessage(id);
  return plain(found);
}

/** The same statements in each row format, with the columns' facts. */
async function queryFormats(session, imodel) {
  const statements = [
    "SELECT ECInstanceId, ECClassId, Model, Model.Id, LastMod, FederationGuid, CodeValue, UserLabel, Parent FROM BisCore.Element ORDER BY ECInstanceId LIMIT 40",
    "SELECT * FROM BisCore.GeometricElement3d ORDER BY ECInstanceId LIMIT 3",
    "SELECT COUNT(*), MAX(ECInstanceId), 1.0/3 third, 'é' || CodeValue joined FROM BisCore.Element WHERE CodeValue IS NOT NULL GROUP BY ECClassId ORDER BY ECClassId, CodeValue",
    "SELECT e.ECInstanceId, m.ECInstanceId, m.ECClassId FROM BisCore.Element e JOIN BisCore.Model m ON m.ECInstanceId=e.Model.Id ORDER BY e.ECInstanceId DESC LIMIT 10",
    "SELECT ECInstanceId FROM BisCore.Element WHERE ECInstanceId=0xfffffff",
  ];
  const found = [];
  for (const ecsql of statements)
    for (const rowFormat of [0, 1, 2]) {
      const { rows, meta } = await session.read3(imodel, ecsql, rowFormat);
      found.push({ ecsql, rowFormat, rows, meta: meta.map(columnFacts) });
    }
  const abbreviated = await session.read3(
    imodel,
    "SELECT ECInstanceId, FederationGuid, GeometryStream, ECClassId FROM BisCore.GeometricElement3d ORDER BY ECInstanceId LIMIT 3",
    0,
    undefined,
    { abbreviateBlobs: true, convertClassIdsToClassNames: true },
  );
  const paged = await session.read3(imodel, "SELECT ECInstanceId FROM BisCore.Element ORDER BY ECInstanceId", 1, undefined, {
    limit: { count: 7, offset: 3 },
  });
  return plain({ found, abbreviated: abbreviated.rows, paged: paged.rows });
}

const columnFacts = (column) => [
  column.className,
  column.accessString,
  column.generated,
  column.jsonName,
  column.name,
  column.extendedType ?? column.extendType,
  column.typeName,
];

async function parameters(session, imodel) {
  const { QueryBinder } = session.common;
  const ask = async (ecsql, binder) => {
    const reader = imodel.createQueryReader(ecsql, binder, { rowFormat: 2 });
    return reader.toArray();
  };
  const element = "SELECT ECInstanceId FROM BisCore.Element WHERE";
  const asks = [
    [`${element} ECInstanceId=?`, new QueryBinder().bindId(1, "0x10")],
    [`${element} ECInstanceId IN (?, :named)`, new QueryBinder().bindId(1, "0x1").bindId("named", "0xe")],
    [`${element} InVirtualSet(?, ECInstanceId)`, new QueryBinder().bindIdSet(1, ["0x1", "0x10", "0xfffff"])],
    [`${element} CodeValue=:v`, QueryBinder.from({ v: "BisCore.RealityDataSources" })],
    [`${element} ECInstanceId<? ORDER BY ECInstanceId`, QueryBinder.from([15])],
    [`${element} ECInstanceId<?`, new QueryBinder().bindLong(1, 2)],
    [`${element} ECInstanceId<?`, new QueryBinder().bindInt(1, 2)],
    [`${element} UserLabel=?`, new QueryBinder().bindNull(1)],
  ];
  const found = [];
  for (const [ecsql, binder] of asks) found.push(await ask(ecsql, binder));
  return plain(found);
}

/** The operations that 3.x and 4.x frontends call and 5.x ones replaced by queries of their own. */
async function rangeOperations(session, imodel) {
  const read = session.read;
  const all = await geometricModels(session, imodel);
  const token = session.token(imodel);
  const withOthers = [...all, "0x1", "0xfffffff"];
  return plain({
    extents: read.queryModelExtents ? await read.queryModelExtents(token, withOthers) : [],
    ranges: all.length > 1 ? await read.queryModelRanges(token, all) : [],
  });
}

async function customView(session, imodel) {
  const answer = await session.read.getCustomViewState3dData(session.token(imodel), {});
  return plain(answer);
}

async function blobs(session, imodel) {
  const found = [];
  for (const id of await ids(session, imodel, "BisCore.GeometricElement3d", "WHERE GeometryStream IS NOT NULL")) {
    if (found.length === 4) break;
    const request = { className: "BisCore.GeometricElement3d", accessString: "GeometryStream", instanceId: id };
    const ranged = { ...request, range: { offset: 3, count: 7 } };
    for (const each of [request, ranged]) {
      const answer = await session.read.queryBlob(session.token(imodel), each);
      found.push({ id, status: answer.status, rawBlobSize: answer.rawBlobSize, data: answer.data });
    }
  }
  return plain(found);
}

async function usedSubCategories(session, imodel) {
  const rows = await imodel.queryAllUsedSpatialSubCategories();
  return plain(rows.sort((a, b) => Number(a.id) - Number(b.id)));
}
