package org.imodel4j.imodel;

import java.nio.file.Path;
import org.imodel4j.ecsql.run.ECSqlWrite;

/** A process that writes to a file, saves once, and then goes on writing without saving until somebody kills it. */
final class KilledWriter {
    private static final int MANY = 40_000;

    private KilledWriter() {}

    public static void main(String[] args) {
        String text = "x".repeat(500);
        try (WritableECDb db = ECDb.openForWrite(Path.of(args[0]));
                ECSqlWrite insert = db.prepare("INSERT INTO pl.Solo(Name,Num) VALUES(?,?)")) {
            insert.bindText(1, "saved").step();
            db.saveChanges();
            insert.bindText(1, text);
            for (int i = 0; i < Integer.MAX_VALUE; i++) {
                insert.bindLong(2, i).step();
                // By then pages that do not fit into memory have gone to the file.
                if (i == MANY) {
                    say("writing");
                }
            }
        }
    }

    private static void say(String word) {
        java.io.PrintStream out =
                new java.io.PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true);
        out.println(word);
    }
}
