package org.imodel4j.imodel;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/** A process that imports a schema into a file and saves, unless somebody kills it before. */
final class KilledImporter {
    private KilledImporter() {}

    public static void main(String[] args) {
        try (WritableECDb db = ECDb.openForWrite(Path.of(args[0]))) {
            new PrintStream(new FileOutputStream(FileDescriptor.out), true).println("importing");
            db.importSchemas(Path.of(args[1]));
            db.saveChanges();
        }
    }
}
