package org.imodel4j.bis.geometry;

import java.util.List;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.snappy.SnappyPieces;

/**
 * Writes geometry streams as iModels store them; {@link GeometryStreamReader} tells the form. The entries are written as they are,
 * one operation for each. {@link GeometryStreamBuilder} makes entries of which each is of use.
 */
public final class GeometryStreamWriter {
    private GeometryStreamWriter() {}

    /**
     * The blob of a stream; a header is put before entries that begin without one.
     *
     * @param is3d false for elements of drawings, whose points have no z
     * @throws IModelException BE_SQLITE_TOOBIG when the stream is larger than a file can hold
     */
    public static byte[] write(List<StreamEntry> entries, boolean is3d) {
        StreamBytes out = new StreamBytes();
        int head = out.zeros(GeometryStreamReader.HEAD);
        operations(entries, is3d, out);
        out.put32(head, GeometryStreamReader.SIGNATURE);
        out.put32(head + Integer.BYTES, out.length() - head - GeometryStreamReader.HEAD);
        return SnappyPieces.pack(out.array(), out.length());
    }

    /**
     * The blob of a stream that is not packed, as {@code geomBinary} has it in iTwin.js.
     *
     * @throws IModelException BAD_ARG when the bytes are no row of operations
     */
    public static byte[] pack(byte[] stream) {
        try {
            GeometryStreamReader.readUnpacked(stream);
        } catch (IModelException e) {
            throw new IModelException(Status.BAD_ARG, "the bytes are no geometry stream", e);
        }
        StreamBytes out = new StreamBytes();
        int head = out.zeros(GeometryStreamReader.HEAD);
        out.append(stream);
        out.put32(head, GeometryStreamReader.SIGNATURE);
        out.put32(head + Integer.BYTES, stream.length);
        return SnappyPieces.pack(out.array(), out.length());
    }

    private static void operations(List<StreamEntry> entries, boolean is3d, StreamBytes out) {
        OpWriter writer = new OpWriter(out, is3d);
        if (entries.isEmpty() || !(entries.get(0) instanceof StreamEntry.Header)) {
            writer.write(new StreamEntry.Header(0));
        }
        for (StreamEntry entry : entries) {
            writer.write(entry);
        }
    }
}
