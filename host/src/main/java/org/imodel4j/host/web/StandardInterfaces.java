package org.imodel4j.host.web;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.host.rpc.RpcInterface;
import org.imodel4j.host.rpc.devtools.DevToolsInterface;
import org.imodel4j.host.rpc.read.ReadInterface;
import org.imodel4j.host.rpc.schema.SchemaInterface;
import org.imodel4j.host.rpc.snapshot.SnapshotInterface;
import org.imodel4j.host.rpc.tile.TileInterface;

/** The interfaces that a frontend of any generation expects of its backend. */
public final class StandardInterfaces {
    private StandardInterfaces() {}

    public static List<RpcInterface> all() {
        List<RpcInterface> all = new ArrayList<>(ReadInterface.all());
        all.addAll(TileInterface.all());
        all.add(SnapshotInterface.build());
        all.addAll(DevToolsInterface.all());
        all.add(SchemaInterface.build());
        return all;
    }
}
