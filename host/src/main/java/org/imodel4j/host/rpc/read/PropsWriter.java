package org.imodel4j.host.rpc.read;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.bis.BinaryFormat;
import org.imodel4j.host.rpc.RpcResult;
import org.imodel4j.json.JsonWriter;

/** An answer whose JSON may hold byte arrays: they are collected beside it and leave markers behind. */
final class PropsWriter implements BinaryFormat {
    private final JsonWriter json = new JsonWriter(4096);
    private final List<byte[]> data = new ArrayList<>();

    JsonWriter json() {
        return json;
    }

    @Override
    public void write(JsonWriter out, byte[] bytes) {
        out.beginObject();
        out.name("isBinary").value(true).name("index").value(data.size());
        out.name("size").value(bytes.length).name("chunks").value(1);
        out.endObject();
        data.add(bytes);
    }

    RpcResult result() {
        return data.isEmpty() ? RpcResult.json(json) : new RpcResult.Parts(json.bytes(), data);
    }
}
