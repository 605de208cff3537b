package org.imodel4j.cli.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.imodel4j.bis.ElementOptions;
import org.imodel4j.cli.output.OutputClosed;
import org.imodel4j.cli.output.Progress;
import org.imodel4j.cli.output.Terminal;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.imodel.IModelDb;
import org.jspecify.annotations.Nullable;

/**
 * All elements of an iModel by id, each as a line of JSON in the form that {@code getElementProps} of iTwin.js gives. However many there are,
 * one is held at a time.
 */
public record ElementExport(ElementOptions options) {
    private static final int BUFFER = 1 << 16;

    /**
     * Writes all lines.
     *
     * @param out null: to the output of the terminal
     * @return how many elements there were
     * @throws org.imodel4j.error.IModelException the file can't be written; no part of it stays behind
     */
    public long run(IModelDb db, Terminal terminal, @Nullable Path out) {
        try (Progress progress = new Progress(terminal, "elements")) {
            return db.<Long>read(connection -> {
                long[] count = {0};
                if (out == null) {
                    count[0] = toTerminal(db, connection, terminal.out(), progress);
                } else {
                    WholeFile.write(out, stream -> count[0] = write(db, connection, stream, progress));
                }
                return count[0];
            });
        }
    }

    private long toTerminal(IModelDb db, ReadConnection connection, OutputStream out, Progress progress) {
        try {
            return write(db, connection, out, progress);
        } catch (IOException e) {
            throw new OutputClosed(e);
        }
    }

    private long write(IModelDb db, ReadConnection connection, OutputStream target, Progress progress)
            throws IOException {
        OutputStream out = new BufferedOutputStream(target, BUFFER);
        long count = db.elements().writeEach(options, connection, props -> {
            props.copyTo(out);
            out.write('\n');
            progress.step();
        });
        out.flush();
        return count;
    }
}
