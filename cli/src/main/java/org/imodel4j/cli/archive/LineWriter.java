package org.imodel4j.cli.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonWriter;

/** Writes the lines of an archive. */
final class LineWriter {
    private static final byte[] END = {'}', '\n'};

    private final OutputStream out;
    private final Runnable eachLine;
    private final Map<Archive.Kind, byte[]> heads = new EnumMap<>(Archive.Kind.class);

    LineWriter(OutputStream out, Runnable eachLine) {
        this.out = out;
        this.eachLine = eachLine;
        for (Archive.Kind kind : Archive.Kind.values()) {
            heads.put(kind, ("{\"kind\":\"" + kind.text() + "\",\"props\":").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** @param props one whole object in memory */
    void line(Archive.Kind kind, JsonWriter props) throws IOException {
        head(kind);
        props.copyTo(out);
        end();
    }

    void line(Archive.Kind kind, JsonObject props) throws IOException {
        head(kind);
        out.write(Json.write(props).getBytes(StandardCharsets.UTF_8));
        end();
    }

    private void head(Archive.Kind kind) throws IOException {
        out.write(heads.getOrDefault(kind, END));
    }

    private void end() throws IOException {
        out.write(END);
        eachLine.run();
    }
}
