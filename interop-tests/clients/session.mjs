/**
 * One running frontend application of any release, behind the few names that differ between releases. It holds no Node
 * and no browser code, so both can use it. `modules` are the packages of one release: `frontend`, `common` and, from
 * 5.x, `schemaRpc`.
 */
export async function startSession(version, modules, options) {
  const { frontend, common, schemaRpc } = modules;
  const generation = Number(version.split(".")[0]);
  const interfaces = [
    common.SnapshotIModelRpcInterface,
    common.IModelReadRpcInterface,
    common.IModelTileRpcInterface,
    common.DevToolsRpcInterface,
  ];
  if (schemaRpc) interfaces.push(schemaRpc.ECSchemaRpcInterface);
  for (const make of options.interfaces ?? []) interfaces.push(make(common));
  common.BentleyCloudRpcManager.initializeClient(
    { info: { title: "interop", version: "v1.0" }, uriPrefix: options.url },
    interfaces,
  );
  const changeset = { id: options.changesetId ?? "", index: 0 };
  await (generation === 2 ? startOld(frontend, changeset) : startNew(frontend, changeset, options.display));
  return new Session(version, generation, modules, interfaces);
}

/** With `display`, options for an application that draws; without, one that does not. */
async function startNew(frontend, changeset, display) {
  const answer = async () => ({ ...changeset });
  await (display ? frontend.IModelApp : frontend.NoRenderApp).startup({
    ...display,
    applicationId: "interop",
    applicationVersion: "1.0.0",
    hubAccess: { getLatestChangeset: answer, getChangesetFromVersion: answer, getChangesetFromNamedVersion: answer },
  });
}

/** 2.x asks an iModelHub client for the changeset and wants somebody to be signed in. */
async function startOld(frontend, changeset) {
  await frontend.NoRenderApp.startup({
    applicationId: "interop",
    applicationVersion: "1.0.0",
    imodelClient: { changeSets: { get: async () => (changeset.id ? [{ wsgId: changeset.id }] : []) } },
    authorizationClient: {
      isAuthorized: true,
      hasSignedIn: true,
      getAccessToken: async () => ({ toTokenString: () => "Bearer interop", getUserInfo: () => undefined }),
    },
  });
}

/** A started frontend. */
class Session {
  constructor(version, generation, modules, interfaces) {
    this.version = version;
    this.generation = generation;
    this.frontend = modules.frontend;
    this.common = modules.common;
    this.schemaRpc = modules.schemaRpc;
    this.interfaces = interfaces;
  }

  openByKey(key) {
    return this.frontend.SnapshotConnection.openRemote(key);
  }

  openByFile(path) {
    return this.frontend.SnapshotConnection.openFile(path);
  }

  openCheckpoint(iTwinId, iModelId) {
    return this.frontend.CheckpointConnection.openRemote(iTwinId, iModelId);
  }

  /** The RPC client of an interface, for operations that have no public method in some release. */
  rpc(definition) {
    return this.common.RpcManager.getClientForInterface(definition);
  }

  get read() {
    return this.rpc(this.common.IModelReadRpcInterface);
  }

  token(imodel) {
    return imodel.getRpcProps();
  }

  iTwinId(imodel) {
    return this.generation === 2 ? imodel.contextId : imodel.iTwinId;
  }

  /** All rows of a query in the JavaScript names form, which every release has. */
  async rows(imodel, ecsql, args) {
    if (this.generation === 2) {
      const rows = [];
      for await (const row of imodel.query(ecsql, args)) rows.push(row);
      return rows;
    }
    return (await this.read3(imodel, ecsql, 2, args)).rows;
  }

  /** Rows in any format and the columns' facts; 3.x and later. */
  async read3(imodel, ecsql, rowFormat, args, options) {
    const binder = args === undefined ? undefined : this.common.QueryBinder.from(args);
    const reader = imodel.createQueryReader(ecsql, binder, { rowFormat, ...options });
    const rows = await reader.toArray();
    return { rows, meta: await reader.getMetaData() };
  }

  /** Rows as a client's loop over the reader gives them, one by one: objects in every format. */
  async rowsOfLoop(imodel, ecsql, rowFormat) {
    const reader = imodel.createQueryReader(ecsql, undefined, { rowFormat });
    const rows = [];
    while (await reader.step()) rows.push(reader.current.toRow());
    return rows;
  }

  shutdown() {
    return this.frontend.IModelApp.shutdown();
  }
}
