package org.imodel4j.host.rpc.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.imodel4j.host.IModelHost;
import org.imodel4j.host.IModelHostConfiguration;
import org.imodel4j.host.ServedIModel;
import org.imodel4j.host.rpc.Exchange;
import org.imodel4j.host.rpc.RpcInterface;
import org.imodel4j.host.rpc.WebRpcProtocol;
import org.imodel4j.host.rpc.devtools.DevToolsInterface;
import org.imodel4j.host.rpc.schema.SchemaInterface;
import org.imodel4j.host.rpc.snapshot.SnapshotInterface;
import org.imodel4j.host.rpc.tile.TileInterface;

/** A host that serves a copy of a fixture, asked as frontends ask. */
final class Served implements AutoCloseable {
    static final String NO_ITWIN = "00000000-0000-0000-0000-000000000000";

    final IModelHost host;
    final WebRpcProtocol protocol;
    final ServedIModel iModel;

    Served(Path dir, String fixture) {
        this(dir, fixture, IModelHostConfiguration.builder());
    }

    Served(Path dir, String fixture, IModelHostConfiguration.Builder options) {
        host = IModelHost.startup(options.cacheDir(dir.resolve("cache")).build());
        List<RpcInterface> all = new ArrayList<>(ReadInterface.all());
        all.addAll(DevToolsInterface.all());
        all.addAll(TileInterface.all());
        all.add(SnapshotInterface.build());
        all.add(SchemaInterface.build());
        protocol = new WebRpcProtocol(host, all);
        iModel = host.openIModels().serve(copy(dir, fixture), fixture);
    }

    static Path copy(Path dir, String fixture) {
        Path file = dir.resolve(fixture + ".bim");
        try {
            Files.copy(Path.of(System.getProperty("imodel4j.fixtures", "."), fixture + ".bim"), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    String base() {
        return "/rpc/v1/mode/1/context/" + NO_ITWIN + "/imodel/" + iModel.iModelId() + "/changeset/0/";
    }

    String token() {
        return "{\"key\":\"" + iModel.checkpointKey() + "\",\"iTwinId\":\"" + NO_ITWIN + "\",\"iModelId\":\""
                + iModel.iModelId() + "\",\"changeset\":{\"id\":\"\",\"index\":0}}";
    }

    /** A call of a frontend of 5.x; the arguments follow the token. */
    Exchange read(String operation, String arguments) {
        return call("IModelReadRpcInterface-3.8.0-" + operation, arguments);
    }

    Exchange call(String operation, String arguments) {
        String all = arguments.isEmpty() ? "[" + token() + "]" : "[" + token() + "," + arguments + "]";
        return Exchange.post(base() + operation, all).dialect2().through(protocol);
    }

    /** A call of a frontend of 2.x. */
    Exchange read2(String operation, String arguments) {
        String path = "/rpc/v1/mode/1/context/" + NO_ITWIN + "/imodel/" + iModel.iModelId()
                + "/changeset/0/IModelReadRpcInterface-2.3.1-" + operation;
        String token = "{\"key\":\"" + iModel.checkpointKey() + "\",\"contextId\":\"" + NO_ITWIN + "\",\"iModelId\":\""
                + iModel.iModelId() + "\",\"changeSetId\":\"\",\"openMode\":1}";
        return Exchange.post(path, arguments.isEmpty() ? "[" + token + "]" : "[" + token + "," + arguments + "]")
                .through(protocol);
    }

    @Override
    public void close() {
        host.close();
    }
}
